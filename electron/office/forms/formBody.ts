import type { Merge } from '../excel/sheet'
import type { CellLook, CellSpec, RowSpec } from '../excel/workbookSpec'
import type { FormColumn, StandardForm } from './form'
import { columnLook, formValue } from './formCell'
import type { FormRow } from './formRow'
import { bodySize, exampleLook, sectionLook } from './looks'
import { groupMerges, rowGroups, type RowGroup } from './mergeDown'
import { rowHeight } from './rowHeight'

export interface FormBody {
  rows: RowSpec[]
  merges: Merge[]
}

const padding = 6

/** The rows of a form in the order given, numbered, headed by their section's line and merged where the form says so. */
export function formBody(
  form: StandardForm,
  rows: readonly FormRow[],
  { firstRow, isTemplate }: { firstRow: number; isTemplate: boolean },
): FormBody {
  const looks = form.columns.map(columnLook)
  const written: RowSpec[] = []
  const merges: Merge[] = []
  const last = form.columns.length - 1
  if (isTemplate && form.example) written.push(dataRow(form, form.example, { rowNo: '示例', looks: looks.map(exampleLook), hidden: [] }))
  const merged = (form.mergeDown ?? []).map((letters) => form.columns.findIndex(({ col }) => col === letters))
  for (const part of sectionsOf(form, rows)) {
    if (part.title !== null) {
      const top = firstRow + written.length
      written.push({ height: 20, cells: form.columns.map((_, i) => ({ value: i === 0 ? part.title : null, look: sectionLook })) })
      merges.push({ top, left: 0, bottom: top, right: last })
    }
    const top = firstRow + written.length
    const groups = merged.length === 0 ? [] : rowGroups(part.rows.map((row) => merged.map((index) => valueAt(form, row, index))))
    const hidden = hiddenRows(groups)
    part.rows.forEach((row, i) => {
      written.push(dataRow(form, row, { rowNo: i + 1, looks, hidden: hidden.has(i) ? merged : [] }))
    })
    for (const group of groups) growTogether(written, group, { top: top - firstRow, columns: form.columns, merged })
    merges.push(...groupMerges(groups, merged, top))
  }
  return { rows: written, merges }
}

interface Part {
  /** Line above the rows; null without one. */
  title: string | null
  rows: readonly FormRow[]
}

/** The rows by their section, in the order of the form's sections. */
function sectionsOf({ sections }: StandardForm, rows: readonly FormRow[]): Part[] {
  if (!sections) return [{ title: null, rows }]
  const { field, titles } = sections
  const parts: Part[] = Object.entries(titles).map(([value, title]) => ({ title, rows: rows.filter((row) => row[field] === value) }))
  const rest = rows.filter((row) => !Object.hasOwn(titles, String(row[field])))
  return [...parts, { title: null, rows: rest }].filter((part) => part.rows.length > 0)
}

function valueAt(form: StandardForm, row: FormRow, index: number): FormRow[string] {
  return row[form.columns[index]?.field ?? ''] ?? null
}

/** Rows whose merged cells are covered by those of the first row of their group. */
function hiddenRows(groups: readonly RowGroup[]): Set<number> {
  const hidden = new Set<number>()
  for (const { first, last } of groups) for (let row = first + 1; row <= last; row++) hidden.add(row)
  return hidden
}

function dataRow(
  { columns }: StandardForm,
  row: FormRow,
  { rowNo, looks, hidden }: { rowNo: number | string; looks: readonly CellLook[]; hidden: readonly number[] },
): RowSpec {
  const texts: { text: string; width: number }[] = []
  const cells = columns.map(({ field, type, width }, index): CellSpec => {
    const own = field === 'rowNo' ? rowNo : (row[field] ?? null)
    const value = hidden.includes(index) ? null : formValue(own, type)
    if (typeof value === 'string') texts.push({ text: value, width })
    const look = looks[index]
    return look ? { value, look } : { value }
  })
  return { height: rowHeight(texts, bodySize, padding), cells }
}

/** A merged cell has the height of all rows of its group: they grow together where that is not enough. */
function growTogether(
  rows: RowSpec[],
  { first, last }: RowGroup,
  { top, columns, merged }: { top: number; columns: readonly FormColumn[]; merged: readonly number[] },
): void {
  const own = rows.slice(top + first, top + last + 1)
  const [head] = own
  if (!head) return
  const texts = columns.map(({ width }, index) => ({ value: head.cells[index]?.value ?? null, width, isMerged: merged.includes(index) }))
  const heightOf = (isMerged: boolean): number =>
    rowHeight(
      texts.flatMap(({ value, width, isMerged: own }) => (own === isMerged && typeof value === 'string' ? [{ text: value, width }] : [])),
      bodySize,
      padding,
    )
  // What is merged no longer counts for the first row alone.
  const heights = own.map(({ height = 0 }, i) => (i === 0 ? heightOf(false) : height))
  const lacking = heightOf(true) - heights.reduce((sum, height) => sum + height, 0)
  own.forEach(({ cells }, i) => {
    const height = (heights[i] ?? 0) + Math.max(0, Math.ceil(lacking / own.length))
    rows[top + first + i] = { height, cells }
  })
}
