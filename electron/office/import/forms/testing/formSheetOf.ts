import type { PlainSheet } from '../../../excel/sheet'
import type { SheetSpec } from '../../../excel/workbookSpec'
import type { FormRow } from '../../../forms/formRow'
import { formWorkbook } from '../../../forms/formWorkbook'
import { findForm } from '../../../forms/standardForms'
import type { ReadForm } from '../formFields'

/** A standard form filled with rows, as its workbook would be read: title, line of three, header, rows, sums, signatures. */
export function formSheetOf(form: ReadForm, rows: readonly FormRow[], head: { title?: string; filledBy?: string; name?: string } = {}): PlainSheet {
  const { title, filledBy = '示范区', name } = head
  const [sheet] = formWorkbook({ form: findForm(form), regionName: '示范区', year: 2026, filledOn: '2026-06-30', parts: [{ filledBy, rows }] }).sheets
  if (!sheet) throw new Error(`${form} has no sheet`)
  const plain = plainSheet(sheet)
  return { ...plain, name: name ?? plain.name, rows: title === undefined ? plain.rows : [[title], ...plain.rows.slice(1)] }
}

function plainSheet({ name, rows, merges }: SheetSpec): PlainSheet {
  return { name, hidden: false, merges, rows: rows.map(({ cells }) => cells.map((cell) => cell?.value ?? null)) }
}
