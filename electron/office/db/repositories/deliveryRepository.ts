import type { EntityManager } from 'typeorm'
import type { CalendarDate } from '../../../../shared/domain/calendarDate'
import type { DeliveryState } from '../../../../shared/domain/valueDomain'
import { select, sql } from './sql'

export interface DeliveryRecord {
  id: number
  enterpriseId: number
  enterpriseName: string
  unitId: number
  unitName: string
  partyOrgName: string | null
  item: string
  state: DeliveryState
  quantity: number | null
  unitLabel: string | null
  /** 元 */
  amount: number | null
  fundSource: string | null
  doneOn: CalendarDate | null
  note: string | null
}

/** All deliveries to living enterprises, in official unit order and the Chinese order of the enterprises. */
async function list(manager: EntityManager): Promise<DeliveryRecord[]> {
  return select(
    manager,
    sql`SELECT d.id AS id, e.id AS "enterpriseId", e.name AS "enterpriseName", u.id AS "unitId", u.name AS "unitName",
      o.name AS "partyOrgName", d.item AS item, d.state AS state, d.quantity AS quantity,
      d.unit_label AS "unitLabel", d.amount / 100.0 AS amount, d.fund_source AS "fundSource", d.done_on AS "doneOn",
      d.note AS note
    FROM delivery d
    JOIN enterprise e ON e.id = d.enterprise_id
    JOIN unit u ON u.id = e.unit_id
    LEFT JOIN party_org o ON o.id = d.party_org_id
    WHERE d.deleted_at IS NULL AND e.deleted_at IS NULL
    ORDER BY u.sort_no, u.id, e.sort_key, e.id, d.id`,
  )
}

export const deliveryRepository = { list }
