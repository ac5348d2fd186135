import type { EntityManager } from 'typeorm'
import type { CalendarDate } from '../../../../shared/domain/calendarDate'
import type { JointBasis, OrgMode, OrgSector, OrgType, SecretarySource } from '../../../../shared/domain/valueDomain'
import { coveringSql, everyEnterprise, type Scope } from './coverageSql'
import { secretaryOnSql } from './ledgerSources'
import { oneOf, raw, select, sql, type Sql } from './sql'

/** A party organisation with the names that belong to it on a date. */
export interface OrgRecord {
  id: number
  name: string
  nameKey: string
  unitId: number
  unitName: string
  orgType: OrgType | null
  mode: OrgMode
  jointBasis: JointBasis | null
  code: string | null
  /** As typed, else the name of the parent's record. */
  parentOrgName: string | null
  foundedOn: CalendarDate | null
  foundedOnPrecision: 'day' | 'month' | null
  lastElectionOn: CalendarDate | null
  termYears: number | null
  /** As stated; null when it is to be computed. */
  termEndsOn: CalendarDate | null
  extendedTo: CalendarDate | null
  dissolvedOn: CalendarDate | null
  unverified: boolean
  /** As stated. */
  orgSector: OrgSector | null
  localIndustry: string | null
  secretaryTermId: number | null
  secretaryName: string | null
  secretarySource: SecretarySource | null
  secretaryPost: string | null
  secretaryPhone: string | null
  /** Living enterprises it covers on the date. */
  covers: number
}

/**
 * Organisations that are neither deleted nor dissolved by the date, in official unit order; all of them, or those with
 * the given ids.
 */
async function list(
  manager: EntityManager,
  query: { asOf: CalendarDate; ids?: readonly number[] },
): Promise<OrgRecord[]> {
  const { asOf, ids } = query
  const chosen: Sql = ids ? oneOf(raw('o.id'), ids) : raw('TRUE')
  const scope: Scope = ids
    ? (enterpriseId) =>
        sql`${enterpriseId} IN (SELECT enterprise_id FROM coverage WHERE ${oneOf(raw('party_org_id'), ids)})`
    : everyEnterprise
  const rows = await select<Omit<OrgRecord, 'unverified'> & { unverified: number }>(
    manager,
    sql`WITH ${coveringSql(asOf, scope)}, covers AS MATERIALIZED (
      SELECT covering.party_org_id, count(*) AS enterprises
      FROM covering JOIN enterprise e ON e.id = covering.enterprise_id
      WHERE e.deleted_at IS NULL GROUP BY covering.party_org_id
    )
    SELECT o.id AS id, o.name AS name, o.name_key AS "nameKey", o.unit_id AS "unitId", u.name AS "unitName",
      o.org_type AS "orgType", o.mode AS mode, o.joint_basis AS "jointBasis", o.code AS code,
      coalesce(o.parent_org_name, parent_org.name) AS "parentOrgName",
      o.founded_on AS "foundedOn", o.founded_on_precision AS "foundedOnPrecision",
      o.last_election_on AS "lastElectionOn", o.term_years AS "termYears", o.term_ends_on AS "termEndsOn",
      o.extended_to AS "extendedTo", o.dissolved_on AS "dissolvedOn", o.unverified AS unverified,
      o.org_sector AS "orgSector", o.local_industry AS "localIndustry",
      s.id AS "secretaryTermId", s.name AS "secretaryName", s.source AS "secretarySource",
      s.enterprise_post AS "secretaryPost", s.phone AS "secretaryPhone", coalesce(covers.enterprises, 0) AS covers
    FROM party_org o
    JOIN unit u ON u.id = o.unit_id
    LEFT JOIN party_org parent_org ON parent_org.id = o.parent_org_id
    LEFT JOIN secretary_term s ON s.id = ${secretaryOnSql(raw('o.id'), asOf)}
    LEFT JOIN covers ON covers.party_org_id = o.id
    WHERE o.deleted_at IS NULL AND (o.dissolved_on IS NULL OR o.dissolved_on > ${asOf}) AND ${chosen}
    ORDER BY u.sort_no, u.id, o.id`,
  )
  return rows.map((row) => ({ ...row, unverified: row.unverified === 1 }))
}

/** What the term of an organisation is told from. */
export type OrgTerm = Pick<
  OrgRecord,
  'id' | 'orgType' | 'foundedOn' | 'lastElectionOn' | 'termYears' | 'termEndsOn' | 'extendedTo'
>

/** The terms of the organisations that are neither deleted nor dissolved by a day. */
async function terms(manager: EntityManager, on: CalendarDate): Promise<OrgTerm[]> {
  return select(
    manager,
    sql`SELECT o.id AS id, o.org_type AS "orgType", o.founded_on AS "foundedOn", o.last_election_on AS "lastElectionOn",
      o.term_years AS "termYears", o.term_ends_on AS "termEndsOn", o.extended_to AS "extendedTo"
    FROM party_org o WHERE o.deleted_at IS NULL AND (o.dissolved_on IS NULL OR o.dissolved_on > ${on}) ORDER BY o.id`,
  )
}

/** Living enterprises an organisation covers on a date, in the Chinese order of their names. */
async function covered(
  manager: EntityManager,
  partyOrgId: number,
  asOf: CalendarDate,
): Promise<{ id: number; name: string }[]> {
  const scope: Scope = (enterpriseId) =>
    sql`${enterpriseId} IN (SELECT enterprise_id FROM coverage WHERE party_org_id = ${partyOrgId})`
  return select(
    manager,
    sql`WITH ${coveringSql(asOf, scope)}
    SELECT e.id AS id, e.name AS name FROM covering JOIN enterprise e ON e.id = covering.enterprise_id
    WHERE covering.party_org_id = ${partyOrgId} AND e.deleted_at IS NULL
    ORDER BY e.sort_key, e.id`,
  )
}

/** Names of the living enterprises each organisation covers on a date, in their Chinese order. */
async function coveredNames(manager: EntityManager, asOf: CalendarDate): Promise<Map<number, string[]>> {
  const rows = await select<{ partyOrgId: number; name: string }>(
    manager,
    sql`WITH ${coveringSql(asOf)}
    SELECT covering.party_org_id AS "partyOrgId", e.name AS name
    FROM covering JOIN enterprise e ON e.id = covering.enterprise_id
    WHERE e.deleted_at IS NULL ORDER BY e.sort_key, e.id`,
  )
  const names = new Map<number, string[]>()
  for (const { partyOrgId, name } of rows) {
    const own = names.get(partyOrgId)
    if (own) own.push(name)
    else names.set(partyOrgId, [name])
  }
  return names
}

/** Ids of the organisations that are dissolved on a day, of those that are not, or of both. */
async function byState(
  manager: EntityManager,
  { on, dissolved, living }: { on: CalendarDate; dissolved: boolean; living: boolean },
): Promise<number[]> {
  const rows = await select<{ id: number; gone: number }>(
    manager,
    sql`SELECT o.id AS id, (o.dissolved_on IS NOT NULL AND o.dissolved_on <= ${on}) AS gone FROM party_org o WHERE o.deleted_at IS NULL`,
  )
  return rows.filter(({ gone }) => (gone === 1 ? dissolved : living)).map(({ id }) => id)
}

/** The organisation that covers each covered enterprise on a date. */
async function byEnterprise(manager: EntityManager, asOf: CalendarDate): Promise<Map<number, number>> {
  const rows = await select<{ enterpriseId: number; partyOrgId: number }>(
    manager,
    sql`WITH ${coveringSql(asOf)}
    SELECT covering.enterprise_id AS "enterpriseId", covering.party_org_id AS "partyOrgId" FROM covering`,
  )
  return new Map(rows.map(({ enterpriseId, partyOrgId }) => [enterpriseId, partyOrgId]))
}

/** How many organisations in use on a day an import proposed and nobody confirmed. */
async function unverified(manager: EntityManager, on: CalendarDate): Promise<number> {
  const [found] = await select<{ count: number }>(
    manager,
    sql`SELECT count(*) AS count FROM party_org o
    WHERE o.deleted_at IS NULL AND o.unverified IS TRUE AND (o.dissolved_on IS NULL OR o.dissolved_on > ${on})`,
  )
  return found?.count ?? 0
}

export const orgRepository = { list, terms, covered, coveredNames, byEnterprise, byState, unverified }
