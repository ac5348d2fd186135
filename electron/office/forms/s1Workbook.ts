import type { S1Table } from '../../../shared/contract/statistics'
import { chineseDate, type CalendarDate } from '../../../shared/domain/calendarDate'
import { s1Columns, s1ColumnsFor, type S1Column, type S1Figures } from '../../../shared/domain/s1'
import type { CellLook, CellSpec, RowSpec, WorkbookSpec } from '../excel/workbookSpec'
import { bodyLooks, bodySize, lineLooks, totalLooks } from './looks'
import { rowHeight } from './rowHeight'
import { frameHead, noteRow, signatureText } from './tableFrame'

export interface S1Input {
  table: S1Table
  /** The day the workbook is made. */
  filledOn: CalendarDate
}

/** First data row, counted from 0; Excel calls it 5. */
const firstRow = 4
/** First columns of the centre and the right text of row 2: 统计截止 from I, 单位 from R. */
const thirds = [8, 17] as const
/** What a rate with the denominator 0 shows. */
const noRate = '—'

/** Table S1 with live formulas (docs/domain.md, section 13): units in the order given, then 合计. */
export function s1Workbook({ table, filledOn }: S1Input): WorkbookSpec {
  const head = frameHead(
    s1ColumnsFor(table.minMembers),
    {
      title: table.title,
      left: `填报单位(盖章):${table.officeName}`,
      centre: `统计截止:${chineseDate(table.cutOff)}`,
      right: '单位:家、人',
    },
    thirds,
  )
  const totalAt = firstRow + table.rows.length
  const note = noteRow(table.note, totalAt + 1, s1Columns)
  const signature = signatureText(['填表人', '审核人', '负责人', '填报日期'])
  return {
    creator: '双覆盖台账',
    createdAt: `${filledOn}T00:00:00Z`,
    sheets: [
      {
        name: 'S1',
        columnWidths: s1Columns.map(({ width }) => width),
        rows: [
          ...head.rows,
          ...table.rows.map((row, index) => dataRow(row, row.unit, index)),
          totalRow(table.total, table.rows.length),
          note.row,
          { height: 22, cells: [{ value: signature, look: lineLooks.left }] },
        ],
        merges: [
          ...head.merges,
          { top: totalAt, left: 0, bottom: totalAt, right: 1 },
          note.merge,
          { top: totalAt + 2, left: 0, bottom: totalAt + 2, right: s1Columns.length - 1 },
        ],
        frozen: { rows: firstRow, columns: 2 },
        print: { paper: 'A4', landscape: true, fit: 'width', repeatRows: [2, 3] },
      },
    ],
  }
}

function dataRow(figures: S1Figures, unit: string, index: number): RowSpec {
  const cells = s1Columns.map((column): CellSpec => {
    if (column.column === 'A') return { value: index + 1, look: bodyLooks.count }
    if (column.column === 'B') return { value: unit, look: bodyLooks.word }
    const formula = column.formula?.(firstRow + index + 1)
    return { value: figure(figures, column), ...(formula ? { formula } : {}), look: look(column, bodyLooks) }
  })
  const width = s1Columns.find(({ column }) => column === 'B')?.width ?? 0
  return { height: rowHeight([{ text: unit, width }], bodySize, 8), cells }
}

/** Counts are summed; derived columns follow from the sums, never from the rates above. */
function totalRow(figures: S1Figures, rows: number): RowSpec {
  const cells = s1Columns.map((column): CellSpec => {
    if (column.column === 'A') return { value: '合计', look: totalLooks.word }
    const formula = column.formula?.(firstRow + rows + 1) ?? sumFormula(column, rows)
    return { value: figure(figures, column), ...(formula ? { formula } : {}), look: look(column, totalLooks) }
  })
  return { height: 22, cells }
}

function sumFormula({ column, kind }: S1Column, rows: number): string | null {
  return kind === 'count' && rows > 0 ? `SUM(${column}${firstRow + 1}:${column}${firstRow + rows})` : null
}

function figure(figures: S1Figures, { column, kind }: S1Column): number | string | null {
  if (!isFigure(figures, column)) return null
  const value = figures[column]
  return value === null && kind === 'rate' ? noRate : value
}

function isFigure(figures: S1Figures, column: string): column is keyof S1Figures {
  return /^[C-W]$/.test(column) && Object.hasOwn(figures, column)
}

function look({ kind }: S1Column, looks: Record<'word' | 'count' | 'rate' | 'points', CellLook>): CellLook {
  if (kind === 'count' || kind === 'rate' || kind === 'points') return looks[kind]
  return looks.word
}
