import type { EntityManager } from 'typeorm'
import type { CalendarDate } from '../../../../shared/domain/calendarDate'
import type { CoverageRules } from '../../../../shared/domain/coverage'
import type { LiaisonKind } from '../../../../shared/domain/valueDomain'
import { ledgerRows, type FullLedgerRecord } from './ledgerRows'
import { orgRepository, type OrgRecord } from './orgRepository'
import { select, sql } from './sql'

export interface EnterpriseRecord {
  row: FullLedgerRecord
  /** The organisation covering it on the date, with the enterprises it covers, this one included. */
  partyOrg: (OrgRecord & { covered: { id: number; name: string }[] }) | null
  /** Every living relation, past and future ones too; the one that began last comes first. */
  coverages: { partyOrgName: string; since: CalendarDate | null; until: CalendarDate | null }[]
  assignments: { liaisonName: string; kind: LiaisonKind; from: CalendarDate | null; to: CalendarDate | null }[]
}

/** One living enterprise with everything that hangs on it; null when there is none. */
export async function enterpriseDetail(
  manager: EntityManager,
  id: number,
  asOf: CalendarDate,
  rules: CoverageRules,
): Promise<EnterpriseRecord | null> {
  const [row] = await ledgerRows(manager, { ids: [id], asOf, rules })
  if (!row) return null
  return {
    row,
    partyOrg: await coveringOrg(manager, row.partyOrgId, asOf),
    coverages: await select(
      manager,
      sql`SELECT o.name AS "partyOrgName", c.since AS since, c.until AS until
      FROM coverage c JOIN party_org o ON o.id = c.party_org_id
      WHERE c.enterprise_id = ${id} AND c.deleted_at IS NULL
      ORDER BY c.since DESC NULLS LAST, c.id DESC`,
    ),
    assignments: await select(
      manager,
      sql`SELECT l.name AS "liaisonName", l.kind AS kind, a.from_date AS "from", a.to_date AS "to"
      FROM assignment a JOIN liaison l ON l.id = a.liaison_id
      WHERE a.enterprise_id = ${id} AND a.deleted_at IS NULL
      ORDER BY a.from_date DESC NULLS LAST, a.id DESC`,
    ),
  }
}

async function coveringOrg(
  manager: EntityManager,
  partyOrgId: number | null,
  asOf: CalendarDate,
): Promise<EnterpriseRecord['partyOrg']> {
  if (partyOrgId === null) return null
  const [org] = await orgRepository.list(manager, { asOf, ids: [partyOrgId] })
  return org ? { ...org, covered: await orgRepository.covered(manager, partyOrgId, asOf) } : null
}
