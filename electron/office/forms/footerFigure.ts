import { averagePoints } from '../../../shared/domain/assessment'
import type { CellLook, CellSpec } from '../excel/workbookSpec'
import type { ColumnType, FooterCell } from './form'
import { totalLooks } from './looks'

type Value = CellSpec['value']

/** The cells above a figure: what a column holds, and where Excel finds it (`K5:K12`). */
export interface FigureSource {
  values(letters: string): readonly Value[]
  range(letters: string): string
}

export interface FooterFigure {
  value: Value
  formula: string
}

/**
 * Beyond so many rows different texts are counted once and for all: the formula compares every cell with those above
 * it, each time the sheet is calculated.
 */
const comparable = 10_000

/** A figure of the last row: what it shows, and the formula by which whoever receives the form can check it. */
export function footerFigure(cell: FooterCell, source: FigureSource): FooterFigure {
  if (cell.kind === 'balance') {
    const sum = (columns: readonly string[]): number => columns.reduce((all, letters) => all + sumOf(source.values(letters)), 0)
    const ranges = (columns: readonly string[]): string => columns.map((letters) => source.range(letters)).join(',')
    return { value: exact(sum(cell.plus) - sum(cell.minus)), formula: `SUM(${ranges(cell.plus)})-SUM(${ranges(cell.minus)})` }
  }
  const letters = cell.of ?? cell.col
  const [values, range] = [source.values(letters), source.range(letters)]
  switch (cell.kind) {
    case 'sum':
      return { value: exact(sumOf(values)), formula: `SUM(${range})` }
    case 'average':
      return { value: averagePoints(values.map(numberOf)), formula: `IF(COUNT(${range})=0,"",ROUND(AVERAGE(${range}),2))` }
    case 'count':
      return { value: countOf(values, cell.word), formula: `COUNTIF(${range},"${cell.word}")` }
    case 'filled':
      return { value: values.filter((value) => value !== null).length, formula: `COUNTA(${range})` }
    case 'blank':
      return { value: values.filter((value) => value === null).length, formula: `COUNTBLANK(${range})` }
    case 'distinct': {
      const texts = values.filter((value) => typeof value === 'string')
      const value = new Set(texts.map((text) => text.toLowerCase())).size
      // A text counts where it stands first.
      const first = `MATCH(${range}&"",${range}&"",0)=ROW(${range})-ROW(${firstCell(range)})+1`
      return { value, formula: values.length > comparable ? '' : `SUMPRODUCT((${range}<>"")*(${first}))` }
    }
  }
}

/** How a figure looks that stands in a column of this type: sums as its cells, counts with their words around them. */
export function figureLook(cell: FooterCell, type: ColumnType | undefined): CellLook {
  if (cell.kind === 'average') return totalLooks.decimal
  if ((cell.kind === 'sum' || cell.kind === 'balance') && type !== 'int') return type === 'money' ? totalLooks.money : totalLooks.decimal
  if (cell.before === undefined && cell.unit === undefined) return totalLooks.count
  return { ...totalLooks.count, format: `${quoted(cell.before)}0${quoted(cell.unit)}` }
}

function quoted(words: string | undefined): string {
  return words === undefined ? '' : `"${words}"`
}

function firstCell(range: string): string {
  return range.slice(0, range.indexOf(':'))
}

function numberOf(value: Value): number | null {
  return typeof value === 'number' ? value : null
}

function sumOf(values: readonly Value[]): number {
  return values.reduce<number>((sum, value) => sum + (numberOf(value) ?? 0), 0)
}

/** Without the crumbs of binary fractions: 分 are the sixth decimal of 万元. */
function exact(sum: number): number {
  return Math.round(sum * 1_000_000) / 1_000_000
}

function countOf(values: readonly Value[], word: string): number {
  return values.filter((value) => value === word).length
}
