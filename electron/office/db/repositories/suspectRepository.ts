import type { EntityManager } from 'typeorm'
import { select, sql } from './sql'

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

/** How every living enterprise can be recognised, in the order of the records. */
async function identities(manager: EntityManager): Promise<EnterpriseIdentity[]> {
  const rows = await select<IdentityRow>(
    manager,
    sql`SELECT e.id AS id, e.unit_id AS "unitId", e.name AS name, e.name_key AS "nameKey",
      e.former_names AS "formerNames", e.credit_code AS "creditCode", e.old_code AS "oldCode"
    FROM enterprise e WHERE e.deleted_at IS NULL ORDER BY e.id`,
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
    WHERE e.id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`,
  )
}

export const suspectRepository = { identities, faces }
