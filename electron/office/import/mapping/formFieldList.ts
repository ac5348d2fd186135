import type { TakenForm } from '../../../../shared/contract/mapping'
import { findForm } from '../../forms/standardForms'
import { formFields, isReadForm } from '../forms/formFields'
import { importFields, isImportField, type ImportField } from '../importField'

export interface ListedField {
  field: string
  label: string
  /** Of the form, that people look for it under; '' for none. */
  group: string
}

/** Told by the header of another column, never by one of its own. */
const inferred: ReadonlySet<ImportField> = new Set(['liaisonKind'])

/** What a column of a form may be, in the order of the form. */
export function formFieldList(form: TakenForm): ListedField[] {
  if (!isReadForm(form)) {
    return Object.keys(importFields).filter(isImportField).filter((field) => !inferred.has(field)).map((field) => {
      const described = importFields[field]
      return { field, label: described.label, group: 'group' in described ? described.group : '' }
    })
  }
  const { fields, labelOf } = formFields(form)
  const { columns } = findForm(form)
  return fields.map((field) => ({ field, label: labelOf(field), group: columns.find((column) => column.field === field)?.group ?? '' }))
}
