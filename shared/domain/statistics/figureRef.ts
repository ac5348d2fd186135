import { askedTableIds, groupings, type Grouping, type TableId } from './statTable'

/** Which table is asked for: of a day, or of a locked period as it was frozen. */
export interface TableQuestion {
  table: TableId
  asOf?: string | undefined
  /** First day of the period; that of the locked period, or of the year of the cut-off, without it. */
  from?: string | undefined
  periodId?: number | undefined
  /** The locked period compared with; the last before the cut-off without it. */
  previousId?: number | undefined
  grouping?: Grouping | undefined
  unitId?: number | undefined
}

/** One figure of a table: enough to find the records behind it again. */
export interface FigureRef extends TableQuestion {
  part: string
  /** Key of the row; `total` for 合计. */
  row: string
  column: string
  /** What people call it: 甲街道 应建未建. */
  label: string
}

/** A figure as one word for an address; it holds no comma, for addresses part lists by it. */
export function writeFigureRef({ table, part, row, column, asOf, from, periodId, previousId, grouping, unitId, label }: FigureRef): string {
  const words = [table, part, row, column, asOf, from, periodId, previousId, grouping, unitId, label]
  return words.map((word) => encodeURIComponent(String(word ?? '')).replaceAll('~', '%7E')).join('~')
}

/** Reads the word back; null for what is none. */
export function readFigureRef(word: string): FigureRef | null {
  const words = decoded(word)
  const [table, part = '', row = '', column = '', asOf = '', from = '', periodId = '', previousId = '', grouping = '', unitId = '', label = ''] = words
  const known = askedTableIds.find((id) => id === table)
  if (!known || words.length !== 11 || part === '' || row === '' || column === '') return null
  const question = { table: known, part, row, column, label, asOf: asOf || undefined, from: from || undefined }
  const id = (text: string): number | undefined => (/^[1-9]\d{0,14}$/.test(text) ? Number(text) : undefined)
  return {
    ...question, periodId: id(periodId), previousId: id(previousId), grouping: groupings.find((by) => by === grouping), unitId: id(unitId),
  }
}

function decoded(word: string): string[] {
  try {
    return word.split('~').map(decodeURIComponent)
  } catch {
    return []
  }
}
