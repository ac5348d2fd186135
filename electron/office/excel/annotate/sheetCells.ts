import { columnIndex } from '../columnIndex'
import { columnLetters } from '../columnLetters'
import { meantText } from '../meantText'
import { xmlText } from '../xmlText'
import { CannotAnnotate } from './cannotAnnotate'
import { styleOf } from './styleSheet'
import { attribute, withAttribute } from './xmlEdit'

/** One cell of a row to be written; the row's other cells stay as they are. */
export interface RowEdit {
  column: number
  /** Null empties the cell. */
  text: string | null
  /** The cell's style, by that of the cell it shall look like. */
  style(like: number): number
  like: number
  /** Lines the text takes: the row becomes high enough for them. */
  lines: number
}

/** Points a line of text takes, and a row that says nothing of its height. */
const lineHeight = 14.5
const usualHeight = 15
const highestRow = 409

/** The content of `sheetData` with one cell of some rows written anew; `edits` are by row from 0. */
export function withCells(cells: string, edits: ReadonlyMap<number, RowEdit>): string {
  const waiting = [...edits].sort(([a], [b]) => a - b)
  const chunks: string[] = []
  let from = 0
  let next = 0
  const rows = /<row(?=[\s/>])[^>]*>/g
  for (let match = rows.exec(cells); match && next < waiting.length; match = rows.exec(cells)) {
    const number = Number(attribute(match[0], 'r') ?? Number.NaN) - 1
    if (!Number.isInteger(number)) throw new CannotAnnotate('a row without number')
    const end = match[0].endsWith('/>') ? rows.lastIndex : endOf(cells, '</row>', rows.lastIndex)
    chunks.push(cells.slice(from, match.index))
    for (let edit = waiting[next]; edit && edit[0] < number; edit = waiting[++next]) chunks.push(newRow(edit))
    const edit = waiting[next]
    if (edit?.[0] === number) {
      next++
      chunks.push(editedRow(match[0], cells.slice(match.index + match[0].length, end), edit))
    } else {
      chunks.push(cells.slice(match.index, end))
    }
    from = end
    rows.lastIndex = end
  }
  return [...chunks, cells.slice(from), ...waiting.slice(next).map(newRow)].join('')
}

function endOf(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from)
  if (at < 0) throw new CannotAnnotate(`no ${mark}`)
  return at + mark.length
}

function newRow([row, edit]: readonly [number, RowEdit]): string {
  return `<row r="${row + 1}">${cellXml(row, edit, 0)}</row>`
}

function editedRow(tag: string, rest: string, [row, edit]: readonly [number, RowEdit]): string {
  const inner = rest.replace(/<\/row>$/, '')
  const cells = [...cellsOf(inner)]
  const old = cells.find(({ column }) => column === edit.column)
  // A chain of calculations names every formula: one that vanished makes a program repair the file.
  if (old && /<f[\s/>]/.test(inner.slice(old.start, old.end))) throw new CannotAnnotate('a formula among the results')
  const start = old?.start ?? cells.find(({ column }) => column > edit.column)?.start ?? inner.length
  const like = cells.find(({ column }) => column === edit.like)?.style ?? 0
  const cell = edit.text === null && !old ? '' : cellXml(row, edit, like)
  return `${highEnough(tag.replace(/\s*\/>$/, '>'), edit.lines)}${inner.slice(0, start)}${cell}${inner.slice(old?.end ?? start)}</row>`
}

/** Which cells a program is to lay out first is only a hint, and no longer right. */
function highEnough(tag: string, lines: number): string {
  const row = withAttribute(tag, 'spans', null)
  const needed = Math.min(highestRow, lines * lineHeight + 4)
  if (lines <= 1 || needed <= Number(attribute(row, 'ht') ?? usualHeight)) return row
  return withAttribute(withAttribute(row, 'ht', String(needed)), 'customHeight', '1')
}

function cellXml(row: number, { column, text, style }: RowEdit, likeStyle: number): string {
  const place = `r="${columnLetters(column)}${row + 1}" s="${style(likeStyle)}"`
  return text === null ? `<c ${place}/>` : `<c ${place} t="inlineStr">${inlineText(text)}</c>`
}

export function inlineText(text: string): string {
  return `<is><t xml:space="preserve">${xmlText(meantText(text))}</t></is>`
}

interface CellPlace {
  column: number
  style: number
  start: number
  end: number
}

function* cellsOf(inner: string): Generator<CellPlace> {
  const pattern = /<c(?=[\s/>])[^>]*>/g
  for (let match = pattern.exec(inner); match; match = pattern.exec(inner)) {
    const [tag] = match
    const letters = /^([A-Z]{1,3})\d+$/.exec(attribute(tag, 'r') ?? '')?.[1]
    if (letters === undefined) throw new CannotAnnotate('a cell without address')
    const end = tag.endsWith('/>') ? pattern.lastIndex : endOf(inner, '</c>', pattern.lastIndex)
    yield { column: columnIndex(letters), style: styleOf(tag), start: match.index, end }
    pattern.lastIndex = end
  }
}
