import type { PrinterPort } from '../office/ports'
import { chromiumPdf } from './chromiumPdf'
import { findChromium } from './findChromium'
import { printFonts } from './printFonts'

/** Paper where the host is plain Node: a browser of this computer makes the PDF. */
export const chromiumPrinter: PrinterPort = {
  canMakePdf: () => findChromium() !== undefined,
  fonts: printFonts,
  pdf: (html) => chromiumPdf(html),
}
