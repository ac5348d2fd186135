import { afterEach, beforeEach, expect, it } from 'vitest'
import { openConnection } from '../db/dataSource'
import { ledgerFiles } from '../db/ledgerFiles'
import { createTestOffice, type TestOffice } from '../testing/createTestOffice'

let office: TestOffice
beforeEach(async () => {
  office = await createTestOffice()
  const units = [{ name: '甲街道', kind: '街道' as const, sortNo: 1, aliases: [] }]
  await office.call('office.setup', { regionName: '某区', officeName: '某区委两新工委', units })
  await office.call('record.save', { changes: [{ kind: 'enterprise', id: -1, values: { name: '甲公司', unitId: 1, employees: 5 } }] })
})
afterEach(() => office.close())

it('freezes every enterprise as it stood, whatever is changed afterwards', async () => {
  const locked = await office.call('period.lock', { kind: '季', label: '2026年第2季度', cutOffOn: '2026-06-30', operator: '王五' })
  expect(locked).toMatchObject({ label: '2026年第2季度', enterprises: 1, lockedBy: '王五' })
  await office.call('record.save', { changes: [{ kind: 'enterprise', id: 1, values: { employees: 9 } }] })
  const connection = openConnection(ledgerFiles(office.folder).ledger, { readonly: true })
  const rows = connection.prepare<[], { facts: string }>('SELECT facts FROM snapshot_row').all()
  connection.close()
  expect(rows.map(({ facts }) => JSON.parse(facts) as unknown)).toEqual([
    expect.objectContaining({ enterpriseName: '甲公司', employees: 5, status: '未覆盖', unitName: '甲街道', sector: '非公企业' }),
  ])
})

it('locks a label once, lists the latest first, and never ahead of the day', async () => {
  await office.call('period.lock', { kind: '季', label: '2026年第1季度', cutOffOn: '2026-03-31' })
  await office.call('period.lock', { kind: '季', label: '2026年第2季度', cutOffOn: '2026-06-30' })
  expect((await office.call('period.list', {})).map(({ label }) => label)).toEqual(['2026年第2季度', '2026年第1季度'])
  expect(await office.failure('period.lock', { kind: '季', label: '2026年第1季度', cutOffOn: '2026-03-31' })).toMatchObject({ code: 'conflict', details: { reason: 'locked-period' } })
  expect(await office.failure('period.lock', { kind: '季', label: '2026年第3季度', cutOffOn: '2026-09-30' })).toMatchObject({ code: 'invalid', details: { reason: 'future-cut-off' } })
})
