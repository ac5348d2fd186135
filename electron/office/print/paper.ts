import type { PrintSpec } from '../excel/workbookSpec'

/** A sheet of paper as it lies before the reader. */
export interface PaperLayout {
  paper: PrintSpec['paper']
  landscape: boolean
}

/** In millimetres. */
export interface PageBox {
  width: number
  height: number
  margins: { top: number; right: number; bottom: number; left: number }
}

const sizes: Readonly<Record<PrintSpec['paper'], readonly [short: number, long: number]>> = { A4: [210, 297], A3: [297, 420] }
/** Room for a page title, and for a line above the page number. */
const [titleRoom, footRoom] = [10, 6]

/** A page with the margins its words at head and foot ask for; ordinary printers reach every part of what is left. */
export function pageBox({ paper, landscape }: PaperLayout, print: Pick<PrintSpec, 'pageTitle' | 'pageFoot'>): PageBox {
  const [short, long] = sizes[paper]
  return {
    width: landscape ? long : short,
    height: landscape ? short : long,
    margins: { top: 12 + (print.pageTitle === undefined ? 0 : titleRoom), right: 10, bottom: 14 + (print.pageFoot === undefined ? 0 : footRoom), left: 10 },
  }
}
