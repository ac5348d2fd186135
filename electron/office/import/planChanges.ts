import type { ImportPolicy } from '../../../shared/contract/import'
import { orgKey } from '../text/orgKey'
import { importFields, type ImportField } from './importField'
import type { KnownEnterprise } from './knownLedger'
import { reporter, type FieldChange, type PlanEntry } from './planEntry'
import { orgFacts, settledMode, type PlannedOrg } from './planOrgs'

/** Fields that the row itself states and the enterprise (or its organisation, liaison, deliveries, goals) keeps. */
const comparable = (Object.keys(importFields) as ImportField[]).filter(
  (field) => !['unitName', 'enterpriseName', 'hasLiaison', 'liaisonKind', 'hasPartyOrg', 'partyOrgName'].includes(field),
)
const orgFieldSet: ReadonlySet<ImportField> = new Set(orgFacts.map(([field]) => field))

/** What the commit would change of an enterprise and of what hangs on it, field by field. */
export function changesOf(entry: PlanEntry, policy: ImportPolicy): FieldChange[] {
  const { facts, known, org } = entry
  const changes: FieldChange[] = []
  const put = (field: ImportField, before: FieldChange['before'], after: FieldChange['after'] | undefined): void => {
    if (after === undefined || after === null || after === before) return
    if (before !== null && before !== '' && policy === 'fill') return
    changes.push({ field, before, after })
  }
  if (!known) {
    put('unitName', null, entry.unit?.name)
    put('enterpriseName', null, facts.enterpriseName)
  }
  const current: Partial<KnownEnterprise> = known ?? {}
  for (const field of comparable) {
    if (orgFieldSet.has(field)) continue
    put(field, current[field as keyof typeof current] as FieldChange['before'] ?? null, facts[field])
  }
  if (org) orgChanges(org, known, put)
  else if (facts.hasPartyOrg === false && known?.hasPartyOrg) {
    reporter(entry)('V-20', 'warning', 'hasPartyOrg', `台账中由“${known.partyOrgName ?? ''}”覆盖，本表填“未建”；未自动撤销，请核实后在党组织中办理`)
  } else if (!known && facts.hasPartyOrg === false) put('hasPartyOrg', null, false)
  return changes
}

function orgChanges(org: PlannedOrg, known: KnownEnterprise | null, put: (field: ImportField, before: FieldChange['before'], after: FieldChange['after'] | undefined) => void): void {
  if (!known?.hasPartyOrg) put('hasPartyOrg', known ? known.hasPartyOrg : null, true)
  if (!known?.partyOrgName || orgKey(known.partyOrgName) !== orgKey(org.name)) put('partyOrgName', known?.partyOrgName ?? null, org.name)
  const joins = known?.partyOrgId == null || known.partyOrgId !== org.existing?.id
  for (const [field, fact] of orgFacts) {
    const after = fact === 'mode' ? settledMode(org) : (org[fact] ?? undefined)
    const before = known && !joins ? known[field] : null
    put(field, before, after)
  }
}
