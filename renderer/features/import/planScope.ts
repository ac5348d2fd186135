import type { ImportCounts, ImportPlan } from '../../../shared/contract/import'
import type { FormTitle, ShownRow } from './rowSource'

/** What a plan or a run can be looked at by. */
export type PlanParts = Pick<ImportPlan, 'files' | 'forms' | 'totals'>

/** The part of a preview or a report that is looked at: a file, the rows of a standard form, or everything. */
export interface PlanScope {
  fileId?: string
  form?: string
}

/** Of a file, a form or the whole plan. */
export function countsOf(plan: PlanParts, { fileId, form }: PlanScope): ImportCounts {
  const part = plan.files.find((file) => file.fileId === fileId) ?? plan.forms.find((one) => one.form === form)
  return part ?? plan.totals
}

/** Which columns rows of this part need. */
export interface RowColumns {
  /** The form a row belongs to: where there are several. */
  form: boolean
  /** Only enterprises have one. */
  creditCode: boolean
}

export function rowColumns({ forms }: { forms: readonly FormTitle[] }, { form }: PlanScope): RowColumns {
  const shown = form === undefined ? forms.map((one) => one.form) : [form]
  return { form: shown.length > 1, creditCode: shown.some(isLedger) }
}

function isLedger(form: string): boolean {
  return form === 'F01' || form === 'F02'
}

export function titleOf({ forms }: { forms: readonly FormTitle[] }, { form }: Pick<ShownRow, 'form'>): string {
  return forms.find((one) => one.form === form)?.title ?? ''
}
