import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { StatTable } from '../../../../shared/contract/statistics'
import { writeFigureRef } from '../../../../shared/domain/statistics/figureRef'
import { tableIds, type TableId } from '../../../../shared/domain/statistics/statTable'
import { openConnection } from '../../db/dataSource'
import { ledgerFiles } from '../../db/ledgerFiles'
import { createSampleOffice } from '../../testing/createSampleOffice'
import type { TestOffice } from '../../testing/createTestOffice'

let office: TestOffice
let periodId: number
let live: Map<TableId, StatTable>
let before: Map<TableId, StatTable>

const cutOffOn = '2026-10-31'
const frozen = (table: TableId): Promise<StatTable> => office.call('statistics.table', { table, periodId })

/** A write past the office, as heavy as no person would make it. */
function write(...statements: string[]): void {
  const connection = openConnection(ledgerFiles(office.folder).ledger)
  for (const statement of statements) connection.prepare(statement).run()
  connection.close()
}

async function each(ask: (table: TableId) => Promise<StatTable>): Promise<Map<TableId, StatTable>> {
  const tables = new Map<TableId, StatTable>()
  for (const table of tableIds) tables.set(table, await ask(table))
  return tables
}

beforeAll(async () => {
  office = await createSampleOffice()
  live = await each((table) => office.call('statistics.table', { table, asOf: cutOffOn, from: '2026-10-01' }))
  periodId = (await office.call('period.lock', { kind: '月', label: '2026年10月', cutOffOn, operator: '王五' })).id
  before = await each(frozen)
  await office.call('setting.save', {
    settings: {
      names: { officeName: '另一个办公室', regionName: '另一个区' },
      rules: { base: ['正常经营', '停产停业', '空壳'], minMembers: 1, womenCount: true, enterprisesOnly: false, baseEmployees: 5 },
      limits: { employees: 5, sizeBands: [7, 77] },
      work: { telephoneCounts: false },
      reminders: { electionMonths: 24 },
      goalLabels: { org: '组织过硬' },
      deliveryLabels: { flag: '旗帜' },
      assessment: { grades: [{ name: '好', from: 50 }, { name: '差', from: 0 }] },
    },
    operator: '李四',
  })
  write(
    `UPDATE unit SET name = name || '(改)', sort_no = 1000 - sort_no`,
    `UPDATE enterprise SET unit_id = 1 + id % 3, place_name = '别处', operating_status = '停产停业', is_above_scale = 1, employees = 1,
      formal_members = 0, probationary_members = 9, enterprise_type = '个体工商户', industry = 'P', unbuilt_reason = '其他',
      has_union = 1, established_on = '2020-01-01', admitted_this_year = 5`,
    `UPDATE enterprise SET deleted_at = '2026-11-20T00:00:00Z' WHERE id % 5 = 0`,
    `UPDATE party_org SET unit_id = 1 + id % 3, org_type = '党委', last_election_on = '2019-01-01', term_ends_on = '2022-01-01',
      dissolved_on = CASE id % 2 WHEN 0 THEN '2026-10-05' END`,
    `UPDATE coverage SET until = '2026-09-01'`,
    `UPDATE secretary_term SET name = '某人', phone = NULL, source = '外聘', full_time = 1, trainings = '[]'`,
    `UPDATE liaison SET kind = '指导员', full_time = 1`,
    `UPDATE assignment SET to_date = '2026-10-02' WHERE id % 2 = 0`,
    `UPDATE visit SET visited_on = '2026-10-15', problem = '新问题', resolution = '未解决'`,
    `UPDATE fund_entry SET amount = amount * 3, occurred_on = '2026-10-09', direction = '支出'`,
    `UPDATE delivery SET state = '未落实', amount = 1`,
    `UPDATE goal_check SET org_met = 0, place_met = 0`,
    `UPDATE score SET final = 1`,
    `UPDATE quarter_score SET points = 1`,
  )
})
afterAll(() => office.close())

describe('a locked period', () => {
  it.each(tableIds)('%s is that of the day it was locked on', (table) => {
    const { period: _, ...then } = before.get(table) ?? {}
    expect(then).toEqual({ ...live.get(table), period: undefined })
    expect(before.get(table)?.period).toBe('2026年10月')
  })

  it.each(tableIds)('%s keeps every figure and every word, whatever becomes of records, settings and units', async (table) => {
    expect(await frozen(table)).toEqual(before.get(table))
  })

  it.each(tableIds)('%s of the day has gone on meanwhile', async (table) => {
    expect(await office.call('statistics.table', { table, asOf: cutOffOn, from: '2026-10-01' })).not.toEqual(live.get(table))
  })

  it('of one unit goes by its villages of then', async () => {
    const [whole] = before.get('S1')?.parts ?? []
    const row = whole?.rows[0]
    const { unitName, parts } = await office.call('statistics.table', { table: 'S1', periodId, unitId: Number(row?.key) })
    expect([unitName, parts[0]?.total]).toEqual([row?.label, row?.figures])
  })

  it('opens the enterprises of then, as far as they are still there', async () => {
    const figure = before.get('S1')?.parts[0]?.total?.['D'] ?? 0
    const countedIn = writeFigureRef({ table: 'S1', part: 'S1', row: 'total', column: 'D', periodId, label: '' })
    const { total } = await office.call('enterprise.page', { filter: { countedIn } })
    expect(total).toBeGreaterThan(figure / 2)
    expect(total).toBeLessThan(figure)
  })

  it('has the span it was locked with', async () => {
    expect(await office.failure('statistics.table', { table: 'S8', periodId, from: '2026-01-01' })).toMatchObject({
      code: 'invalid', details: { reason: 'frozen-span' },
    })
    expect(await office.call('statistics.table', { table: 'S8', periodId, from: '2026-10-01' })).toEqual(before.get('S8'))
  })

  it('is compared with by its own rules, and the table says so', async () => {
    const [, , , rates] = (await office.call('statistics.table', { table: 'S12' })).parts
    expect(rates?.note).toContain('上期:2026年10月')
    expect(rates?.note).toContain('上期按当时的口径，分母：实体运营非公企业，经营状态=正常经营，应建：正式党员 3 名以上')
  })
})

describe('a period locked before more than enterprises was kept', () => {
  let earlier: Map<TableId, StatTable>
  beforeAll(async () => {
    write(
      `DELETE FROM snapshot_list WHERE period_id = ${periodId}`,
      `UPDATE snapshot_row SET facts = json_remove(facts, '$.registered', '$.eligible', '$.aboveScale', '$.deliveries', '$.goals')
        WHERE period_id = ${periodId}`,
    )
    earlier = await each(frozen)
  })

  it.each(['S3', 'S5', 'S6'] as const)('%s reads its enterprises as they were', (table) => {
    expect(earlier.get(table)?.parts[0]?.total).toMatchObject({ C: before.get(table)?.parts[0]?.total?.['C'] })
  })

  it.each(['S2', 'S7', 'S8', 'S11', 'S14'] as const)('%s says that the rest is of today', (table) => {
    expect(earlier.get(table)?.parts[0]?.note).toContain('锁定的2026年10月只存有企业，其余按台账现有记录统计')
    expect(before.get(table)?.parts[0]?.note).not.toContain('只存有企业')
  })

  it('goes by the settings in force', () => {
    expect(earlier.get('S1')?.parts[0]?.columns.find(({ key }) => key === 'F')?.header).toBe('其中:正式党员1名以上')
  })
})
