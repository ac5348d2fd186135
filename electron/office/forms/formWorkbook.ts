import type { CalendarDate } from '../../../shared/domain/calendarDate'
import type { WorkbookSpec } from '../excel/workbookSpec'
import type { StandardForm } from './form'
import { formSheet, type FormSheetInput } from './formSheet'
import { formTitle } from './formTitle'
import { sheetNames } from './sheetNames'

/** One sheet of a form: nearly always the only one; of F11 there is one for each organisation. */
export type FormPart = Pick<FormSheetInput, 'filledBy' | 'rows' | 'remark'>

export interface FormInput {
  form: StandardForm
  /** {地区} and {年度} of the title. */
  regionName: string
  year: number
  filledOn: CalendarDate
  parts: readonly FormPart[]
}

/** A standard form as a workbook (docs/domain.md, section 12); several parts are named after who fills them in. */
export function formWorkbook({ form, regionName, year, filledOn, parts }: FormInput): WorkbookSpec {
  const title = formTitle(form, { regionName, year })
  const names = parts.length === 1 ? [form.id] : sheetNames(parts.map(({ filledBy }) => filledBy))
  return {
    creator: '双覆盖台账',
    createdAt: `${filledOn}T00:00:00Z`,
    sheets: parts.map((part, i) => formSheet({ ...part, form, title, filledOn, name: names[i] ?? form.id })),
  }
}
