import type { ImportPolicy } from '../../../shared/contract/import'
import type { CalendarDate } from '../../../shared/domain/calendarDate'
import { isTemplateFormId } from '../../../shared/domain/formId'
import type { OfficeSettings } from '../../../shared/domain/officeSettings'
import type { EntityManager } from '../db/gate'
import type { FormRow } from '../forms/formRow'
import type { PlannedTable } from '../import/forms/formPlan'
import { sinceIssuedForm } from '../import/forms/sinceIssuedForm'
import { formRows } from './formRows/formRows'

export interface PresentScene {
  today: CalendarDate
  settings: OfficeSettings
  policy: ImportPolicy
}

/**
 * Tables that came back, each row held against what was sent out and what the form would say by now; other tables stay
 * as they are. Ask before anything of the same import is written: what it brings is no change of the ledger's own.
 */
export async function sinceIssued(manager: EntityManager, tables: readonly PlannedTable[], scene: PresentScene): Promise<PlannedTable[]> {
  const settled: PlannedTable[] = []
  for (const table of tables) settled.push(table.issued.size === 0 ? table : await settle(manager, table, scene))
  return settled
}

async function settle(manager: EntityManager, table: PlannedTable, { today, settings, policy }: PresentScene): Promise<PlannedTable> {
  const { form, issued, issuedOn } = table
  if (!isTemplateFormId(form)) return table
  const year = Number((issuedOn ?? today).slice(0, 4))
  const present = await formRows[form](manager, { today, asOf: today, from: `${year}-01-01`, year, unitId: null, settings })
  const byId = new Map(present.map((row): [unknown, FormRow] => [row['recordId'], row]))
  const rows = table.rows.map((row) => {
    const sent = row.issuedId === null ? undefined : issued.get(row.issuedId)
    return sent ? sinceIssuedForm(row, sent, { form, current: byId.get(sent.id), policy, keep: table.keepOf(row), today, words: settings.words }) : row
  })
  return { ...table, rows }
}
