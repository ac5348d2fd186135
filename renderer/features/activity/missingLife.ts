import type { RecordChange, RecordFilter, RecordRow } from '../../../shared/contract/record'
import type { RecordKind } from '../../../shared/record/recordKind'
import { call } from '../../api/call'

const pageSize = 5000

async function allRows(kind: RecordKind, filter: RecordFilter): Promise<RecordRow[]> {
  const rows: RecordRow[] = []
  for (;;) {
    const page = await call('record.page', { kind, filter, offset: rows.length, limit: pageSize })
    rows.push(...page.rows)
    if (page.rows.length === 0 || rows.length >= page.total) return rows
  }
}

/** Organisations that live and have no row for the quarter yet. */
export async function missingLife(quarter: string): Promise<number[]> {
  const [orgs, counts] = await Promise.all([
    allRows('partyOrg', { is: { dissolvedOn: [null] } }),
    allRows('activityCount', { is: { quarter: [quarter] } }),
  ])
  const there = new Set(counts.map(({ values }) => values['partyOrgId']))
  return orgs.map(({ id }) => id).filter((id) => !there.has(id))
}

/** A row for each organisation, its counts still to be filled in. */
export function blankLife(orgIds: readonly number[], quarter: string): RecordChange[] {
  return orgIds.map((partyOrgId, index) => ({ kind: 'activityCount', id: -1 - index, values: { partyOrgId, quarter } }))
}
