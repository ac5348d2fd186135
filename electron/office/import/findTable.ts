import type { Merge, PlainCell, PlainSheet } from '../excel/sheet'
import { nationalWords } from '../../../shared/domain/ownWords'
import { wordKey } from '../text/wordKey'
import { isRowNumberHeader } from './headerIndex'
import { isGroup, isHeader, isLeafOf, namesRows } from './knownHeaders'
import type { ReadingWords } from './readingWords'

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
  /** The row after its last: the sheet's end, or where the next table's header begins. */
  end: number
  columns: readonly TableColumn[]
  /** Header texts of every level by column: a later row of nothing but these is the header repeated on a new page. */
  headerWords: ReadonlyMap<number, ReadonlySet<string>>
  /** Texts of the lines above the header, for title, unit and date. */
  above: readonly string[]
}

export function cellText(cell: PlainCell | undefined): string {
  if (cell === null || cell === undefined) return ''
  if (typeof cell === 'object') return 'date' in cell ? cell.date : cell.error
  return String(cell)
}

/**
 * The tables of a sheet, from top to bottom: located by the words of their headers, not by their place. A second
 * header with other columns, or in another order, begins a table of its own. Empty when no row reads like a header.
 * `own` are the words of the district, which may head the columns of a √ matrix; `first` is the row of the first header
 * where a person pointed at it.
 */
export function findTables(sheet: PlainSheet, own: ReadingWords = nationalWords, first: number | null = firstHeaderRow(sheet)): FoundTable[] {
  if (first === null) return []
  const tables = [tableAt(sheet, first, 0, own)]
  for (let r = tables[0] ? tables[0].headerBottom + 1 : 0; r < sheet.rows.length; r++) {
    const current = tables.at(-1)
    if (!current || !mayBeHeader(sheet.rows[r] ?? []) || repeatsHeader(sheet.rows[r] ?? [], current)) continue
    const header = bestHeaderRow(sheet, r, Math.min(r + 3, sheet.rows.length), shareOfHeaders)
    if (header === null) continue
    const next = tableAt(sheet, header, current.headerBottom + 1, own)
    if (next.columns.every(({ index, path }) => path.every((text) => current.headerWords.get(index)?.has(wordKey(text))))) continue
    current.end = next.headerTop
    tables.push(next)
    r = next.headerBottom
  }
  return tables
}

/** The best row near the top, unless a whole header of its own stands well above it: then that table comes first. */
function firstHeaderRow(sheet: PlainSheet): number | null {
  const last = Math.min(searchedRows, sheet.rows.length)
  const best = bestHeaderRow(sheet, 0, last, 0)
  for (let r = 0; best !== null && r < best - 3; r++) {
    if (!mayBeHeader(sheet.rows[r] ?? [])) continue
    const earlier = bestHeaderRow(sheet, r, Math.min(r + 3, best - 3), shareOfHeaders)
    if (earlier !== null) return earlier
  }
  return best
}

/** The table whose header has a row, with the rows above and below that belong to the header. */
export function tableAt(sheet: PlainSheet, best: number, from: number, own: ReadingWords = nationalWords): FoundTable {
  const top = headerTop(sheet, best, from)
  const bottom = headerBottom(sheet, best, own)
  const columns = readColumns(sheet, top, bottom)
  return {
    headerTop: top,
    headerBottom: bottom,
    end: sheet.rows.length,
    columns,
    headerWords: new Map(columns.map(({ index, path }) => [index, new Set(path.map(wordKey))])),
    above: linesAbove(sheet, from, top),
  }
}

/** Lines of a few texts; a wide row, or one with figures, belongs to another table. */
function linesAbove(sheet: PlainSheet, from: number, top: number): string[] {
  const nearest = from === 0 ? 0 : Math.max(from, top - 4)
  return sheet.rows.slice(nearest, top).flatMap((row) => {
    const texts = row.map(cellText).filter((text) => text.trim() !== '')
    return texts.length <= 6 && !texts.some((text) => /^\d+(?:\.\d+)?%?$/.test(text.trim())) ? texts : []
  })
}

/** Whether a row below a header is that header again. */
export function repeatsHeader(row: readonly PlainCell[], table: FoundTable): boolean {
  let seen = 0
  for (let c = 0; c < row.length; c++) {
    const text = cellText(row[c]).trim()
    if (text === '') continue
    if (table.headerWords.get(c)?.has(wordKey(text)) !== true) return false
    seen++
  }
  return seen >= 2
}

/** Of a later header's filled cells at least this share must be known headers: data must not read like one. */
const shareOfHeaders = 0.5

/** A cheap look before the words are asked: only a row of short texts with a column for a name begins a table. */
function mayBeHeader(row: readonly PlainCell[]): boolean {
  let texts = 0
  let names = false
  for (const cell of row) {
    if (cell === null || cell === undefined) continue
    if (typeof cell !== 'string' || cell.length > 60) return false
    texts++
    names ||= texts < 12 && cell.length <= 20 && /[名全][称稱]|^\s*(企业|公司)|基本情况/.test(cell)
  }
  return texts >= 3 && names
}

/** The row of [from, to) with the most different known headers: at least three, a name counting as one more. */
function bestHeaderRow(sheet: PlainSheet, from: number, to: number, share: number): number | null {
  let best: number | null = null
  let bestScore = 2
  for (let r = from; r < to; r++) {
    const seen = new Set<string>()
    let names = 0
    let filled = 0
    for (const cell of sheet.rows[r] ?? []) {
      if (cell === null || cell === undefined) continue
      filled++
      if (typeof cell !== 'string' || cell.length > 60) continue
      if (!isHeader(cell) && !(share > 0 && isRowNumberHeader(cell))) continue
      seen.add(wordKey(cell))
      if (namesRows(cell)) names++
    }
    const score = seen.size + (names > 0 ? 1 : 0)
    if (score > bestScore && seen.size >= filled * share) {
      bestScore = score
      best = r
    }
  }
  return best
}

/** Up to two rows above belong to the header when they hold its groups: merged over columns, or known group words. */
function headerTop(sheet: PlainSheet, best: number, from: number): number {
  let top = best
  for (let r = best - 1; r >= Math.max(from, best - 2); r--) {
    const texts = (sheet.rows[r] ?? []).filter((cell): cell is string => typeof cell === 'string' && cell.trim() !== '')
    if (texts.length < 2 || texts.some((text) => /(?:填报|上报|报送)(?:单位|时间|日期).*[:：章]|单位[:：]/.test(text))) break
    const headerLike = texts.filter(
      (text) => isGroup(text) || isRowNumberHeader(text) || isHeader(text),
    )
    if (headerLike.length * 2 < texts.length) break
    top = r
  }
  return top
}

/** Rows below belong to the header while vertical merges reach into them or they hold only leaves of groups. */
function headerBottom(sheet: PlainSheet, best: number, own: ReadingWords): number {
  let bottom = best
  for (const merge of sheet.merges) {
    if (merge.top <= best && merge.bottom > bottom && merge.bottom <= best + 3 && merge.top >= best - 2) {
      if (merge.bottom > merge.top && !isDataMerge(sheet, merge, best)) bottom = merge.bottom
    }
  }
  while (bottom + 1 < sheet.rows.length && bottom < best + 3 && holdsOnlyLeaves(sheet, best, bottom + 1, own)) bottom++
  return bottom
}

function isDataMerge(sheet: PlainSheet, merge: Merge, best: number): boolean {
  return merge.top > best || cellText(sheet.rows[merge.top]?.[merge.left]).trim() === ''
}

function holdsOnlyLeaves(sheet: PlainSheet, header: number, r: number, own: ReadingWords): boolean {
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
    if (isMeasure(cell)) {
      leaves++
      continue
    }
    if (!isHeader(cell) && !(isLeafOf(group, cell, own) && spreads(headerRow, row, c))) return false
    leaves++
  }
  return leaves > 0
}

/** A header row may hold only what its column is measured in: (人), 万元. */
function isMeasure(text: string): boolean {
  return /^\(?(?:单位:)?(?:人|名|个|家|元|万元|亿元|㎡|平方米|年月日?|是\/否|√)\)?$/.test(wordKey(text))
}

/** A leaf row spreads a group over neighbouring columns: the header is blank here, or to the right above a leaf. */
function spreads(headerRow: readonly PlainCell[], row: readonly PlainCell[], c: number): boolean {
  const blankHere = cellText(headerRow[c]).trim() === ''
  const blankRight = cellText(headerRow[c + 1]).trim() === '' && cellText(row[c + 1]).trim() !== ''
  return blankHere || blankRight
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
      if (text === '' || path.at(-1) === text) continue
      if (path.length > 0 && isMeasure(text)) path.push(`${path.pop() ?? ''}(${text.replace(/^[(（]|[)）]$/g, '')})`)
      else path.push(text)
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
