import type { EntityManager } from 'typeorm'
import { raw, select, sql } from './sql'

/** Rows of every table of the ledger, those in the recycle bin too. */
async function rowCounts(manager: EntityManager): Promise<{ table: string; rows: number }[]> {
  const tables = manager.connection.entityMetadatas.map(({ tableName }) => tableName).sort()
  const counts: { table: string; rows: number }[] = []
  for (const table of tables) {
    const [count] = await select<{ rows: number }>(manager, sql`SELECT count(*) AS rows FROM ${raw(`"${table}"`)}`)
    counts.push({ table, rows: count?.rows ?? 0 })
  }
  return counts
}

async function engineVersion(manager: EntityManager): Promise<string | null> {
  const [engine] = await select<{ version: string }>(manager, raw('SELECT sqlite_version() AS version'))
  return engine?.version ?? null
}

export const tableRepository = { rowCounts, engineVersion }
