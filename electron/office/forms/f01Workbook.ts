import { ledgerFields, type LedgerField, type LedgerRow } from '../../../shared/contract/ledgerRow'
import { chineseDate, type CalendarDate } from '../../../shared/domain/calendarDate'
import type { CellSpec, RowSpec, WorkbookSpec } from '../excel/workbookSpec'
import type { FormColumn } from './form'
import { ledgerCell, type LedgerValue } from './ledgerCell'
import { bodySize, lineLooks, totalLooks } from './looks'
import { rowHeight } from './rowHeight'
import { findForm } from './standardForms'
import { frameHead, signatureText } from './tableFrame'

export interface F01Input {
  /** {地区} of the title. */
  regionName: string
  /** Who fills the form in; null is the whole district. */
  unitName: string | null
  filledOn: CalendarDate
  rows: readonly LedgerRow[]
}

const form = findForm('F01')
const widths = form.columns.map(({ width }) => width)
/** First data row, counted from 0; Excel calls it 5. */
const firstRow = 4
/** Printed in three sections A–R, S–AK, AL–BF, each with A–C before it: first columns of the second and third. */
const sections = [columnOf('S'), columnOf('AL')] as const
/** The widest section with A–C fits A3 across. */
const scale = 64
const summed = new Set(['K', 'L', 'S', 'T', 'U', 'V', 'W', 'X'])

/** The master ledger F01, one row an enterprise in the order given (docs/domain.md, section 12, F01). */
export function f01Workbook({ regionName, unitName, filledOn, rows }: F01Input): WorkbookSpec {
  const title = form.title.replace('{地区}', regionName)
  const head = frameHead(
    form.columns,
    {
      title,
      left: `填报单位(盖章):${unitName ?? regionName}`,
      centre: `填报时间:${chineseDate(filledOn)}`,
      right: form.unit,
    },
    sections,
  )
  const body = rows.map(dataRow)
  const totalAt = firstRow + rows.length
  return {
    creator: '双覆盖台账',
    createdAt: `${filledOn}T00:00:00Z`,
    sheets: [
      {
        name: 'F01',
        columnWidths: widths,
        rows: [...head.rows, ...body, totalRow(body), { cells: [] }, signatureRow()],
        merges: [
          ...head.merges,
          { top: totalAt, left: 0, bottom: totalAt, right: 2 },
          { top: totalAt + 2, left: 0, bottom: totalAt + 2, right: sections[0] - 1 },
        ],
        frozen: { rows: firstRow, columns: 3 },
        print: {
          paper: 'A3',
          landscape: true,
          fit: { scale, breakBefore: sections },
          // Row 1 spans three sheets of paper: on each of them the page title stands for it.
          pageTitle: title,
          area: { top: 1, left: 0, bottom: totalAt + 2, right: form.columns.length - 1 },
          repeatRows: [2, 3],
          repeatColumns: [0, 2],
        },
      },
    ],
  }
}

function columnOf(letters: string): number {
  const index = form.columns.findIndex(({ col }) => col === letters)
  if (index < 0) throw new Error(`F01 has no column ${letters}`)
  return index
}

function dataRow(row: LedgerRow, index: number): RowSpec {
  const cells = form.columns.map((column) =>
    ledgerCell(column.field === 'rowNo' ? index + 1 : ledgerValue(row, column.field), column),
  )
  const texts = cells.map(({ value }, column) => ({
    text: typeof value === 'string' ? value : '',
    width: widths[column] ?? 0,
  }))
  return { height: rowHeight(texts, bodySize, 6), cells }
}

function ledgerValue(row: LedgerRow, field: string): LedgerValue {
  return isLedgerField(field) ? row[field] : null
}

function isLedgerField(field: string): field is LedgerField {
  return Object.hasOwn(ledgerFields.shape, field)
}

/** Live sums and counts, so that whoever receives the form can check them. */
function totalRow(body: readonly RowSpec[]): RowSpec {
  const cells = form.columns.map((column, index): CellSpec => {
    if (index === 0) return { value: '合计', look: totalLooks.word }
    const values = body.map(({ cells: row }) => row[index]?.value ?? null)
    const range = `${column.col}${firstRow + 1}:${column.col}${firstRow + body.length}`
    if (summed.has(column.col)) {
      const sum = values.reduce<number>((total, value) => total + (typeof value === 'number' ? value : 0), 0)
      const look = column.type === 'money' ? totalLooks.money : totalLooks.count
      return live(Math.round(sum * 100) / 100, `SUM(${range})`, body.length, look)
    }
    const word = countedWord(column)
    if (word === null) return { value: null, look: totalLooks.word }
    const count = values.filter((value) => value === word).length
    return live(count, `COUNTIF(${range},"${word}")`, body.length, totalLooks.count)
  })
  return { height: 22, cells }
}

function countedWord({ type }: FormColumn): '是' | '√' | null {
  if (type === '是/否') return '是'
  return type === 'tick' ? '√' : null
}

/** Without rows there is no range to point at. */
function live(value: number, formula: string, rows: number, look: CellSpec['look']): CellSpec {
  return rows === 0 ? { value, look } : { value, formula, look }
}

function signatureRow(): RowSpec {
  const text = signatureText(['填表人', '审核人', '负责人', '联系电话', '填报日期'])
  return { height: 22, cells: [{ value: text, look: lineLooks.left }] }
}
