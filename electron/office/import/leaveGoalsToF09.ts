import { goals } from '../../../shared/domain/valueDomain'
import { nameKey } from '../text/nameKey'
import type { PlannedTable } from './forms/formPlan'
import type { PlanFile } from './planEntry'

/**
 * Rows of the ledger without their 六有 where a table of F09 in the same run judges the enterprise: it names the day and
 * the grounds, while the ledger's ticks would be a verdict of the day of the sheet, and the later one would count.
 */
export function leaveGoalsToF09(files: readonly PlanFile[], tables: readonly PlannedTable[]): readonly PlanFile[] {
  const judged = new Set(tables.filter(({ form }) => form === 'F09').flatMap(({ rows }) => rows.map(({ values }) => nameKey(String(values['enterpriseName'] ?? '')))))
  if (judged.size === 0) return files
  return files.map((file) => ({
    ...file,
    rows: file.rows.map((row) => {
      if (!judged.has(nameKey(row.values.enterpriseName ?? ''))) return row
      const values = { ...row.values }
      for (const { key } of goals) delete values[`goal.${key}`]
      return { ...row, values }
    }),
  }))
}
