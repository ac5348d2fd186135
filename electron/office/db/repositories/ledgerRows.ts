import { setImmediate } from 'node:timers/promises'
import type { EntityManager } from 'typeorm'
import type { CalendarDate } from '../../../../shared/domain/calendarDate'
import type { CoverageRules } from '../../../../shared/domain/coverage'
import type { DeliveryItem, LiaisonKind } from '../../../../shared/domain/valueDomain'
import type { Scope } from './coverageSql'
import { selectLedger, type LedgerRecord } from './ledgerRecord'
import { all, amongIds, oneOf, raw, select, sql, type Sql } from './sql'

/** What an import plan needs of an enterprise beside its ledger row: its keys, and the rows its facts come from. */
export type LedgerOrigin = {
  nameKey: string
  formerNames: string[]
  oldCode: string | null
  industryText: string | null
  registeredAddress: string | null
  establishedOn: string | null
  /** 万元 */
  registeredCapital: number | null
  legalRepName: string | null
  legalRepIsMember: boolean | null
  legalRepPhone: string | null
  membersRegisteredElsewhere: number | null
  partyWorkers: number | null
  fullTimePartyWorkers: number | null
  plannedFoundingOnPrecision: 'day' | 'month' | null
  partyOrgId: number | null
  coverageId: number | null
  orgFoundedOnPrecision: 'day' | 'month' | null
  secretaryTermId: number | null
  liaisonId: number | null
  liaisonKind: LiaisonKind | null
  assignmentId: number | null
  deliveryIds: Partial<Record<DeliveryItem, number>>
  goalCheckId: number | null
  goalPeriod: string | null
}

export type FullLedgerRecord = LedgerRecord & LedgerOrigin

const further = {
  nameKey: 'e.name_key',
  formerNames: 'e.former_names',
  oldCode: 'e.old_code',
  industryText: 'e.industry_text',
  registeredAddress: 'e.registered_address',
  establishedOn: 'e.established_on',
  registeredCapital: 'e.registered_capital / 1000000.0',
  legalRepName: 'e.legal_rep_name',
  legalRepIsMember: 'e.legal_rep_is_member',
  legalRepPhone: 'e.legal_rep_phone',
  membersRegisteredElsewhere: 'e.members_registered_elsewhere',
  partyWorkers: 'e.party_workers',
  fullTimePartyWorkers: 'e.full_time_party_workers',
  plannedFoundingOnPrecision: 'e.planned_founding_on_precision',
  partyOrgId: 'covering.party_org_id',
  coverageId: 'covering.coverage_id',
  orgFoundedOnPrecision: 'o.founded_on_precision',
  secretaryTermId: 's.id',
  liaisonId: 'liaising.liaison_id',
  liaisonKind: 'l.kind',
  assignmentId: 'liaising.assignment_id',
  goalCheckId: 'g.id',
  goalPeriod: 'g.period',
} satisfies Record<Exclude<keyof LedgerOrigin, 'deliveryIds'>, string>

/** Rows read at a time: about 50 ms, so that a long read does not hold up everything else. */
const portion = 4000

export interface LedgerRowsQuery {
  /** Only these enterprises, only those of these units; without either, all. */
  ids?: readonly number[]
  unitIds?: readonly number[]
  asOf: CalendarDate
  rules: CoverageRules
}

/** Living enterprises with where their facts come from, in the order they were entered. */
export async function ledgerRows(manager: EntityManager, query: LedgerRowsQuery): Promise<FullLedgerRecord[]> {
  const { ids: chosen, unitIds, asOf, rules } = query
  const where: Sql = all([
    ...(chosen ? [amongIds(raw('e.id'), chosen)] : []),
    ...(unitIds ? [oneOf(raw('e.unit_id'), unitIds)] : []),
  ])
  const ids = await select<{ id: number }>(
    manager,
    sql`SELECT e.id AS id FROM enterprise e WHERE ${all([raw('e.deleted_at IS NULL'), where])} ORDER BY e.id`,
  )
  const rows: FullLedgerRecord[] = []
  for (let start = 0; start < ids.length; start += portion) {
    const scope = scopeOf(ids.slice(start, start + portion).map(({ id }) => id), chosen !== undefined)
    const read = await selectLedger<FullLedgerRecord>(manager, { asOf, rules, scope, where, further })
    const deliveryIds = await selectDeliveryIds(manager, scope)
    for (const row of read) rows.push(complete(row, deliveryIds))
    await setImmediate()
  }
  return rows
}

/** Ids in a row are a range; chosen ones may lie anywhere in the ledger. */
function scopeOf(ids: readonly number[], isChosen: boolean): Scope {
  const [first = 0, last = 0] = [ids[0], ids.at(-1)]
  return (enterpriseId) => (isChosen ? amongIds(enterpriseId, ids) : sql`${enterpriseId} BETWEEN ${first} AND ${last}`)
}

/** Adds what is not a plain column, in place: a ledger of 100,000 rows is not held twice. */
function complete(
  row: FullLedgerRecord,
  deliveryIds: ReadonlyMap<number, LedgerOrigin['deliveryIds']>,
): FullLedgerRecord {
  const stored: Record<string, unknown> = row
  row.formerNames = JSON.parse(String(stored['formerNames']))
  row.legalRepIsMember = stored['legalRepIsMember'] === null ? null : stored['legalRepIsMember'] === 1
  row.deliveryIds = deliveryIds.get(row.id) ?? {}
  return row
}

async function selectDeliveryIds(
  manager: EntityManager,
  scope: Scope,
): Promise<ReadonlyMap<number, LedgerOrigin['deliveryIds']>> {
  const deliveries = await select<{ id: number; enterpriseId: number; item: DeliveryItem }>(
    manager,
    sql`SELECT d.id AS id, d.enterprise_id AS "enterpriseId", d.item AS item FROM delivery d
    WHERE d.deleted_at IS NULL AND ${scope(raw('d.enterprise_id'))}`,
  )
  const ids = new Map<number, LedgerOrigin['deliveryIds']>()
  for (const { id, enterpriseId, item } of deliveries) {
    const known = ids.get(enterpriseId)
    if (known) known[item] = id
    else ids.set(enterpriseId, { [item]: id })
  }
  return ids
}
