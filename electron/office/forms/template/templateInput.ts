import type { CalendarDate } from '../../../../shared/domain/calendarDate'
import type { StandardForm } from '../form'
import type { FormRow } from '../formRow'
import type { TemplateForm } from './templateForm'

/** What a workbook to be filled in is made from. */
export interface TemplateInput {
  form: StandardForm
  rules: TemplateForm
  /** With region and year in place. */
  title: string
  /** Behind 填报单位(盖章): who fills it in; '' leaves room. */
  officeName: string
  ledgerId: string
  /** Null for an empty template for anybody. */
  unit: { id: number; name: string } | null
  issuedOn: CalendarDate
  /** Records as the ledger has them, each with its row of the form. */
  rows: readonly TemplateRow[]
  /** Empty rows below them. */
  blankRows: number
  /** One grey row that shows how it is done; the import skips it. */
  example: boolean
  /** By field: words offered beside the closed lists of the form, such as the units. */
  lists: Readonly<Record<string, readonly string[]>>
}

export interface TemplateRow {
  id: number
  version: number
  row: FormRow
}
