import type { OwnWords } from '../../../shared/domain/ownWords'
import { formFieldsOfHeader, isFormGroup, isFormHeader } from './forms/formHeaders'
import { formFields, readForms } from './forms/formFields'
import { fieldsOfHeader, isGroupHeader } from './headerIndex'
import { fieldKind } from './importField'
import { isWordOf } from './wordTable'

/** Whether a text is a header of any table that is read: of the ledger, by wording or pattern, or of another form. */
export function isHeader(text: string): boolean {
  return fieldsOfHeader(text).length > 0 || isFormHeader(text)
}

/** Whether a text stands above several columns and says what they have in common. */
export function isGroup(text: string): boolean {
  return isGroupHeader(text) || isFormGroup(text)
}

/** Columns that say what a row is about: a table has one of them. */
const naming: ReadonlySet<string> = new Set(['enterpriseName', 'partyOrgName', 'payeeName', 'itemText'])

export function namesRows(header: string): boolean {
  if (fieldsOfHeader(header).some((field) => naming.has(field))) return true
  return readForms.some((form) => formFieldsOfHeader(form, header).some((field) => naming.has(field)))
}

/** Whether a text is a value of what its group header names, in the words of the district too: 单独组建 below 组建方式. */
export function isLeafOf(group: string, text: string, own: OwnWords): boolean {
  if (fieldsOfHeader(group).some((field) => isWordOf(fieldKind(field), text, own))) return true
  return readForms.some((form) => formFieldsOfHeader(form, group).some((field) => isWordOf(formFields(form).kindOf(field), text, own)))
}
