import type { StatPart, StatTable } from '../../../shared/contract/statistics'
import { chineseDate, type CalendarDate } from '../../../shared/domain/calendarDate'
import { totalLabel } from '../../../shared/domain/statistics/composeTable'
import type { FigureKind, StatColumn, StatPart as PartSource } from '../../../shared/domain/statistics/statTable'
import type { TableFacts } from '../../../shared/domain/statistics/tableFacts'
import type { CellLook, CellSpec, RowSpec, SheetSpec, WorkbookSpec } from '../excel/workbookSpec'
import { bodyLooks, bodySize, lineLooks, totalLooks } from './looks'
import { rowHeight } from './rowHeight'
import { frameHead, noteRow, signatureText, type FrameColumn } from './tableFrame'

export interface TableInput {
  table: StatTable
  /** The parts the table was composed from, in their order: their formulas and facts. */
  sources: readonly PartSource[]
  /** The day the workbook is made. */
  filledOn: CalendarDate
}

/** First data row, counted from 0; Excel calls it 5. */
const firstRow = 4
const numberWidth = 5
const labelWidth = 14
/** What a rate with the denominator 0 shows. */
const noRate = '—'

/** One of the tables S1–S14 with live formulas (docs/domain.md, section 13): a sheet for each of its parts. */
export function tableWorkbook({ table, sources, filledOn }: TableInput): WorkbookSpec {
  return {
    creator: '双覆盖台账',
    createdAt: `${filledOn}T00:00:00Z`,
    sheets: table.parts.flatMap((part, i) => {
      const source = sources[i]
      return source ? [sheetOf(table, part, source)] : []
    }),
  }
}

function sheetOf(table: StatTable, part: StatPart, source: PartSource): SheetSpec {
  const { columns } = source
  const frame: FrameColumn[] = [
    { group: '', header: '序号', width: numberWidth },
    { group: '', header: part.rowHeader, width: labelWidth },
    ...columns,
  ]
  const head = frameHead(frame, {
    title: part.title,
    left: `填报单位(盖章):${table.unitName ?? table.officeName}`,
    centre: `统计截止:${chineseDate(table.cutOff)}`,
    right: part.measure,
  })
  const totalAt = firstRow + part.rows.length
  const noteAt = part.total === null ? totalAt : totalAt + 1
  const note = noteRow(part.note, noteAt, frame)
  const lines = { totalRow: totalAt + 1, rows: part.rows.length }
  const facts = new Map(source.rows.map((row) => [row.key, row.facts]))
  return {
    name: part.key,
    columnWidths: frame.map(({ width }) => width),
    rows: [
      ...head.rows,
      ...part.rows.map(({ key, label, figures }, i): RowSpec => ({
        height: rowHeight([{ text: label, width: labelWidth }], bodySize, 8),
        cells: [
          { value: i + 1, look: bodyLooks.count },
          { value: label, look: bodyLooks.word },
          ...columns.map((column) => bodyCell(column, figures, { r: firstRow + i + 1, total: lines.totalRow, facts: facts.get(key) })),
        ],
      })),
      ...(part.total === null ? [] : [totalRow(columns, part.total, { ...lines, whole: source.whole })]),
      note.row,
      { height: 22, cells: [{ value: signatureText(['填表人', '审核人', '负责人', '填报日期']), look: lineLooks.left }] },
    ],
    merges: [
      ...head.merges,
      ...(part.total === null ? [] : [{ top: totalAt, left: 0, bottom: totalAt, right: 1 }]),
      note.merge,
      { top: noteAt + 1, left: 0, bottom: noteAt + 1, right: frame.length - 1 },
    ],
    frozen: { rows: firstRow, columns: 2 },
    print: { paper: 'A4', landscape: true, fit: 'width', repeatRows: [2, 3] },
  }
}

type Figures = StatPart['rows'][number]['figures']

function bodyCell(
  column: StatColumn,
  figures: Figures,
  { r, total, facts }: { r: number; total: number; facts: TableFacts | undefined },
): CellSpec {
  const formula = column.derive?.excel(r, total) ?? (facts && column.formula?.(r, facts))
  return { value: shown(column, figures), ...(formula ? { formula } : {}), look: lookOf(column.kind, bodyLooks) }
}

/** Counts are summed; what derives from them follows from the sums, never from the rates above. */
function totalRow(
  columns: readonly StatColumn[],
  total: Figures,
  { totalRow: r, rows, whole }: { totalRow: number; rows: number; whole: TableFacts | null },
): RowSpec {
  const cells = columns.map((column): CellSpec => {
    const { key, count, total: way = 'sum' } = column
    const sum = count && way === 'sum' && rows > 0 ? `SUM(${key}${firstRow + 1}:${key}${firstRow + rows})` : undefined
    const formula = column.derive?.excel(r, r) ?? (way === 'whole' && whole ? column.formula?.(r, whole) : sum)
    return { value: shown(column, total), ...(formula ? { formula } : {}), look: lookOf(column.kind, totalLooks) }
  })
  return { height: 22, cells: [{ value: totalLabel, look: totalLooks.word }, { value: null, look: totalLooks.word }, ...cells] }
}

/** A figure nobody can give is left blank; one with the denominator 0, and a cell that means nothing, show —. */
function shown({ key, kind, derive }: StatColumn, figures: Figures): number | string | null {
  const value = figures[key]
  if (value !== undefined && value !== null) return value
  if (value === undefined || kind === 'text') return null
  return kind === 'points' && !derive ? null : noRate
}

function lookOf(kind: FigureKind, looks: Record<'word' | Exclude<FigureKind, 'text'>, CellLook>): CellLook {
  return kind === 'text' ? looks.word : looks[kind]
}
