import type { ParentPort } from 'electron'
import type { DoorMessage } from '../host/message'
import { serveOffice } from '../host/serveOffice'
import { printFonts } from '../host/printFonts'
import { orderPdf } from './orderPdf'
import { orderReaders } from './orderReaders'

/** The office beside the window: a process of its own, so that a long import never freezes it. */
const port: ParentPort = process.parentPort

serveOffice(
  {
    post: (message) => port.postMessage(message),
    listen: (listener) => void port.on('message', ({ data }: { data: DoorMessage }) => listener(data)),
  },
  { startReader: orderReaders(port), printer: { canMakePdf: () => true, fonts: printFonts, pdf: orderPdf(port) } },
)
