import type ExcelJS from 'exceljs'
import { columnLetters } from './columnLetters'
import type { Merge } from './sheet'
import type { PrintSpec } from './workbookSpec'

const paperSizes: Readonly<Record<PrintSpec['paper'], number>> = { A3: 8, A4: 9 }
/** In inches. */
const margins = { left: 0.3, right: 0.3, top: 0.5, bottom: 0.6, header: 0.3, footer: 0.3 }
const pageNumber = '第 &P 页 / 共 &N 页'

/** How a sheet goes to paper, in the words of exceljs. */
export function paperSetup(print: PrintSpec): { pageSetup: Partial<ExcelJS.PageSetup>; headerFooter: Partial<ExcelJS.HeaderFooter> } {
  const { pageTitle, pageFoot } = print
  return {
    pageSetup: pageSetup(print),
    headerFooter: {
      ...(pageTitle === undefined ? {} : { oddHeader: `&C&"宋体,Bold"&16${meant(pageTitle)}` }),
      oddFooter: `&C${pageFoot === undefined ? '' : `${meant(pageFoot)}\n`}${pageNumber}`,
    },
  }
}

function pageSetup({ paper, landscape, fit, area, repeatRows, repeatColumns, pageTitle, pageFoot }: PrintSpec): Partial<ExcelJS.PageSetup> {
  return {
    paperSize: paperSizes[paper],
    orientation: landscape ? 'landscape' : 'portrait',
    margins: { ...margins, ...(pageTitle === undefined ? {} : { top: 0.9 }), ...(pageFoot === undefined ? {} : { bottom: 0.9 }) },
    ...(fit === 'width' ? { fitToPage: true, fitToWidth: 1, fitToHeight: 0 } : { scale: fit.scale }),
    ...(area ? { printArea: printArea(area) } : {}),
    ...(repeatRows ? { printTitlesRow: `${repeatRows[0] + 1}:${repeatRows[1] + 1}` } : {}),
    ...(repeatColumns
      ? { printTitlesColumn: `${columnLetters(repeatColumns[0])}:${columnLetters(repeatColumns[1])}` }
      : {}),
  }
}

/** exceljs puts a dollar sign before the columns only. */
function printArea({ top, left, bottom, right }: Merge): string {
  return `${columnLetters(left)}$${top + 1}:${columnLetters(right)}$${bottom + 1}`
}

/** Ampersands command headers and footers: one that is meant is doubled. */
function meant(text: string): string {
  return text.replaceAll('&', '&&')
}
