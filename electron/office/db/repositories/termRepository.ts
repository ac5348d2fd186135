import type { EntityManager } from 'typeorm'
import type { CalendarDate } from '../../../../shared/domain/calendarDate'
import type { OrgType } from '../../../../shared/domain/valueDomain'
import { secretaryOnSql } from './ledgerSources'
import { oneOf, raw, select, sql } from './sql'

/** What the elections of an organisation are told from. */
export interface TermRecord {
  id: number
  version: number
  name: string
  unitName: string
  orgType: OrgType
  secretaryName: string | null
  secretaryPhone: string | null
  foundedOn: CalendarDate | null
  lastElectionOn: CalendarDate | null
  termYears: number | null
  termEndsOn: CalendarDate | null
  extendedTo: CalendarDate | null
  plannedElectionOn: CalendarDate | null
  remindedOn: CalendarDate | null
  remindedBy: string | null
  reportedOn: CalendarDate | null
}

type TermEnds = Pick<TermRecord, 'id' | 'orgType' | 'foundedOn' | 'lastElectionOn' | 'termYears' | 'termEndsOn' | 'extendedTo'>

/** Organisations of a stated type, neither removed nor dissolved on a day, in official unit order. */
async function list(
  manager: EntityManager,
  query: { on: CalendarDate; unitIds?: readonly number[] | undefined },
): Promise<TermRecord[]> {
  const { on, unitIds = [] } = query
  return select(
    manager,
    sql`SELECT o.id AS id, o.version AS version, o.name AS name, u.name AS "unitName", o.org_type AS "orgType",
      s.name AS "secretaryName", s.phone AS "secretaryPhone", o.founded_on AS "foundedOn",
      o.last_election_on AS "lastElectionOn", o.term_years AS "termYears", o.term_ends_on AS "termEndsOn",
      o.extended_to AS "extendedTo", o.planned_election_on AS "plannedElectionOn",
      o.reminded_on AS "remindedOn", o.reminded_by AS "remindedBy", o.reported_on AS "reportedOn"
    FROM party_org o JOIN unit u ON u.id = o.unit_id
    LEFT JOIN secretary_term s ON s.id = ${secretaryOnSql(raw('o.id'), on)}
    WHERE o.deleted_at IS NULL AND o.org_type IS NOT NULL AND (o.dissolved_on IS NULL OR o.dissolved_on > ${on})
      AND ${unitIds.length > 0 ? oneOf(raw('o.unit_id'), unitIds) : raw('TRUE')}
    ORDER BY u.sort_no, o.id`,
  )
}

/** What the term of an organisation in use ends by, in official unit order; without those whose type is not stated. */
async function ends(manager: EntityManager, on: CalendarDate): Promise<TermEnds[]> {
  return select(
    manager,
    sql`SELECT o.id AS id, o.org_type AS "orgType", o.founded_on AS "foundedOn", o.last_election_on AS "lastElectionOn",
      o.term_years AS "termYears", o.term_ends_on AS "termEndsOn", o.extended_to AS "extendedTo"
    FROM party_org o JOIN unit u ON u.id = o.unit_id
    WHERE o.deleted_at IS NULL AND o.org_type IS NOT NULL AND (o.dissolved_on IS NULL OR o.dissolved_on > ${on})
    ORDER BY u.sort_no, o.id`,
  )
}

export const termRepository = { list, ends }
