import type { PlannedRow } from '../../../shared/contract/import'
import { formFields, isReadForm } from '../import/forms/formFields'
import { fieldLabel, importFields, shownValue, type ImportField, type ImportFields } from '../import/importField'

type Values = Readonly<Record<string, unknown>> | null

/**
 * What a row of a sheet changed, in the words of its form, from what an import kept of it: old and new values by field;
 * of a new record only new ones. Rows of the ledger keep values as they are, those of other forms as they were shown.
 */
export function shownImportRow(form: string, before: Values, after: Values): PlannedRow['changes'] {
  const isLedger = !isReadForm(form)
  const shown = (value: unknown): string => (isLedger ? shownValue(value as ImportFields[ImportField] | undefined) : String(value ?? ''))
  const fields = Object.keys(before ?? after ?? {})
  const ordered = isLedger ? (Object.keys(importFields) as ImportField[]).filter((field) => fields.includes(field)) : fields
  return ordered
    .map((field) => ({ field, label: labelOf(form, field), before: shown(before?.[field]), after: shown(after?.[field]) }))
    .filter((change) => before !== null || change.after !== '')
}

function labelOf(form: string, field: string): string {
  if (isReadForm(form)) {
    const { fields, labelOf: labels } = formFields(form)
    return fields.includes(field) ? labels(field) : field
  }
  return Object.hasOwn(importFields, field) ? fieldLabel(field as ImportField) : field
}
