import type { Field, FieldValue } from '../../../../shared/record/field'
import { showField } from '../../../../shared/record/showField'

/** How a column writes a flag where it does not ask for 是 or 否. */
const flagWords: Readonly<Partial<Record<string, { yes: string; no: string }>>> = {
  liaisonFullTime: { yes: '专职', no: '兼职' },
  secretaryFullTime: { yes: '专职', no: '兼职' },
  assignmentState: { yes: '在岗', no: '停用' },
}

/** A value of a record in the words of a form's column. `month`: of a date only the month is known. */
export function showStated(field: Field, value: FieldValue, { column, month }: { column: string; month: boolean }): string {
  const words = flagWords[column]
  if (words && typeof value === 'boolean') return value ? words.yes : words.no
  const shown = showField(field, value)
  return month ? shown.slice(0, 'YYYY-MM'.length) : shown
}
