import type { FormId } from '../../../../shared/domain/formId'

/** Which columns of a form a township may write into. */
export interface TemplateForm {
  /** Tell one record from another. */
  identity: readonly string[]
  /** Decided by the district: locked in issued rows where they are filled, to be typed in new ones. */
  keys: readonly string[]
  /** Follow from other cells or from the ledger: never typed. */
  fixed: readonly string[]
  /** Where only these may be typed, the list of records is the ledger's: no rows are added. */
  only?: readonly string[]
  /** What one row is, in words for people. */
  subject: string
}

/** The forms that go out to the units. */
export const templateForms: Readonly<Partial<Record<FormId, TemplateForm>>> = {
  F01: { subject: '企业', identity: ['enterpriseName', 'creditCode'], keys: ['unitName', 'enterpriseName', 'creditCode', 'partyOrgName'], fixed: ['rowNo'] },
  F02: { subject: '企业', identity: ['enterpriseName', 'creditCode'], keys: ['unitName', 'enterpriseName', 'creditCode', 'partyOrgName'], fixed: ['rowNo'] },
}
