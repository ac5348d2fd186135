import type { TemplateFormId } from '../../../shared/domain/formId'
import { departedStatuses } from '../../../shared/domain/valueDomain'
import type { EntityManager } from '../db/gate'
import type { FormRow, FormValue } from '../forms/formRow'
import { formRows } from './formRows/formRows'
import type { FormScene } from './formRows/formScene'
import { ledgerRecords } from './formRows/ledgerRecords'
import { groupBy } from './groupBy'

/** What a unit's workbook is filled with. */
export interface TemplateContent {
  rows: readonly FormRow[]
  /** By field: words offered beside the form's own lists. */
  lists: Readonly<Record<string, readonly string[]>>
}

/** Forms that list only enterprises with something on record, and are sent out with all of them. */
const sparse: readonly TemplateFormId[] = ['F08', 'F09']

/** The rows a form is sent out with, by the name of their unit. What has left the register is asked of nobody. */
export async function templateRowsByUnit(manager: EntityManager, form: TemplateFormId, scene: FormScene): Promise<Map<string, FormRow[]>> {
  const rows = await formRows[form](manager, scene)
  if (!sparse.includes(form)) return groupBy(rows, (row) => (isPresent(row['operatingStatus'] ?? null) ? unitOf(row) : null))
  const own = new Map(rows.map((row) => [row['recordId'], row]))
  const present = (await ledgerRecords(manager, scene)).filter(({ operatingStatus }) => isPresent(operatingStatus))
  const listed = present.map(({ id, unitName, enterpriseName, partyOrgName }): FormRow => {
    return own.get(id) ?? { recordId: id, recordVersion: 0, unitName, enterpriseName, partyOrgName }
  })
  return groupBy(listed, unitOf)
}

/** Forms that do not say the 经营状态 list nothing that has left. */
function isPresent(status: FormValue): boolean {
  return !departedStatuses.some((departed) => departed === status)
}

/** Columns of a form where rows are added: they offer what the unit has. */
const offers: Partial<Record<TemplateFormId, readonly ('enterpriseName' | 'liaisonName' | 'payeeName')[]>> = {
  F04: ['enterpriseName'],
  F05: ['liaisonName', 'enterpriseName'],
  F10: ['payeeName'],
}

/** Names that a form offers, by unit and field; empty for a form that offers none. */
export async function offeredNames(manager: EntityManager, form: TemplateFormId, scene: FormScene): Promise<Map<string, TemplateContent['lists']>> {
  const fields = offers[form] ?? []
  const lists = new Map<string, Record<string, readonly string[]>>()
  for (const field of fields) {
    for (const [unit, rows] of groupBy(await namedRows(manager, field, scene), unitOf)) {
      const names = [...new Set(rows.flatMap(({ name }) => (typeof name === 'string' ? [name] : [])))]
      lists.set(unit, { ...lists.get(unit), [field]: names })
    }
  }
  return lists
}

async function namedRows(manager: EntityManager, field: 'enterpriseName' | 'liaisonName' | 'payeeName', scene: FormScene): Promise<FormRow[]> {
  if (field === 'liaisonName') return (await formRows.F04(manager, scene)).map((row) => ({ unitName: row['unitName'] ?? null, name: row['liaisonName'] ?? null }))
  const enterprises = (await ledgerRecords(manager, scene)).map(({ unitName, enterpriseName }) => ({ unitName, name: enterpriseName }))
  if (field === 'enterpriseName') return enterprises
  const orgs = (await formRows.F07(manager, scene)).map((row) => ({ unitName: row['unitName'] ?? null, name: row['partyOrgName'] ?? null }))
  return [...orgs, ...enterprises]
}

function unitOf(row: FormRow): string {
  return String(row['unitName'] ?? '')
}
