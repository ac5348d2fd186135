import { parentPort } from 'node:worker_threads'
import { chromiumPrinter } from '../host/chromiumPrinter'
import { forkReader } from '../host/forkReader'
import type { DoorMessage, OfficeMessage } from '../host/message'
import { serveOffice } from '../host/serveOffice'

/** The office beside the browser door: a worker thread, so that a long import never holds up a page. */
const port = parentPort
if (!port) throw new Error('officeThread runs as a worker thread only')

serveOffice(
  {
    post: (message: OfficeMessage) => port.postMessage(message),
    listen: (listener: (message: DoorMessage) => void) => void port.on('message', listener),
  },
  { startReader: forkReader, printer: chromiumPrinter },
)
