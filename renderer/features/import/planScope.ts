import type { ImportCounts, ImportPlan, PlannedRow } from '../../../shared/contract/import'

/** The part of a preview that is looked at: a file, the rows of a standard form, or everything. */
export interface PlanScope {
  fileId?: string
  form?: string
}

/** Of a file, a form or the whole plan. */
export function countsOf(plan: ImportPlan, { fileId, form }: PlanScope): ImportCounts {
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

export function rowColumns(plan: ImportPlan, { form }: PlanScope): RowColumns {
  const forms = form === undefined ? plan.forms.map((one) => one.form) : [form]
  return { form: forms.length > 1, creditCode: forms.some(isLedger) }
}

function isLedger(form: string): boolean {
  return form === 'F01' || form === 'F02'
}

export function titleOf(plan: ImportPlan, { form }: Pick<PlannedRow, 'form'>): string {
  return plan.forms.find((one) => one.form === form)?.title ?? ''
}
