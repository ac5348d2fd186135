import type { Correction } from '../../../shared/contract/correction'
import { columnIndex } from '../excel/columnIndex'
import type { PlainCell, PlainSheet } from '../excel/sheet'
import { shownCell } from './shownCell'

export interface CorrectedSheets {
  sheets: readonly PlainSheet[]
  /** With what stood in each cell; those that say what stands there already are left out. */
  corrected: (Correction & { was: string })[]
  /** Of sheets or rows that are not there. */
  misplaced: readonly Correction[]
}

/** Puts what a person typed where the cells of a file stand. Pure; sheets without a correction stay the same objects. */
export function correctCells(sheets: readonly PlainSheet[], corrections: readonly Correction[]): CorrectedSheets {
  const corrected: CorrectedSheets['corrected'] = []
  const misplaced: Correction[] = []
  const texts = new Map<PlainSheet, Map<number, Map<number, string>>>()
  for (const correction of corrections) {
    const sheet = sheets.find(({ name, hidden }) => !hidden && name === correction.sheet)
    if (!sheet || correction.row > sheet.rows.length) {
      misplaced.push(correction)
      continue
    }
    const was = shownCell(sheet, correction)
    if (was === correction.text) continue
    const rows = texts.get(sheet) ?? new Map<number, Map<number, string>>()
    const cells = rows.get(correction.row - 1) ?? new Map<number, string>()
    cells.set(columnIndex(correction.column), correction.text)
    texts.set(sheet, rows.set(correction.row - 1, cells))
    corrected.push({ ...correction, was })
  }
  return { corrected, misplaced, sheets: sheets.map((sheet) => withTexts(sheet, texts.get(sheet))) }
}

function withTexts(sheet: PlainSheet, texts: ReadonlyMap<number, ReadonlyMap<number, string>> | undefined): PlainSheet {
  if (!texts) return sheet
  return { ...sheet, rows: sheet.rows.map((cells, r) => withCells(cells, texts.get(r))) }
}

function withCells(cells: readonly PlainCell[], texts: ReadonlyMap<number, string> | undefined): readonly PlainCell[] {
  if (!texts) return cells
  const length = Math.max(cells.length, ...[...texts.keys()].map((index) => index + 1))
  return Array.from({ length }, (_, index): PlainCell => {
    const text = texts.get(index)
    return text === undefined ? (cells[index] ?? null) : text === '' ? null : text
  })
}
