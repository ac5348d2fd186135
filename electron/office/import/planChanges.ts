import type { ImportPolicy } from '../../../shared/contract/import'
import { columnLetters } from '../excel/columnLetters'
import { orgKey } from '../text/orgKey'
import { isSameText } from '../text/plainText'
import { erasableFields } from './erasableFields'
import { importFields, type ImportField, type ImportFields } from './importField'
import type { KnownEnterprise } from './knownLedger'
import { reporter, type FieldChange, type PlanEntry } from './planEntry'
import { orgFacts, settledMode, type PlannedOrg } from './planOrgs'

/** Fields that the row itself states and the enterprise (or its organisation, liaison, deliveries, goals) keeps. */
const comparable = (Object.keys(importFields) as ImportField[]).filter(
  (field) => !['unitName', 'enterpriseName', 'hasLiaison', 'liaisonKind', 'hasPartyOrg', 'partyOrgName'].includes(field),
)
const orgFieldSet: ReadonlySet<ImportField> = new Set(orgFacts.map(([field]) => field))

type Put = (field: ImportField, before: FieldChange['before'], after: FieldChange['after'] | undefined) => void

/** What the commit would change of a known enterprise and of what hangs on it, field by field. */
export function changesOf(entry: PlanEntry, known: KnownEnterprise, { policy, erases = false }: { policy: ImportPolicy; erases?: boolean }): FieldChange[] {
  const { facts, org } = entry
  const changes: FieldChange[] = []
  const put: Put = (field, before, after) => {
    if (after === undefined || after === null || after === before) return
    if (typeof before === 'string' && typeof after === 'string' && isSameText(before, after)) return
    if (before !== null && before !== '' && policy === 'fill') return
    changes.push({ field, before, after })
  }
  for (const field of comparable) {
    if (erases && isErased(entry, field)) {
      const before = known[field as keyof typeof known] as FieldChange['before']
      if (before !== null && before !== '') changes.push({ field, before, after: null })
      continue
    }
    if (entry.row.months.includes(field) && isInMonth(known[field as keyof typeof known], facts[field])) continue
    if (!orgFieldSet.has(field)) put(field, known[field as keyof typeof known] as FieldChange['before'], facts[field])
  }
  if (org) orgChanges(org, known, put)
  else if (facts.hasPartyOrg === false && known.hasPartyOrg) {
    reporter(entry)('V-20', 'warning', 'hasPartyOrg', `台账中由“${known.partyOrgName ?? ''}”覆盖，本表填“未建”；未自动撤销，请核实后在党组织中办理`)
  }
  return changes
}

/** The sheet has the column and its cell is blank. A cell nobody could read is a finding, and no blank. */
function isErased({ row, facts }: PlanEntry, field: ImportField): boolean {
  const column = row.columns.get(field)
  if (column === undefined || !erasableFields.has(field) || row.unclear?.includes(field) || row.values[field] !== undefined || facts[field] !== undefined) return false
  const letters = columnLetters(column)
  return !row.problems.some((problem) => problem.column === letters)
}

function orgChanges(org: PlannedOrg, known: KnownEnterprise, put: Put): void {
  if (!known.hasPartyOrg) put('hasPartyOrg', known.hasPartyOrg, true)
  if (!known.partyOrgName || orgKey(known.partyOrgName) !== orgKey(org.name)) put('partyOrgName', known.partyOrgName, org.name)
  const stays = known.partyOrgId !== null && known.partyOrgId === org.existing?.id
  for (const [field, fact] of orgFacts) {
    if (stays && fact === 'foundedOn' && org.foundedMonthOnly && isInMonth(known[field], org.foundedOn)) continue
    put(field, stays ? known[field] : null, orgFact(org, fact))
  }
}

/** A sheet that knows only the month does not contradict a day of that month. */
function isInMonth(day: unknown, month: unknown): boolean {
  return typeof day === 'string' && typeof month === 'string' && day.slice(0, 7) === month.slice(0, 7)
}

function orgFact(org: PlannedOrg, fact: (typeof orgFacts)[number][1]): FieldChange['after'] | undefined {
  return fact === 'mode' ? settledMode(org) : (org[fact] ?? undefined)
}

/** Everything a new enterprise would hold, in field order. */
export function additionOf(entry: PlanEntry): Partial<ImportFields> {
  const { facts, org, unit } = entry
  const added: Partial<Record<ImportField, unknown>> = { ...facts, unitName: unit?.name, operatingStatus: facts.operatingStatus ?? '正常经营' }
  delete added.hasLiaison
  delete added.liaisonKind
  if (org) {
    added.partyOrgName = org.name
    for (const [field, fact] of orgFacts) {
      const value = orgFact(org, fact)
      if (value !== undefined) added[field] = value
    }
  }
  return added as Partial<ImportFields>
}

/** A planned row's new values: all of a new enterprise, the changed ones of a known one. */
export function writtenFields(entry: PlanEntry): Partial<ImportFields> {
  if (!entry.known) return entry.added
  return Object.fromEntries(entry.changes.map(({ field, after }) => [field, after]))
}
