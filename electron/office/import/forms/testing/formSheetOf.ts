import type { Merge, PlainCell, PlainSheet } from '../../../excel/sheet'
import type { FormRow, FormValue } from '../../../forms/formRow'
import { findForm } from '../../../forms/standardForms'
import { deliverySigns } from '../../../../../shared/domain/deliveryMark'
import type { ReadForm } from '../formFields'

/** A standard form filled with rows, as plain cells: title, line of three, one or two header rows, rows. */
export function formSheetOf(form: ReadForm, rows: readonly FormRow[], head: { title?: string; left?: string; date?: string; name?: string } = {}): PlainSheet {
  const { title, columns, headerRows } = findForm(form)
  const width = columns.length - 1
  const merges: Merge[] = [{ top: 0, left: 0, bottom: 0, right: width }]
  const groups: PlainCell[] = columns.map(({ group, header }) => (headerRows === 1 || group === '' ? header : group))
  const lastOf = (first: number): number => first + columns.slice(first).findIndex((_, i, rest) => rest[i + 1]?.group !== rest[0]?.group)
  const leaves: PlainCell[] = columns.map(({ group, header }) => (group === '' ? null : header))
  if (headerRows === 2) {
    for (const [c, { group }] of columns.entries()) {
      if (group === '') merges.push({ top: 2, left: c, bottom: 3, right: c })
      else if (columns[c - 1]?.group === group) groups[c] = null
      else merges.push({ top: 2, left: c, bottom: 2, right: lastOf(c) })
    }
  }
  const body = rows.map((row, i) => columns.map(({ field, type }) => (field === 'rowNo' ? i + 1 : cellOf(row[field] ?? null, type))))
  return {
    name: head.name ?? form,
    hidden: false,
    merges,
    rows: [
      [head.title ?? title.replace('{年度}', '2026')],
      [head.left ?? '填报单位(盖章):示范区', null, null, `填报时间:${head.date ?? '2026年6月30日'}`],
      groups,
      ...(headerRows === 2 ? [leaves] : []),
      ...body,
    ],
  }
}

function cellOf(value: FormValue, type: string): PlainCell {
  if (value === true) return type === 'tick' ? '√' : '是'
  if (value === false) return type === 'tick' ? '×' : '否'
  if (type === 'tick' && typeof value === 'string' && value in deliverySigns) return deliverySigns[value as keyof typeof deliverySigns]
  if (type === 'date' && typeof value === 'string') return /^\d{4}-\d{2}-\d{2}$/.test(value) ? { date: value } : value.replace('-', '.')
  return value
}
