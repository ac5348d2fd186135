import type { PlannedRow } from '../../../shared/contract/import'
import type { OfficeSettings } from '../../../shared/domain/officeSettings'
import { formFields, isReadForm } from '../import/forms/formFields'
import { importFields, ownFieldLabel, shownValue, type ImportField, type ImportFields } from '../import/importField'

type Values = Readonly<Record<string, unknown>> | null

/**
 * What a row of a sheet changed, by the columns of its form, from what an import kept of it: old and new values by field;
 * of a new record only new ones. Rows of the ledger keep values as they are and are told in the words of the district,
 * those of other forms as they were shown.
 */
export function shownImportRow(form: string, before: Values, after: Values, settings: OfficeSettings): PlannedRow['changes'] {
  const isLedger = !isReadForm(form)
  const shown = (field: string, value: unknown): string => {
    if (!isLedger) return String(value ?? '')
    return shownValue(field as ImportField, value as ImportFields[ImportField] | undefined, settings.words)
  }
  const fields = Object.keys(before ?? after ?? {})
  const ordered = isLedger ? (Object.keys(importFields) as ImportField[]).filter((field) => fields.includes(field)) : fields
  return ordered
    .map((field) => ({ field, label: labelOf(form, field, settings), before: shown(field, before?.[field]), after: shown(field, after?.[field]) }))
    .filter((change) => before !== null || change.after !== '')
}

function labelOf(form: string, field: string, settings: OfficeSettings): string {
  if (isReadForm(form)) {
    const { fields, labelOf: labels } = formFields(form)
    return fields.includes(field) ? labels(field) : field
  }
  return Object.hasOwn(importFields, field) ? ownFieldLabel(field as ImportField, settings) : field
}
