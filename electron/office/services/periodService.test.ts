import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openConnection } from '../db/dataSource'
import { ledgerFiles } from '../db/ledgerFiles'
import { createTestOffice, type TestOffice } from '../testing/createTestOffice'

let office: TestOffice
beforeEach(async () => {
  office = await createTestOffice()
  const units = [{ name: '甲街道', kind: '街道' as const, sortNo: 1, aliases: [] }]
  await office.call('office.setup', { regionName: '某区', officeName: '某区委两新工委', units })
  await addEnterprise('甲公司', 5)
})
afterEach(() => office.close())

const addEnterprise = (name: string, employees: number) =>
  office.call('record.save', { changes: [{ kind: 'enterprise', id: -1, values: { name, unitId: 1, employees } }] })
const second = { kind: '季', label: '2026年第2季度', cutOffOn: '2026-06-30', operator: '王五' } as const

function stored<Row>(query: string): Row[] {
  const connection = openConnection(ledgerFiles(office.folder).ledger, { readonly: true })
  const rows = connection.prepare<[], Row>(query).all()
  connection.close()
  return rows
}

describe('locking', () => {
  it('freezes every enterprise as it stood, whatever is changed afterwards', async () => {
    const locked = await office.call('period.lock', second)
    expect(locked).toMatchObject({ label: '2026年第2季度', enterprises: 1, lockedBy: '王五', edition: 1, reason: null, correctedFor: null })
    await office.call('record.save', { changes: [{ kind: 'enterprise', id: 1, values: { employees: 9 } }] })
    const rows = stored<{ facts: string }>('SELECT facts FROM snapshot_row')
    expect(rows.map(({ facts }) => JSON.parse(facts) as unknown)).toEqual([
      expect.objectContaining({ enterpriseName: '甲公司', employees: 5, status: '未覆盖', unitName: '甲街道', sector: '非公企业', eligible: false }),
    ])
    const lists = stored<{ name: string }>('SELECT name FROM snapshot_list ORDER BY name').map(({ name }) => name)
    expect(lists).toEqual(['duties', 'funds', 'orgs', 'posts', 'scores', 'settings', 'units', 'visits'])
  })

  it('happens once for a label, is listed the latest first, and never ahead of the day', async () => {
    await office.call('period.lock', { kind: '季', label: '2026年第1季度', cutOffOn: '2026-03-31' })
    await office.call('period.lock', second)
    expect((await office.call('period.list', {})).map(({ label }) => label)).toEqual(['2026年第2季度', '2026年第1季度'])
    expect(await office.failure('period.lock', { kind: '季', label: '2026年第1季度', cutOffOn: '2026-03-31' })).toMatchObject({ code: 'conflict', details: { reason: 'locked-period' } })
    const ahead = { kind: '季', label: '2026年第3季度', cutOffOn: '2026-09-30' }
    expect(await office.failure('period.lock', ahead)).toMatchObject({ code: 'invalid', details: { reason: 'future-cut-off' } })
    expect(await office.failure('period.lockPreview', { kind: '季', cutOffOn: '2026-09-30' })).toMatchObject({ details: { reason: 'future-cut-off' } })
  })

  it('says beforehand what it would freeze', async () => {
    const preview = await office.call('period.lockPreview', { kind: '季', cutOffOn: '2026-06-30' })
    expect(preview).toMatchObject({ enterprises: 1, broken: [] })
    expect(preview.errors).toBeGreaterThanOrEqual(0)
    expect(preview.note).toContain('分母：实体运营非公企业')
    expect(await office.call('period.list', {})).toEqual([])
  })
})

describe('a correction', () => {
  it('is a further edition with a reason; the one before stays as it was and says so', async () => {
    const first = await office.call('period.lock', second)
    await addEnterprise('乙公司', 8)
    const next = await office.call('period.correct', { periodId: first.id, reason: '漏报一家', operator: '赵六' })
    expect(next).toMatchObject({ label: first.label, cutOffOn: first.cutOffOn, kind: '季', edition: 2, reason: '漏报一家', enterprises: 2, lockedBy: '赵六' })
    expect((await office.call('period.list', {})).map(({ edition, correctedFor }) => [edition, correctedFor])).toEqual([[2, null], [1, '漏报一家']])

    const table = async (periodId: number) => {
      const { period, parts } = await office.call('statistics.table', { table: 'S1', periodId })
      return { period, count: parts[0]?.total?.['C'], note: parts[0]?.note }
    }
    expect(await table(first.id)).toEqual({ period: '2026年第2季度(第1版)', count: 1, note: expect.stringContaining('第1版，已更正：漏报一家') as string })
    expect(await table(next.id)).toEqual({ period: '2026年第2季度(第2版)', count: 2, note: expect.stringContaining('第2版，更正原因：漏报一家') as string })
  })

  it('is what the tables compare with', async () => {
    const first = await office.call('period.lock', { kind: '季', label: '2026年第1季度', cutOffOn: '2026-03-31' })
    await addEnterprise('乙公司', 8)
    const next = await office.call('period.correct', { periodId: first.id, reason: '漏报一家' })
    const start = async (question: { previousId?: number }) => {
      const { previous, parts } = await office.call('statistics.table', { table: 'S12', ...question })
      return [previous, parts[0]?.total?.['C']]
    }
    expect(await start({})).toEqual(['2026年第1季度(第2版)', 2])
    expect(await start({ previousId: first.id })).toEqual(['2026年第1季度(第1版)', 1])
    expect(await start({ previousId: next.id })).toEqual(['2026年第1季度(第2版)', 2])
  })

  it('needs a reason and the latest edition', async () => {
    const first = await office.call('period.lock', second)
    expect(await office.failure('period.correct', { periodId: first.id, reason: ' ' })).toMatchObject({ code: 'invalid' })
    await office.call('period.correct', { periodId: first.id, reason: '口径有误' })
    expect(await office.failure('period.correct', { periodId: first.id, reason: '再来' })).toMatchObject({
      code: 'conflict', details: { reason: 'corrected-period', name: '2026年第2季度(第1版)' },
    })
    expect(await office.failure('period.correct', { periodId: 99, reason: '没有' })).toMatchObject({ code: 'not-found' })
    expect(await office.failure('period.lock', second)).toMatchObject({ code: 'conflict', details: { reason: 'locked-period' } })
  })

  it('stands in the log beside the locking', async () => {
    const first = await office.call('period.lock', second)
    const next = await office.call('period.correct', { periodId: first.id, reason: '漏报一家', operator: '赵六' })
    const entries = stored<{ action: string; operator: string; entity_id: number; changes: string }>(
      `SELECT action, operator, entity_id, changes FROM audit_entry WHERE entity = 'period' ORDER BY id`,
    )
    expect(entries.map(({ action, operator, entity_id: id }) => [action, operator, id])).toEqual([['锁定', '王五', first.id], ['更正', '赵六', next.id]])
    expect(JSON.parse(entries[1]?.changes ?? '')).toContainEqual({ field: 'reason', before: null, after: '漏报一家' })
    const { rows } = await office.call('edit.page', {})
    const [log] = rows.filter(({ label }) => label === '更正报告期“2026年第2季度”')
    expect(log).toMatchObject({ operator: '赵六', records: 1 })
    expect(rows.some(({ label }) => label === '锁定报告期“2026年第2季度”')).toBe(true)
    const [told] = await office.call('edit.entries', { editId: log?.id ?? 0 })
    expect(told?.changes).toMatchObject([{ label: '版本', before: '1', after: '2' }, { label: '更正原因', before: '', after: '漏报一家' }])
  })
})

it('is compared only with what was before', async () => {
  const first = await office.call('period.lock', { kind: '季', label: '2026年第1季度', cutOffOn: '2026-03-31' })
  const next = await office.call('period.lock', second)
  for (const question of [{ periodId: first.id, previousId: next.id }, { periodId: next.id, previousId: next.id }, { asOf: '2026-01-01', previousId: first.id }]) {
    expect(await office.failure('statistics.table', { table: 'S12', ...question })).toMatchObject({ code: 'invalid', details: { reason: 'compare-order' } })
  }
})
