import type { EntityManager } from 'typeorm'
import type { CalendarDate } from '../../../../shared/domain/calendarDate'
import { select, sql } from './sql'

/** What the rules of a record need to know of its neighbours; each answer is of living records only. */

/** Span of days, ends included; null is open. */
interface Span {
  from: CalendarDate | null
  to: CalendarDate | null
}

/** For each enterprise that shares its name with another living one not told apart from it, how that one is called. */
async function sameNames(manager: EntityManager, ids: readonly number[]): Promise<{ id: number; name: string }[]> {
  return select(
    manager,
    sql`SELECT e.id AS id, min(o.name) AS name FROM enterprise e
    JOIN enterprise o ON o.name_key = e.name_key AND o.id <> e.id AND o.deleted_at IS NULL
    WHERE e.id IN (SELECT value FROM json_each(${JSON.stringify(ids)})) AND NOT EXISTS (
      SELECT 1 FROM distinction d
      WHERE d.one_id = min(e.id, o.id) AND d.other_id = max(e.id, o.id) AND d.deleted_at IS NULL
    ) GROUP BY e.id`,
  )
}

/** Enterprises an organisation covers on a day. */
async function coveredBy(
  manager: EntityManager,
  partyOrgId: number,
  on: CalendarDate,
): Promise<{ id: number; name: string; formalMembers: number | null }[]> {
  return select(
    manager,
    sql`SELECT e.id AS id, e.name AS name, e.formal_members AS "formalMembers" FROM coverage c
    JOIN enterprise e ON e.id = c.enterprise_id AND e.deleted_at IS NULL
    WHERE c.party_org_id = ${partyOrgId} AND c.deleted_at IS NULL
      AND (c.since IS NULL OR c.since <= ${on}) AND (c.until IS NULL OR c.until >= ${on}) ORDER BY e.sort_key`,
  )
}

/** Whether another undissolved organisation has the same name. */
async function hasNamesake(manager: EntityManager, partyOrgId: number): Promise<boolean> {
  const rows = await select(
    manager,
    sql`SELECT 1 AS found FROM party_org o JOIN party_org n ON n.name = o.name AND n.id <> o.id
    WHERE o.id = ${partyOrgId} AND n.deleted_at IS NULL AND n.dissolved_on IS NULL AND o.dissolved_on IS NULL LIMIT 1`,
  )
  return rows.length > 0
}

/** The other relations an enterprise has with organisations. */
async function otherCoverages(
  manager: EntityManager,
  coverage: { id: number; enterpriseId: number },
): Promise<(Span & { orgName: string })[]> {
  return select(
    manager,
    sql`SELECT c.since AS "from", c.until AS "to", o.name AS "orgName" FROM coverage c
    JOIN party_org o ON o.id = c.party_org_id AND o.deleted_at IS NULL
    WHERE c.enterprise_id = ${coverage.enterpriseId} AND c.id <> ${coverage.id} AND c.deleted_at IS NULL`,
  )
}

async function orgOf(
  manager: EntityManager,
  partyOrgId: number,
): Promise<{ name: string; mode: string; dissolvedOn: string | null; foundedOn: string | null } | null> {
  const rows = await select<{ name: string; mode: string; dissolvedOn: string | null; foundedOn: string | null }>(
    manager,
    sql`SELECT o.name AS name, o.mode AS mode, o.dissolved_on AS "dissolvedOn", o.founded_on AS "foundedOn"
    FROM party_org o WHERE o.id = ${partyOrgId}`,
  )
  return rows[0] ?? null
}

/** Names of other enterprises the organisation covers at some time within the span. */
async function alsoCovered(
  manager: EntityManager,
  coverage: Span & { partyOrgId: number; enterpriseId: number },
): Promise<string[]> {
  const rows = await select<{ name: string }>(
    manager,
    sql`SELECT DISTINCT e.name AS name FROM coverage c
    JOIN enterprise e ON e.id = c.enterprise_id AND e.deleted_at IS NULL
    WHERE c.party_org_id = ${coverage.partyOrgId} AND c.enterprise_id <> ${coverage.enterpriseId}
      AND c.deleted_at IS NULL AND (${coverage.to} IS NULL OR c.since IS NULL OR c.since <= ${coverage.to})
      AND (${coverage.from} IS NULL OR c.until IS NULL OR c.until >= ${coverage.from})`,
  )
  return rows.map(({ name }) => name)
}

async function formalMembers(manager: EntityManager, enterpriseId: number): Promise<number | null> {
  const rows = await select<{ members: number | null }>(
    manager,
    sql`SELECT e.formal_members AS members FROM enterprise e WHERE e.id = ${enterpriseId}`,
  )
  return rows[0]?.members ?? null
}

async function otherTerms(
  manager: EntityManager,
  term: { id: number; partyOrgId: number },
): Promise<(Span & { name: string })[]> {
  return select(
    manager,
    sql`SELECT s.since AS "from", s.until AS "to", s.name AS name FROM secretary_term s
    WHERE s.party_org_id = ${term.partyOrgId} AND s.id <> ${term.id} AND s.deleted_at IS NULL`,
  )
}

async function hasSecretary(manager: EntityManager, partyOrgId: number, on: CalendarDate): Promise<boolean> {
  const rows = await select(
    manager,
    sql`SELECT 1 AS found FROM secretary_term s WHERE s.party_org_id = ${partyOrgId} AND s.deleted_at IS NULL
      AND (s.since IS NULL OR s.since <= ${on}) AND (s.until IS NULL OR s.until >= ${on}) LIMIT 1`,
  )
  return rows.length > 0
}

/** Names of the other organisations a person heads; the same person is the same name and telephone. */
async function alsoHeads(
  manager: EntityManager,
  person: { partyOrgId: number; name: string; phone: string | null },
): Promise<string[]> {
  const rows = await select<{ name: string }>(
    manager,
    sql`SELECT DISTINCT o.name AS name FROM secretary_term s
    JOIN party_org o ON o.id = s.party_org_id AND o.deleted_at IS NULL AND o.dissolved_on IS NULL
    WHERE s.name = ${person.name} AND s.phone IS ${person.phone} AND s.until IS NULL AND s.deleted_at IS NULL
      AND s.party_org_id <> ${person.partyOrgId}`,
  )
  return rows.map(({ name }) => name)
}

async function liaisonOf(
  manager: EntityManager,
  liaisonId: number,
): Promise<{ name: string; kind: string; active: boolean } | null> {
  const rows = await select<{ name: string; kind: string; active: number }>(
    manager,
    sql`SELECT l.name AS name, l.kind AS kind, l.active AS active FROM liaison l WHERE l.id = ${liaisonId}`,
  )
  return rows[0] ? { ...rows[0], active: rows[0].active === 1 } : null
}

/** The other assignments of an enterprise to liaisons of a kind. */
async function otherAssignments(
  manager: EntityManager,
  assignment: { id: number; enterpriseId: number; kind: string },
): Promise<(Span & { liaisonName: string })[]> {
  return select(
    manager,
    sql`SELECT a.from_date AS "from", a.to_date AS "to", l.name AS "liaisonName" FROM assignment a
    JOIN liaison l ON l.id = a.liaison_id AND l.deleted_at IS NULL AND l.kind = ${assignment.kind}
    WHERE a.enterprise_id = ${assignment.enterpriseId} AND a.id <> ${assignment.id} AND a.deleted_at IS NULL`,
  )
}

/** When a liaison contacts an enterprise. */
async function assignedSpans(manager: EntityManager, liaisonId: number, enterpriseId: number): Promise<Span[]> {
  return select(
    manager,
    sql`SELECT a.from_date AS "from", a.to_date AS "to" FROM assignment a
    WHERE a.liaison_id = ${liaisonId} AND a.enterprise_id = ${enterpriseId} AND a.deleted_at IS NULL`,
  )
}

/** Which of the enterprises an undissolved organisation covers on a day. */
async function builtAmong(manager: EntityManager, ids: readonly number[], on: CalendarDate): Promise<Set<number>> {
  const rows = await select<{ id: number }>(
    manager,
    sql`SELECT DISTINCT c.enterprise_id AS id FROM coverage c
    JOIN party_org o ON o.id = c.party_org_id AND o.deleted_at IS NULL
      AND (o.dissolved_on IS NULL OR o.dissolved_on > ${on})
    WHERE c.deleted_at IS NULL AND (c.since IS NULL OR c.since <= ${on}) AND (c.until IS NULL OR c.until >= ${on})
      AND c.enterprise_id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`,
  )
  return new Set(rows.map(({ id }) => id))
}

/** What is left, in 分, of an organisation's or else an enterprise's funds up to a day. */
async function fundBalance(
  manager: EntityManager,
  holder: { partyOrgId: number | null; enterpriseId: number | null; on: CalendarDate },
): Promise<number> {
  const { partyOrgId, enterpriseId, on } = holder
  const whose = partyOrgId === null ? sql`f.enterprise_id = ${enterpriseId}` : sql`f.party_org_id = ${partyOrgId}`
  const rows = await select<{ balance: number | null }>(
    manager,
    sql`SELECT sum(CASE f.direction WHEN '收入' THEN f.amount ELSE -f.amount END) AS balance FROM fund_entry f
    WHERE ${whose} AND f.deleted_at IS NULL AND f.occurred_on <= ${on}`,
  )
  return rows[0]?.balance ?? 0
}

/** Points of all items of a scheme together, and its total. */
async function schemePoints(manager: EntityManager, schemeId: number): Promise<{ sum: number; total: number }> {
  const rows = await select<{ sum: number | null; total: number }>(
    manager,
    sql`SELECT s.total AS total, (SELECT sum(i.max) FROM scheme_item i
      WHERE i.scheme_id = s.id AND i.deleted_at IS NULL) AS sum FROM scheme s WHERE s.id = ${schemeId}`,
  )
  return { sum: rows[0]?.sum ?? 0, total: rows[0]?.total ?? 0 }
}

async function itemPoints(manager: EntityManager, schemeItemId: number): Promise<number | null> {
  const rows = await select<{ max: number }>(
    manager,
    sql`SELECT i.max AS max FROM scheme_item i WHERE i.id = ${schemeItemId}`,
  )
  return rows[0]?.max ?? null
}

/** The visit a return visit looks after. */
async function followedVisit(
  manager: EntityManager,
  id: number | null,
): Promise<{ visitedOn: CalendarDate; enterpriseId: number } | null> {
  if (id === null) return null
  const rows = await select<{ visitedOn: CalendarDate; enterpriseId: number }>(
    manager,
    sql`SELECT v.visited_on AS "visitedOn", v.enterprise_id AS "enterpriseId" FROM visit v WHERE v.id = ${id}`,
  )
  return rows[0] ?? null
}

export const ruleFacts = {
  sameNames,
  coveredBy,
  hasNamesake,
  otherCoverages,
  orgOf,
  alsoCovered,
  formalMembers,
  otherTerms,
  hasSecretary,
  alsoHeads,
  liaisonOf,
  otherAssignments,
  assignedSpans,
  followedVisit,
  builtAmong,
  fundBalance,
  schemePoints,
  itemPoints,
}
