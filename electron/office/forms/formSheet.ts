import { chineseDate, type CalendarDate } from '../../../shared/domain/calendarDate'
import type { Merge } from '../excel/sheet'
import type { CellSpec, PrintSpec, RowSpec, SheetSpec } from '../excel/workbookSpec'
import type { StandardForm } from './form'
import { formBody } from './formBody'
import type { FormRow } from './formRow'
import { figureLook, footerFigure, type FigureSource } from './footerFigure'
import { lineLooks, totalLooks } from './looks'
import { frameHead, signatureText, type FrameHead } from './tableFrame'

export interface FormSheetInput {
  form: StandardForm
  /** Of the tab: at most 31 characters, none of * ? : \ / [ ]. */
  name: string
  /** The form's title with region and year filled in. */
  title: string
  /** 填报单位: a unit, the region, an organisation. */
  filledBy: string
  filledOn: CalendarDate
  rows: readonly FormRow[]
  /** What stands behind the label of the footer's further row (等次). */
  remark?: string | null
}

/** Columns that stay in sight and are repeated on every printed page. */
const fixedColumns = 3
const signatures = ['填表人', '审核人', '负责人', '联系电话', '填报日期']

/** A standard form with its rows, as docs/domain.md, section 12 lays it out: title, line of three, header, rows, footer. */
export function formSheet(input: FormSheetInput): SheetSpec {
  const { form, name, title } = input
  const sections = form.print.sections?.map((letters) => columnOf(form, letters)) ?? []
  const head = formHead(input, sections)
  const firstRow = head.rows.length
  const body = formBody(form, input.rows, firstRow)
  const end = firstRow + body.rows.length
  const footer = formFooter(form, { body: body.rows, firstRow, remark: input.remark ?? null })
  const signedIn = end + footer.rows.length + 1
  return {
    name,
    columnWidths: form.columns.map(({ width }) => width),
    rows: [...head.rows, ...body.rows, ...footer.rows, { cells: [] }, signatureRow()],
    merges: [
      ...head.merges,
      ...body.merges,
      ...footer.merges,
      { top: signedIn, left: 0, bottom: signedIn, right: (sections[0] ?? form.columns.length) - 1 },
    ],
    frozen: { rows: firstRow, columns: fixedColumns },
    print: formPrint(form, { title, sections, firstRow, signedIn }),
  }
}

function columnOf(form: StandardForm, letters: string): number {
  const index = form.columns.findIndex(({ col }) => col === letters)
  if (index < 0) throw new Error(`${form.id} has no column ${letters}`)
  return index
}

function formHead({ form, title, filledBy, filledOn }: FormSheetInput, sections: readonly number[]): FrameHead {
  const text = { title, left: `填报单位(盖章):${filledBy}`, centre: `填报时间:${chineseDate(filledOn)}`, right: form.unit }
  const [second, third] = sections
  return frameHead(form.columns, text, second !== undefined && third !== undefined ? [second, third] : undefined, form.headerRows)
}

/** Live sums and counts, so that whoever receives the form can check them. */
function formFooter(
  form: StandardForm,
  { body, firstRow, remark }: { body: readonly RowSpec[]; firstRow: number; remark: string | null },
): { rows: RowSpec[]; merges: Merge[] } {
  const { footer, columns } = form
  if (!footer) return { rows: [], merges: [] }
  const top = firstRow + body.length
  const labelled = columnOf(form, footer.through)
  const source: FigureSource = {
    values: (letters) => {
      const index = columnOf(form, letters)
      return body.map(({ cells }) => cells[index]?.value ?? null)
    },
    range: (letters) => `${letters}${firstRow + 1}:${letters}${top}`,
  }
  const cells = columns.map((_, index): CellSpec => ({ value: index === 0 ? footer.label : null, look: totalLooks.word }))
  const merges: Merge[] = labelled > 0 ? [{ top, left: 0, bottom: top, right: labelled }] : []
  for (const cell of footer.cells) {
    const index = columnOf(form, cell.col)
    const { value, formula } = footerFigure(cell, source)
    const look = figureLook(cell, columns[index]?.type)
    // Without rows there is no range to point at.
    cells[index] = body.length === 0 || formula === '' ? { value, look } : { value, formula, look }
  }
  const rows: RowSpec[] = [{ height: 22, cells }]
  if (footer.remark === undefined) return { rows, merges }
  const texts = new Map([[0, footer.remark], [labelled + 1, remark]])
  rows.push({ height: 22, cells: columns.map((_, index) => ({ value: texts.get(index) ?? null, look: totalLooks.word })) })
  const below = { top: top + 1, bottom: top + 1 }
  merges.push({ ...below, left: 0, right: labelled }, { ...below, left: labelled + 1, right: columns.length - 1 })
  return { rows, merges }
}

function formPrint(
  form: StandardForm,
  { title, sections, firstRow, signedIn }: { title: string; sections: readonly number[]; firstRow: number; signedIn: number },
): PrintSpec {
  const { paper, landscape, scale } = form.print
  const print = { paper, landscape, repeatRows: [2, firstRow - 1] } as const
  if (sections.length === 0 || scale === undefined) return { ...print, fit: 'width' }
  return {
    ...print,
    fit: { scale, breakBefore: sections },
    // Row 1 spans several sheets of paper: on each of them the page title stands for it.
    pageTitle: title,
    area: { top: 1, left: 0, bottom: signedIn, right: form.columns.length - 1 },
    repeatColumns: [0, fixedColumns - 1],
  }
}

function signatureRow(): RowSpec {
  return { height: 22, cells: [{ value: signatureText(signatures), look: lineLooks.left }] }
}
