import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { nationalRules as rules } from '../../../shared/domain/coverage'
import { openConnection } from './dataSource'
import { openDatabase, type Database } from './openDatabase'
import { enterpriseRepository } from './repositories/enterpriseRepository'
import type { LedgerPageQuery } from './repositories/ledgerPage'
import { s1Repository } from './repositories/s1Repository'
import { fillBigLedger } from './testing/bigLedger'

/** Bounds are processor seconds, so that a busy machine does not fail them, and about three times what was measured. */
const asOf = '2026-06-30'
let folder: string
let database: Database

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ledger-'))
  database = await openDatabase(folder)
  await database.gate.write((manager) => fillBigLedger(manager, 100_000, 20, false))
}, 120_000)

afterAll(async () => {
  await database.close()
  rmSync(folder, { recursive: true })
})

async function seconds(work: () => unknown): Promise<number> {
  const begun = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(begun)
  return (user + system) / 1_000_000
}

async function best(rounds: number, work: () => unknown): Promise<number> {
  let least = Infinity
  for (let round = 0; round < rounds; round += 1) least = Math.min(least, await seconds(work))
  return least
}

/** The shortest way to the counts: no choice between two organisations, literals in place of settings. */
const plainS1 = `
  WITH org AS MATERIALIZED (
    SELECT c.enterprise_id, o.mode FROM coverage c JOIN party_org o ON o.id = c.party_org_id
    WHERE c.deleted_at IS NULL AND (c.since IS NULL OR c.since <= '2026-06-30')
      AND (c.until IS NULL OR c.until >= '2026-06-30')
      AND o.deleted_at IS NULL AND (o.dissolved_on IS NULL OR o.dissolved_on > '2026-06-30')
  ), contact AS MATERIALIZED (
    SELECT DISTINCT a.enterprise_id FROM assignment a JOIN liaison l ON l.id = a.liaison_id
    WHERE a.deleted_at IS NULL AND (a.from_date IS NULL OR a.from_date <= '2026-06-30')
      AND (a.to_date IS NULL OR a.to_date >= '2026-06-30') AND l.deleted_at IS NULL AND l.active = 1
  )
  SELECT unit_id, sum(reg) AS C, sum(base) AS D, sum(base AND above) AS E, sum(base AND elig) AS F,
    sum(base AND mode IS '单独组建') AS H, sum(base AND mode IS '联合组建') AS I,
    sum(base AND elig AND mode IS NOT NULL) AS L, sum(base AND above AND mode IS NOT NULL) AS O,
    sum(base AND mode IS NULL AND liaised) AS R, sum(base AND mode IS NULL AND NOT liaised AND mass) AS S
  FROM (
    SELECT e.unit_id, e.operating_status NOT IN ('已注销', '迁出', '合并') AS reg,
      e.operating_status = '正常经营' AND e.sector = '非公企业' AS base, coalesce(e.is_above_scale, 0) AS above,
      coalesce(e.formal_members, 0) >= 3 AS elig, coalesce(e.has_union, 0) OR coalesce(e.has_league, 0) AS mass,
      org.mode, contact.enterprise_id IS NOT NULL AS liaised
    FROM enterprise e LEFT JOIN org ON org.enterprise_id = e.id LEFT JOIN contact ON contact.enterprise_id = e.id
    WHERE e.deleted_at IS NULL
  ) GROUP BY unit_id ORDER BY unit_id`

describe('100,000 enterprises', () => {
  it('S1 takes at most half as long again as a plain aggregate over the same tables, and agrees with it', async () => {
    const connection = openConnection(database.file, { readonly: true })
    const plain = connection.prepare<[], Record<string, number>>(plainS1)
    const counts = () => database.gate.read((manager) => s1Repository.counts(manager, asOf, rules))
    const byUnit = (await counts()).sort((a, b) => a.unitId - b.unitId)
    expect(plain.all()).toEqual(byUnit.map(({ unitId, unitName: _, ...figures }) => ({ unit_id: unitId, ...figures })))
    let plainSeconds = Infinity
    let ourSeconds = Infinity
    for (let round = 0; round < 7; round += 1) {
      plainSeconds = Math.min(plainSeconds, await seconds(() => plain.all()))
      ourSeconds = Math.min(ourSeconds, await seconds(counts))
    }
    connection.close()
    expect(ourSeconds / plainSeconds).toBeLessThan(1.5)
  })

  it('S1 is read from an index alone', async () => {
    const plan = await database.gate.read((manager) =>
      manager.query<{ detail: string }[]>(`EXPLAIN QUERY PLAN ${plainS1}`),
    )
    expect(plan.map(({ detail }) => detail)).toContain('SCAN e USING COVERING INDEX enterprise_living')
  })

  it.each<{ name: string; query: Partial<LedgerPageQuery>; within: number }>([
    { name: 'unfiltered', query: {}, within: 0.1 },
    { name: 'far down', query: { offset: 90_000 }, within: 0.25 },
    { name: 'of a search', query: { filter: { terms: ['shifan99', '张三'] } }, within: 0.4 },
    { name: 'of a figure', query: { filter: { figure: 'U' } }, within: 0.4 },
    { name: 'sorted by the secretary', query: { sort: { column: 'secretaryName', descending: true } }, within: 0.5 },
  ])('a page $name comes within $within s', async ({ query, within }) => {
    const page = () =>
      database.gate.read((manager) =>
        enterpriseRepository.page(manager, { filter: {}, sort: null, asOf, rules, offset: 0, limit: 100, ...query }),
      )
    expect((await page()).rows.length).toBe(100)
    expect(await best(3, page)).toBeLessThan(within)
  })

  it('all rows for an import come within 5 s and in less than 400 MB', { timeout: 60_000 }, async () => {
    const before = process.memoryUsage().heapUsed
    let rows: unknown[] = []
    const taken = await seconds(async () => {
      rows = await database.gate.read((manager) => enterpriseRepository.ledgerRows(manager, { asOf, rules }))
    })
    expect(rows.length).toBe(100_000)
    expect(taken).toBeLessThan(5)
    expect((process.memoryUsage().heapUsed - before) / 1_000_000).toBeLessThan(400)
  })
})
