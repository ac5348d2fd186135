import type { Merge } from '../../excel/sheet'
import type { CellLook, CellSpec, RowSpec, SheetSpec } from '../../excel/workbookSpec'
import { bodyLooks, headerLook, lineLooks, noteLook, sectionLook, titleLook } from '../looks'

/** A card about one thing, printed on A4 upright: facts in two columns, small tables, texts. */
export interface CardSpec {
  /** Of the sheet. */
  name: string
  title: string
  /** Below the title: on the left and on the right. */
  line: readonly [left: string, right: string]
  sections: readonly CardSection[]
  /** Places to sign below it. */
  signatures: readonly string[]
}

export type CardSection =
  | { kind: 'facts'; title: string; facts: readonly CardFact[] }
  | { kind: 'table'; title: string; columns: readonly CardColumn[]; rows: readonly (readonly string[])[]; none: string }
  /** A text beside its label, each as high as it is long. */
  | { kind: 'texts'; title: string; texts: readonly { label: string; text: string; lines: number }[] }

export interface CardFact {
  label: string
  /** '' is left blank. */
  value: string
  /** Takes the whole line. */
  wide?: boolean
}

/** `span`: twelfths of the width; those of a table make up 12. */
export interface CardColumn {
  header: string
  span: number
  align?: 'left' | 'center' | 'right'
}

const twelfths = 12
const twelfthWidth = 7.4
const lineHeight = 15
const labelLook: CellLook = { ...headerLook, bold: false }
const valueLook: CellLook = bodyLooks.text

/** Cells of one row, each over some twelfths. */
type Piece = CellSpec & { span: number }

interface Placed {
  rows: RowSpec[]
  merges: Merge[]
}

/** The card as a sheet, which print and Excel both take. */
export function cardSheet({ name, title, line, sections, signatures }: CardSpec): SheetSpec {
  const placed: Placed = { rows: [], merges: [] }
  add(placed, [{ value: title, look: titleLook, span: twelfths }], 34)
  add(placed, [{ value: line[0], look: lineLooks.left, span: 8 }, { value: line[1], look: lineLooks.right, span: 4 }], 20)
  for (const section of sections) {
    add(placed, [{ value: section.title, look: sectionLook, span: twelfths }], 20, true)
    for (const { cells, height, isHead } of rowsOf(section)) add(placed, cells, height, isHead)
  }
  if (signatures.length > 0) {
    add(placed, [{ value: signatures.map((place) => `${place}：`).join('          '), look: noteLook, span: twelfths }], 30)
  }
  return {
    name,
    columnWidths: Array.from({ length: twelfths }, () => twelfthWidth),
    ...placed,
    print: { paper: 'A4', landscape: false, fit: 'width' },
  }
}

interface PieceRow {
  cells: Piece[]
  height: number
  /** Never the last of a page. */
  isHead?: boolean
}

function rowsOf(section: CardSection): PieceRow[] {
  switch (section.kind) {
    case 'facts':
      return factRows(section.facts)
    case 'texts':
      return section.texts.map(({ label, text, lines }) => ({
        cells: [{ value: label, look: labelLook, span: 2 }, { value: text, look: { ...valueLook, top: true }, span: 10 }],
        height: Math.max(lines, linesOf(text, 10)) * lineHeight + 6,
      }))
    case 'table':
      return tableRows(section)
  }
}

/** Two facts a line; a wide one and one left over take a line of their own. */
function factRows(facts: readonly CardFact[]): PieceRow[] {
  const rows: PieceRow[] = []
  let waiting: CardFact | undefined
  const put = (...own: readonly CardFact[]): void => {
    const span = own.length === 2 ? 4 : 10
    rows.push({
      cells: own.flatMap(({ label, value }) => [{ value: label, look: labelLook, span: 2 }, { value, look: valueLook, span }]),
      height: highest(own.flatMap(({ label, value }) => [linesOf(label, 2), linesOf(value, span)])),
    })
  }
  for (const fact of facts) {
    if (fact.wide) {
      if (waiting) put(waiting)
      waiting = undefined
      put(fact)
    } else if (waiting) {
      put(waiting, fact)
      waiting = undefined
    } else waiting = fact
  }
  if (waiting) put(waiting)
  return rows
}

function tableRows({ columns, rows, none }: Extract<CardSection, { kind: 'table' }>): PieceRow[] {
  if (rows.length === 0) return [{ cells: [{ value: none, look: bodyLooks.word, span: twelfths }], height: 20 }]
  return [
    { cells: columns.map(({ header, span }) => ({ value: header, look: headerLook, span })), height: 20, isHead: true },
    ...rows.map((row) => ({
      cells: columns.map(({ span, align = 'center' }, index) => ({ value: row[index] ?? '', look: { ...valueLook, align }, span })),
      height: highest(columns.map(({ span }, index) => linesOf(row[index] ?? '', span))),
    })),
  ]
}

function highest(lines: readonly number[]): number {
  return Math.max(1, ...lines) * lineHeight + 5
}

/**
 * How many lines a text takes in some twelfths: a Chinese character is as wide as two others, and at 10 points a column
 * holds more than its width says.
 */
function linesOf(text: string, span: number): number {
  const room = span * twelfthWidth * 1.16 - 1
  return text.split('\n').reduce((sum, part) => sum + Math.max(1, Math.ceil(widthOf(part) / room)), 0)
}

function widthOf(text: string): number {
  return [...text].reduce((sum, character) => sum + (character > '\u00ff' ? 2 : 1), 0)
}

function add({ rows, merges }: Placed, pieces: readonly Piece[], height: number, isHead = false): void {
  const cells: (CellSpec | null)[] = []
  for (const { span, ...cell } of pieces) {
    const left = cells.length
    if (span > 1) merges.push({ top: rows.length, left, bottom: rows.length, right: left + span - 1 })
    cells.push(cell, ...Array.from({ length: span - 1 }, () => (cell.look === undefined ? null : { value: null, look: cell.look })))
  }
  rows.push({ height, cells, ...(isHead ? { keepsNext: true } : {}) })
}
