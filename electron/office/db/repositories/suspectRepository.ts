import type { EntityManager } from 'typeorm'
import { amongIds, raw, select, sql } from './sql'

/** What an enterprise is recognised by. */
export interface EnterpriseIdentity {
  id: number
  unitId: number
  name: string
  nameKey: string
  formerNames: string[]
  creditCode: string | null
  oldCode: string | null
}

interface IdentityRow extends Omit<EnterpriseIdentity, 'formerNames'> {
  formerNames: string
}

/** How living enterprises can be recognised, in the order of the records: all of them, or those of the ids. */
async function identities(manager: EntityManager, ids?: readonly number[]): Promise<EnterpriseIdentity[]> {
  const rows = await select<IdentityRow>(
    manager,
    sql`SELECT e.id AS id, e.unit_id AS "unitId", e.name AS name, e.name_key AS "nameKey",
      e.former_names AS "formerNames", e.credit_code AS "creditCode", e.old_code AS "oldCode"
    FROM enterprise e WHERE e.deleted_at IS NULL AND ${ids ? amongIds(raw('e.id'), ids) : raw('TRUE')} ORDER BY e.id`,
  )
  return rows.map((row) => ({ ...row, formerNames: row.formerNames === '[]' ? [] : JSON.parse(row.formerNames) as string[] }))
}

/** What two enterprises are told apart by, for some of them. */
async function faces(
  manager: EntityManager,
  ids: readonly number[],
): Promise<{ id: number; name: string; unitName: string; creditCode: string | null; address: string | null }[]> {
  return select(
    manager,
    sql`SELECT e.id AS id, e.name AS name, u.name AS "unitName", e.credit_code AS "creditCode",
      coalesce(e.business_address, e.registered_address) AS address
    FROM enterprise e JOIN unit u ON u.id = e.unit_id
    WHERE ${amongIds(raw('e.id'), ids)}`,
  )
}

/** Two enterprises that somebody told apart, the one with the smaller id first, with their identities then. */
export interface DistinctionRecord {
  id: number
  oneId: number
  otherId: number
  oneAs: string
  otherAs: string
  decidedOn: string
  decidedBy: string | null
}

/** Living ones, the latest first: all of them, or those of one enterprise. */
async function distinctions(manager: EntityManager, enterpriseId?: number): Promise<DistinctionRecord[]> {
  const whose = enterpriseId === undefined ? raw('TRUE') : sql`d.one_id = ${enterpriseId} OR d.other_id = ${enterpriseId}`
  return select(
    manager,
    sql`SELECT d.id AS id, d.one_id AS "oneId", d.other_id AS "otherId", d.one_as AS "oneAs", d.other_as AS "otherAs",
      d.decided_on AS "decidedOn", d.decided_by AS "decidedBy"
    FROM distinction d WHERE d.deleted_at IS NULL AND (${whose}) ORDER BY d.decided_on DESC, d.id DESC`,
  )
}

export const suspectRepository = { identities, faces, distinctions }
