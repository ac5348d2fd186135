import type { PrintPlan } from '../../../../shared/contract/print'
import { estimatePages } from '../../print/estimatePages'
import type { PaperLayout } from '../../print/paper'
import { ownLayout, printedSheets } from '../../print/sheetDocument'
import { sheetLayout } from '../../print/sheetLayout'
import type { Printable } from './printable'

/** In points: of the cells of every form (forms/looks.ts), and the smallest a reader is asked to read. */
const [bodySize, smallestSize] = [10, 4.5]
const letterPaper = { paper: 'A4', landscape: false } as const
const choices: readonly PaperLayout[] = [
  { paper: 'A4', landscape: false },
  { paper: 'A4', landscape: true },
  { paper: 'A3', landscape: false },
  { paper: 'A3', landscape: true },
]

/** The paper something is made for, the other paper it can be read on, and about how many pages it takes. */
export function layoutsOf({ content }: Printable, asked: PaperLayout | undefined): Pick<PrintPlan, 'layout' | 'layouts' | 'pages'> {
  if (content.shape === 'letters') return { layout: letterPaper, layouts: [{ ...letterPaper, textSize: 16 }], pages: content.letters.length }
  const sheets = printedSheets(content.spec)
  const [first] = sheets
  const own = first ? ownLayout(first) : letterPaper
  const layout = asked ?? own
  const sizeOn = (choice: PaperLayout): number => Math.min(...sheets.map((sheet) => sheetLayout(sheet, choice).scale), 1) * bodySize
  const isOwn = (choice: PaperLayout): boolean => choice.paper === own.paper && choice.landscape === own.landscape
  return {
    layout,
    layouts: choices
      .map((choice) => ({ ...choice, textSize: Math.round(sizeOn(choice) * 10) / 10 }))
      .filter((choice) => isOwn(choice) || choice.textSize >= smallestSize),
    pages: sheets.reduce((sum, sheet) => sum + estimatePages(sheet, asked ?? ownLayout(sheet)), 0),
  }
}
