import type { EntityManager } from '../db/gate'
import type { ImportPolicy } from '../../../shared/contract/import'
import type { CalendarDate } from '../../../shared/domain/calendarDate'
import { nextId } from '../db/bulkInsert'
import { Coverage } from '../db/entities/coverage'
import { PartyOrg } from '../db/entities/partyOrg'
import { SecretaryTerm } from '../db/entities/secretaryTerm'
import type { ChangedRow, NewRow } from '../db/newRow'
import type { KnownOrg } from '../import/knownLedger'
import type { PlanEntry } from '../import/planEntry'
import type { Plan } from '../import/planImport'
import { settledMode, type PlannedOrg } from '../import/planOrgs'
import { orgKey } from '../text/orgKey'
import type { CommitStamp, EntryIds } from './commitStamp'

/** Founds and updates organisations, their secretaries, and which enterprises they cover. */
export async function writeOrgs(manager: EntityManager, active: readonly PlanEntry[], ids: EntryIds, plan: Plan, stamp: CommitStamp): Promise<void> {
  const orgIds = await writeOrgRows(manager, plan, active, stamp)
  await writeCoverages(manager, active, ids, orgIds, stamp)
}

async function writeOrgRows(manager: EntityManager, plan: Plan, active: readonly PlanEntry[], stamp: CommitStamp): Promise<Map<PlannedOrg, number>> {
  const used = new Set(active.map((entry) => entry.org))
  const orgIds = new Map<PlannedOrg, number>()
  const orgs: NewRow<PartyOrg>[] = []
  const orgChanges: ChangedRow<PartyOrg>[] = []
  const terms: NewRow<SecretaryTerm>[] = []
  const termChanges: ChangedRow<SecretaryTerm>[] = []
  let nextOrg = await nextId(manager, PartyOrg)
  let nextTerm = await nextId(manager, SecretaryTerm)

  for (const org of plan.orgs) {
    if (!used.has(org)) continue
    const id = org.existing?.id ?? nextOrg++
    orgIds.set(org, id)
    if (!org.existing) {
      orgs.push(newOrg(id, org))
      if (org.secretaryName) terms.push(newTerm(nextTerm++, id, org, null))
      continue
    }
    const columns = changedOrg(org, org.existing, plan.policy)
    if (Object.keys(columns).length > 0) orgChanges.push({ id, ...columns })
    const term = changedTerm(org, org.existing, plan.policy, org.statedOn ?? stamp.today)
    if (term.change) termChanges.push(term.change)
    if (term.succession) terms.push(newTerm(nextTerm++, id, org, org.statedOn ?? stamp.today))
  }
  await stamp.recorder.insert(PartyOrg, orgs)
  await stamp.recorder.update(PartyOrg, orgChanges)
  await stamp.recorder.update(SecretaryTerm, termChanges)
  await stamp.recorder.insert(SecretaryTerm, terms)
  return orgIds
}

function newOrg(id: number, org: PlannedOrg): NewRow<PartyOrg> {
  return {
    id,
    name: org.name,
    nameKey: orgKey(org.name),
    unitId: org.unitId,
    mode: settledMode(org),
    orgType: org.orgType,
    jointBasis: org.jointBasis,
    foundedOn: org.foundedOn,
    foundedOnPrecision: org.foundedOn === null ? null : org.foundedMonthOnly ? 'month' : 'day',
    parentOrgName: org.parentOrgName,
    lastElectionOn: org.lastElectionOn,
    termEndsOn: org.termEndsOn,
    unverified: org.unverified,
  }
}

function newTerm(id: number, partyOrgId: number, org: PlannedOrg, since: CalendarDate | null): NewRow<SecretaryTerm> {
  return { id, partyOrgId, name: org.secretaryName ?? '', source: org.secretarySource, enterprisePost: org.secretaryPost, phone: org.secretaryPhone, since }
}

const orgColumns = ['mode', 'jointBasis', 'orgType', 'foundedOn', 'parentOrgName', 'lastElectionOn', 'termEndsOn'] as const

function changedOrg(org: PlannedOrg, existing: KnownOrg, policy: ImportPolicy): Partial<PartyOrg> {
  const columns: Partial<PartyOrg> = {}
  for (const column of orgColumns) {
    const stated = org[column]
    if (stated === null || stated === existing[column] || (policy === 'fill' && existing[column] !== null)) continue
    Object.assign(columns, { [column]: stated })
    if (column === 'foundedOn') columns.foundedOnPrecision = org.foundedMonthOnly ? 'month' : 'day'
  }
  return columns
}

/** Another name is a succession: the old term ends, a new one begins. The same name may bring a telephone or source. */
function changedTerm(org: PlannedOrg, existing: KnownOrg, policy: ImportPolicy, day: CalendarDate): { change: ChangedRow<SecretaryTerm> | null; succession: boolean } {
  const current = existing.secretary
  if (!org.secretaryName) return { change: null, succession: false }
  if (!current) return { change: null, succession: true }
  if (current.name !== org.secretaryName) {
    return policy === 'fill' ? { change: null, succession: false } : { change: { id: current.termId, until: day }, succession: true }
  }
  const columns: Partial<SecretaryTerm> = {}
  const take = (stated: string | null, known: string | null): boolean => stated !== null && stated !== known && (policy !== 'fill' || known === null)
  if (take(org.secretarySource, current.source)) columns.source = org.secretarySource
  if (take(org.secretaryPost, current.post)) columns.enterprisePost = org.secretaryPost
  if (take(org.secretaryPhone, current.phone)) columns.phone = org.secretaryPhone
  return { change: Object.keys(columns).length > 0 ? { id: current.termId, ...columns } : null, succession: false }
}

async function writeCoverages(manager: EntityManager, active: readonly PlanEntry[], ids: EntryIds, orgIds: ReadonlyMap<PlannedOrg, number>, stamp: CommitStamp): Promise<void> {
  const begun: NewRow<Coverage>[] = []
  const ended: ChangedRow<Coverage>[] = []
  let next = await nextId(manager, Coverage)
  for (const entry of active) {
    const { org, known } = entry
    if (!org || (known && !entry.changes.some((change) => change.field === 'partyOrgName' || change.field === 'hasPartyOrg'))) continue
    const day = entry.file.filledOn ?? stamp.today
    const partyOrgId = orgIds.get(org)
    const enterpriseId = ids.get(entry)
    if (partyOrgId === undefined || enterpriseId === undefined || known?.partyOrgId === partyOrgId) continue
    if (known?.coverageId) ended.push({ id: known.coverageId, until: dayBefore(day) })
    begun.push({ id: next++, partyOrgId, enterpriseId, since: known?.coverageId ? day : org.foundedOn })
  }
  await stamp.recorder.update(Coverage, ended)
  await stamp.recorder.insert(Coverage, begun)
}

/** A relation's last day is included, so its successor begins on the next. */
export function dayBefore(date: CalendarDate): CalendarDate {
  return new Date(Date.parse(`${date}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)
}
