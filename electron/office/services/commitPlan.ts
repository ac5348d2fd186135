import type { EntityManager } from '../db/gate'
import { writtenFields } from '../import/planChanges'
import type { PlanEntry } from '../import/planEntry'
import type { Plan } from '../import/planImport'
import { nextId } from '../db/bulkInsert'
import { Enterprise } from '../db/entities/enterprise'
import type { ChangedRow, NewRow } from '../db/newRow'
import { nameColumns, type NameColumns } from '../text/searchText'
import type { ImportField, ImportFields } from '../import/importField'
import { writeDeliveriesAndGoals } from './commitDeliveries'
import { writeLiaisons } from './commitLiaisons'
import { writeOrgs } from './commitOrgs'
import type { CommitStamp, EntryIds } from './commitStamp'

const ownFields = [
  'creditCode', 'placeName', 'businessAddress', 'enterpriseType', 'industry', 'operatingStatus', 'isAboveScale',
  'employees', 'contactName', 'contactPhone', 'ownerName', 'ownerIsMember', 'ownerIsSecretary', 'ownerIsDelegate',
  'formalMembers', 'probationaryMembers', 'membersRegisteredHere', 'floatingMembers', 'activists', 'admittedThisYear',
  'unbuiltReason', 'plannedFoundingOn', 'hasUnion', 'hasLeague', 'hasWomenOrg', 'note', 'sector', 'oldCode',
  'industryText', 'registeredAddress', 'establishedOn', 'legalRepName', 'legalRepIsMember', 'legalRepPhone',
  'membersRegisteredElsewhere', 'partyWorkers', 'fullTimePartyWorkers',
] as const satisfies readonly (ImportField & keyof Enterprise)[]
const moneyFields = ['annualRevenue', 'registeredCapital'] as const satisfies readonly (ImportField & keyof Enterprise)[]

/** 万元 with two decimals → 分. */
const toCents = (tenThousand: number): number => Math.round(tenThousand * 1_000_000)

/** Writes everything a plan's rows add or change. Call inside the gate: it is one transaction with its import record. */
export async function commitPlan(manager: EntityManager, plan: Plan, stamp: CommitStamp): Promise<EntryIds> {
  const active = plan.entries.filter((entry) => entry.action === 'add' || entry.action === 'change')
  const ids = await writeEnterprises(manager, active, stamp)
  await writeOrgs(manager, active, ids, plan, stamp)
  await writeLiaisons(manager, active, ids, plan, stamp)
  await writeDeliveriesAndGoals(manager, active, ids, stamp)
  return ids
}

async function writeEnterprises(manager: EntityManager, active: readonly PlanEntry[], stamp: CommitStamp): Promise<EntryIds> {
  const ids = new Map<PlanEntry, number>()
  let next = await nextId(manager, Enterprise)
  for (const entry of active) ids.set(entry, entry.known?.id ?? next++)
  await stamp.recorder.insert(Enterprise, newEnterprises(active, ids))
  await stamp.recorder.update(Enterprise, changedEnterprises(active))
  return ids
}

/** Made one by one while they are written: a file may bring a hundred thousand. */
function* newEnterprises(active: readonly PlanEntry[], ids: EntryIds): Generator<NewRow<Enterprise>> {
  for (const entry of active) {
    const id = ids.get(entry)
    if (!entry.known && entry.unit && id !== undefined) yield newEnterprise(id, entry, entry.unit.id)
  }
}

function* changedEnterprises(active: readonly PlanEntry[]): Generator<ChangedRow<Enterprise>> {
  for (const entry of active) {
    if (!entry.known) continue
    const own = changedColumns(entry)
    if (Object.keys(own).length > 0) yield { id: entry.known.id, ...own, ...searchColumn(entry, own) }
  }
}

function columnsOf(values: Partial<ImportFields>, months: readonly ImportField[]): Partial<Enterprise> {
  const columns: Record<string, unknown> = {}
  for (const field of ownFields) if (values[field] !== undefined) columns[field] = values[field]
  for (const field of moneyFields) {
    const value = values[field]
    if (value !== undefined) columns[field] = value === null ? null : toCents(value)
  }
  if (values.plannedFoundingOn === null) columns['plannedFoundingOnPrecision'] = null
  else if (values.plannedFoundingOn) columns['plannedFoundingOnPrecision'] = months.includes('plannedFoundingOn') ? 'month' : 'day'
  return columns
}

function changedColumns(entry: PlanEntry): Partial<Enterprise> {
  return columnsOf(writtenFields(entry), entry.row.months)
}

/** The search column holds more than the name: it follows a changed code, address or contact. */
function searchColumn(entry: PlanEntry, own: Partial<Enterprise>): Partial<Enterprise> {
  const { known } = entry
  if (!known || !['creditCode', 'oldCode', 'businessAddress', 'contactName', 'placeName'].some((field) => field in own)) return {}
  return { searchText: foundBy(known.enterpriseName, known.formerNames, { ...known, ...own }).searchText }
}

type SearchedFacts = { [F in 'creditCode' | 'oldCode' | 'businessAddress' | 'placeName' | 'contactName']?: string | null }

function foundBy(name: string, formerNames: readonly string[], facts: SearchedFacts): NameColumns {
  return nameColumns(name, [...formerNames, facts.creditCode, facts.oldCode, facts.businessAddress, facts.placeName, facts.contactName])
}

function newEnterprise(id: number, entry: PlanEntry, unitId: number): NewRow<Enterprise> {
  const { facts } = entry
  const name = facts.enterpriseName ?? ''
  return {
    ...columnsOf(facts, entry.row.months),
    id,
    unitId,
    name,
    nameKey: entry.nameKey,
    ...foundBy(name, [], facts),
    sector: facts.sector ?? '非公企业',
    operatingStatus: facts.operatingStatus ?? '正常经营',
    isLegalPerson: !/分公司$/.test(name),
  }
}
