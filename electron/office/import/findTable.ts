import type { Merge, PlainCell, PlainSheet } from '../excel/sheet'
import { wordKey } from '../text/wordKey'
import { fieldsOfHeader, isGroupHeader, isRowNumberHeader } from './headerIndex'
import { flagValue, wordValue } from './wordTable'
import { fieldKind, type ImportField } from './importField'

/** A header row is looked for among this many rows from the top. */
const searchedRows = 30

export interface TableColumn {
  /** Zero-based. */
  index: number
  /** Header texts from the outermost group to the leaf, repeated levels left out. */
  path: readonly string[]
}

export interface FoundTable {
  /** Zero-based rows of the header block, both included. */
  headerTop: number
  headerBottom: number
  columns: readonly TableColumn[]
  /** Texts of the rows above the header, for title, unit and date. */
  above: readonly string[]
}

export function cellText(cell: PlainCell | undefined): string {
  if (cell === null || cell === undefined) return ''
  if (typeof cell === 'object') return 'date' in cell ? cell.date : cell.error
  return String(cell)
}

/** The table of a sheet: located by the words of its header, not by its place. Null when no row reads like one. */
export function findTable(sheet: PlainSheet): FoundTable | null {
  const best = bestHeaderRow(sheet)
  if (best === null) return null
  const top = headerTop(sheet, best)
  const bottom = headerBottom(sheet, best)
  const columns = readColumns(sheet, top, bottom)
  const above = sheet.rows.slice(0, top).flatMap((row) => row.map(cellText).filter((text) => text.trim() !== ''))
  return { headerTop: top, headerBottom: bottom, columns, above }
}

function bestHeaderRow(sheet: PlainSheet): number | null {
  let best: number | null = null
  let bestScore = 2
  const last = Math.min(searchedRows, sheet.rows.length)
  for (let r = 0; r < last; r++) {
    const seen = new Set<string>()
    let names = 0
    for (const cell of sheet.rows[r] ?? []) {
      if (typeof cell !== 'string' || cell.length > 60) continue
      const fields = fieldsOfHeader(cell)
      if (fields.length === 0) continue
      seen.add(wordKey(cell))
      if (fields.includes('enterpriseName')) names++
    }
    const score = seen.size + (names > 0 ? 1 : 0)
    if (score > bestScore) {
      bestScore = score
      best = r
    }
  }
  return best
}

/** Up to two rows above belong to the header when they hold its groups: merged over columns, or known group words. */
function headerTop(sheet: PlainSheet, best: number): number {
  let top = best
  for (let r = best - 1; r >= Math.max(0, best - 2); r--) {
    const texts = (sheet.rows[r] ?? []).filter((cell): cell is string => typeof cell === 'string' && cell.trim() !== '')
    if (texts.length < 2 || texts.some((text) => /填报(单位|时间)|单位:|单位:/.test(text))) break
    const headerLike = texts.filter(
      (text) => isGroupHeader(text) || isRowNumberHeader(text) || fieldsOfHeader(text).length > 0,
    )
    if (headerLike.length * 2 < texts.length) break
    top = r
  }
  return top
}

/** Rows below belong to the header while vertical merges reach into them or they hold only leaves of groups. */
function headerBottom(sheet: PlainSheet, best: number): number {
  let bottom = best
  for (const merge of sheet.merges) {
    if (merge.top <= best && merge.bottom > bottom && merge.bottom <= best + 3 && merge.top >= best - 2) {
      if (merge.bottom > merge.top && !isDataMerge(sheet, merge, best)) bottom = merge.bottom
    }
  }
  while (bottom + 1 < sheet.rows.length && bottom < best + 3 && holdsOnlyLeaves(sheet, best, bottom + 1)) bottom++
  return bottom
}

function isDataMerge(sheet: PlainSheet, merge: Merge, best: number): boolean {
  return merge.top > best || cellText(sheet.rows[merge.top]?.[merge.left]).trim() === ''
}

function holdsOnlyLeaves(sheet: PlainSheet, header: number, r: number): boolean {
  const headerRow = sheet.rows[header] ?? []
  const row = sheet.rows[r] ?? []
  let leaves = 0
  let group: string = ''
  for (let c = 0; c < Math.max(row.length, headerRow.length); c++) {
    const above = cellText(headerRow[c]).trim()
    if (above !== '') group = above
    const cell = row[c]
    if (cell === null || cell === undefined || cellText(cell).trim() === '') continue
    if (typeof cell !== 'string') return false
    const known = fieldsOfHeader(cell).length > 0
    const leafOfGroup = fieldsOfHeader(group).some((field) => isWordOf(field, cell)) && spreads(headerRow, row, c)
    if (!known && !leafOfGroup) return false
    leaves++
  }
  return leaves > 0
}

/** A leaf row spreads a group over neighbouring columns: the header is blank here, or to the right above a leaf. */
function spreads(headerRow: readonly PlainCell[], row: readonly PlainCell[], c: number): boolean {
  const blankHere = cellText(headerRow[c]).trim() === ''
  const blankRight = cellText(headerRow[c + 1]).trim() === '' && cellText(row[c + 1]).trim() !== ''
  return blankHere || blankRight
}

export function isWordOf(field: ImportField, text: string): boolean {
  const kind = fieldKind(field)
  if (kind.type === 'word') return wordValue(kind.domain, text) !== null
  if (kind.type === 'flag') return flagValue(text) !== undefined
  return false
}

function readColumns(sheet: PlainSheet, top: number, bottom: number): TableColumn[] {
  const width = Math.max(0, ...sheet.rows.slice(top, bottom + 1).map((row) => row.length))
  const levels: string[][] = []
  for (let r = top; r <= bottom; r++) {
    const filled = Array.from({ length: width }, (_, c) => cellText(sheet.rows[r]?.[c]).trim())
    spreadMerges(sheet, r, filled, top, bottom)
    levels.push(filled)
  }
  if (bottom > top) spreadGroups(sheet, levels, top)
  const columns: TableColumn[] = []
  for (let c = 0; c < width; c++) {
    const path: string[] = []
    for (const level of levels) {
      const text = level[c] ?? ''
      if (text !== '' && path.at(-1) !== text) path.push(text)
    }
    if (path.length > 0) columns.push({ index: c, path })
  }
  return columns
}

function spreadMerges(sheet: PlainSheet, r: number, filled: string[], top: number, bottom: number): void {
  for (const merge of sheet.merges) {
    if (merge.top > r || merge.bottom < r || merge.top < top || merge.bottom > bottom) continue
    const text = cellText(sheet.rows[merge.top]?.[merge.left]).trim()
    for (let c = merge.left; c <= merge.right && c < filled.length; c++) filled[c] = text
  }
}

/** Where merges were lost (CSV), a group text reaches right over blanks that have leaves below and no text beside. */
function spreadGroups(sheet: PlainSheet, levels: string[][], top: number): void {
  for (let level = 0; level < levels.length - 1; level++) {
    const texts = levels[level] ?? []
    const below = levels[level + 1] ?? []
    const merged = sheet.merges.some((merge) => merge.top === top + level && merge.right > merge.left)
    if (merged) continue
    for (let c = 1; c < texts.length; c++) {
      const left = texts[c - 1] ?? ''
      if (texts[c] === '' && left !== '' && (below[c] ?? '') !== '' && (below[c - 1] ?? '') !== '') texts[c] = left
    }
  }
}
