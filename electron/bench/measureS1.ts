import { performance } from 'node:perf_hooks'
import { join } from 'node:path'
import { nationalRules } from '../../shared/domain/coverage'
import { openDatabase } from '../office/db/openDatabase'
import { s1Repository } from '../office/db/repositories/s1Repository'
import { fillBigLedger } from '../office/db/testing/bigLedger'
import { median } from './median'

const enterprises = 100_000
const rounds = 7
const asOf = '2026-06-30'

/** What one would write by hand for the same figures: joins and one aggregate, no rules as parameters. */
const byHand = `
  SELECT e.unit_id, count(*) FILTER (WHERE reg) C, count(*) FILTER (WHERE base) D,
    count(*) FILTER (WHERE base AND above) E, count(*) FILTER (WHERE base AND elig) F,
    count(*) FILTER (WHERE base AND mode = '单独组建') H, count(*) FILTER (WHERE base AND mode = '联合组建') I,
    count(*) FILTER (WHERE base AND elig AND mode IS NOT NULL) L, count(*) FILTER (WHERE base AND above AND mode IS NOT NULL) O,
    count(*) FILTER (WHERE base AND mode IS NULL AND liaised) R, count(*) FILTER (WHERE base AND mode IS NULL AND NOT liaised AND mass) S
  FROM (
    SELECT e.unit_id, e.operating_status NOT IN ('已注销', '迁出', '合并') reg,
      e.operating_status = '正常经营' AND e.sector = '非公企业' base, e.is_above_scale = 1 above,
      coalesce(e.formal_members, 0) >= 3 elig, o.mode mode, a.enterprise_id IS NOT NULL liaised,
      e.has_union = 1 OR e.has_league = 1 mass
    FROM enterprise e
    LEFT JOIN coverage c ON c.enterprise_id = e.id AND c.deleted_at IS NULL
      AND (c.since IS NULL OR c.since <= '${asOf}') AND (c.until IS NULL OR c.until >= '${asOf}')
    LEFT JOIN party_org o ON o.id = c.party_org_id AND o.deleted_at IS NULL AND (o.dissolved_on IS NULL OR o.dissolved_on > '${asOf}')
    LEFT JOIN (
      SELECT DISTINCT a.enterprise_id FROM assignment a JOIN liaison l ON l.id = a.liaison_id AND l.deleted_at IS NULL AND l.active = 1
      WHERE a.deleted_at IS NULL AND (a.from_date IS NULL OR a.from_date <= '${asOf}') AND (a.to_date IS NULL OR a.to_date >= '${asOf}')
    ) a ON a.enterprise_id = e.id
    WHERE e.deleted_at IS NULL
  ) e GROUP BY e.unit_id`

/** Prints what table S1 over a full ledger costs beside one hand-written aggregate. */
export async function measureS1(folder: string): Promise<void> {
  const database = await openDatabase(join(folder, 'data-s1'))
  await database.gate.write((manager) => fillBigLedger(manager, enterprises))
  const ours: number[] = []
  const theirs: number[] = []
  await database.gate.read(async (manager) => {
    for (let round = 0; round <= rounds; round++) {
      const a = await timed(() => manager.query(byHand))
      const b = await timed(() => s1Repository.counts(manager, asOf, nationalRules))
      if (round === 0) continue
      theirs.push(a)
      ours.push(b)
    }
  })
  await database.close()
  const ratio = median(ours.map((time, i) => time / (theirs[i] ?? Number.NaN)))
  process.stdout.write(
    `S1 over ${enterprises} enterprises: ${(median(ours) * 1000).toFixed(0)} ms against ` +
      `${(median(theirs) * 1000).toFixed(0)} ms for a hand-written aggregate, ratio ${ratio.toFixed(2)}\n`,
  )
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await work()
  return (performance.now() - started) / 1000
}
