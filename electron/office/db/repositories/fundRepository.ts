import type { EntityManager } from 'typeorm'
import { recordFilterSql, type StoredFilter } from './recordFilter'
import { select, sql } from './sql'

/** Sums in 分 by direction and what it came from or went to. */
async function byKind(
  manager: EntityManager,
  filter: StoredFilter,
): Promise<{ direction: '收入' | '支出'; name: string; amount: number }[]> {
  return select(
    manager,
    sql`SELECT r.direction AS direction, coalesce(CASE r.direction WHEN '收入' THEN r.source ELSE r.use END, '') AS name,
      sum(r.amount) AS amount
    FROM fund_entry r WHERE ${recordFilterSql(manager, 'fundEntry', filter)}
    GROUP BY 1, 2 ORDER BY 3 DESC, 2`,
  )
}

/** 收入 and 支出 in 分 by calendar year, the earliest first. */
async function byYear(
  manager: EntityManager,
  filter: StoredFilter,
): Promise<{ year: number; income: number; expense: number }[]> {
  return select(
    manager,
    sql`SELECT CAST(substr(r.occurred_on, 1, 4) AS integer) AS year,
      sum(CASE r.direction WHEN '收入' THEN r.amount ELSE 0 END) AS income,
      sum(CASE r.direction WHEN '支出' THEN r.amount ELSE 0 END) AS expense
    FROM fund_entry r WHERE ${recordFilterSql(manager, 'fundEntry', filter)} GROUP BY 1 ORDER BY 1`,
  )
}

export const fundRepository = { byKind, byYear }
