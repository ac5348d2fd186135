import type { S15Row, S15Table } from '../../../shared/contract/returns'
import { chineseDate, type CalendarDate } from '../../../shared/domain/calendarDate'
import { s15Columns, type S15Column } from '../../../shared/domain/s15'
import { columnLetters } from '../excel/columnLetters'
import type { CellSpec, RowSpec, WorkbookSpec } from '../excel/workbookSpec'
import { bodyLooks, lineLooks, totalLooks } from './looks'
import { frameHead, noteRow, signatureText } from './tableFrame'

export interface S15Input {
  table: S15Table
  /** The day the workbook is made. */
  filledOn: CalendarDate
}

/** Title, line of three, one header row. */
const firstRow = 3

/** Table S15 (docs/domain.md, section 13): units in official order, then 合计; to be printed as a notice. */
export function s15Workbook({ table, filledOn }: S15Input): WorkbookSpec {
  const text = {
    title: table.title,
    left: `填报单位(盖章):${table.officeName}`,
    centre: `统计期间:${chineseDate(table.from)}至${chineseDate(table.to)}`,
    right: '单位:张、行、家',
  }
  const head = frameHead(s15Columns.map((column) => ({ group: '', ...column })), text, undefined, 1)
  const totalAt = firstRow + table.rows.length
  const note = noteRow(table.note, totalAt + 1, s15Columns.map((column) => ({ group: '', ...column })))
  return {
    creator: '双覆盖台账',
    createdAt: `${filledOn}T00:00:00Z`,
    sheets: [
      {
        name: 'S15',
        columnWidths: s15Columns.map(({ width }) => width),
        rows: [
          ...head.rows,
          ...table.rows.map((row, index) => ({ height: 22, cells: s15Columns.map((column) => cellOf(column, row, index)) })),
          totalRow(table),
          note.row,
          { height: 22, cells: [{ value: signatureText(['填表人', '审核人', '负责人', '填报日期']), look: lineLooks.left }] },
        ],
        merges: [
          ...head.merges,
          { top: totalAt, left: 0, bottom: totalAt, right: 1 },
          note.merge,
          { top: totalAt + 2, left: 0, bottom: totalAt + 2, right: s15Columns.length - 1 },
        ],
        frozen: { rows: firstRow, columns: 2 },
        print: { paper: 'A4', landscape: true, fit: 'width', repeatRows: [2, 2] },
      },
    ],
  }
}

function cellOf({ key }: S15Column, row: S15Row, index: number): CellSpec {
  if (key === 'rowNo') return { value: index + 1, look: bodyLooks.count }
  if (key === 'unit' || key === 'state') return { value: row[key], look: bodyLooks.word }
  if (key === 'reportedOn') return { value: row.reportedOn === null ? null : { date: row.reportedOn }, look: bodyLooks.date }
  if (key === 'difference') return { value: row.difference, look: { ...bodyLooks.count, format: '+0;-0;0' } }
  return { value: row[key], look: bodyLooks.count }
}

/** Live sums, so that whoever reads the notice can check them. */
function totalRow({ rows, total }: S15Table): RowSpec {
  const cells = s15Columns.map(({ key }, at): CellSpec => {
    if (key === 'rowNo') return { value: '合计', look: totalLooks.word }
    if (key === 'unit' || key === 'reportedOn') return { value: null, look: totalLooks.word }
    if (key === 'state') return { value: `未报 ${total.states['未报'] + total.states['退回']} 个`, look: totalLooks.word }
    const letters = columnLetters(at)
    const formula = rows.length > 0 && total[key] !== null ? { formula: `SUM(${letters}${firstRow + 1}:${letters}${firstRow + rows.length})` } : {}
    return { value: total[key], look: key === 'difference' ? { ...totalLooks.count, format: '+0;-0;0' } : totalLooks.count, ...formula }
  })
  return { height: 22, cells }
}
