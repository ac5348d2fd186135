import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { FileReading } from '../../../shared/contract/fileReading'
import type { ImportPolicy } from '../../../shared/contract/import'
import type { LedgerRow } from '../../../shared/contract/ledgerRow'
import { writePlainTable } from '../excel/testing/plainTable'
import { createTestOffice, type TestOffice } from '../testing/createTestOffice'
import { showPhones } from '../testing/showPhones'
import { setUpUnits } from '../testing/setUpUnits'
import { builtRow, rowWith, sheetHeader, takeSheet, unbuiltRow, type SheetCell } from '../testing/takeSheet'

type Cell = SheetCell
const header = sheetHeader
const built = builtRow
const unbuilt = unbuiltRow

let office: TestOffice
beforeEach(async () => {
  office = await createTestOffice()
  await setUpUnits(office)
  await showPhones(office)
})
afterEach(() => office.close())

const read = (rows: Cell[][], name = '表.xlsx', head = header): Promise<FileReading> =>
  office.call('import.read', { name, bytes: writePlainTable(head, rows) })

const take = (rows: Cell[][], policy: ImportPolicy = 'replace') => takeSheet(office, rows, { policy })

async function ledger(): Promise<Record<string, LedgerRow>> {
  const { rows } = await office.call('enterprise.page', { limit: 1000 })
  return Object.fromEntries(rows.map((row) => [row.enterpriseName, row]))
}
const with_ = rowWith

describe('a second return changes what it states', () => {
  beforeEach(() => take([built, unbuilt]))

  it('a new secretary follows the old one, figures and ticks are taken', async () => {
    await take([with_(built, { 从业人员数: 20, 书记姓名: '赵六', 书记联系电话: '13700137000', 党旗: '○', 有组织: '×' })])
    expect((await ledger())['甲公司']).toMatchObject({
      employees: 20, secretaryName: '赵六', secretaryPhone: '13700137000', 'delivery.flag': '推进中', 'goal.org': false, status: '单独',
    })
    const { history } = await office.call('enterprise.get', { id: (await ledger())['甲公司']?.id ?? 0 })
    expect(history).toHaveLength(2)
    expect(history.flatMap((entry) => entry.changes).find((change) => change.field === 'secretaryName')).toEqual({ field: 'secretaryName', label: '书记姓名', before: '李四', after: '赵六' })
    expect(await office.call('partyOrg.list', {})).toMatchObject([{ name: '中共甲公司支部委员会', secretaryName: '赵六', coveredCount: 1 }])
  })

  it('another liaison follows the old one; a new telephone is the same person', async () => {
    await take([with_(unbuilt, { '指导员(联络员)联系电话': '13600136000' })])
    expect(await office.call('liaison.list', {})).toMatchObject([{ name: '王五', phone: '13600136000', enterpriseCount: 1 }])
    await take([with_(unbuilt, { '指导员(联络员)姓名': '孙七', '指导员(联络员)联系电话': '13500135000' })])
    expect((await ledger())['乙公司']).toMatchObject({ liaisonName: '孙七', status: '工作覆盖(联络)' })
    const { assignments } = await office.call('enterprise.get', { id: (await ledger())['乙公司']?.id ?? 0 })
    expect(assignments.map((assignment) => [assignment.liaisonName, assignment.to])).toEqual([['孙七', null], ['王五', '2026-06-29']])
  })

  it('an enterprise that founds an organisation leaves the liaison column its due', async () => {
    await take([with_(unbuilt, { 正式党员: 3, 是否建立党组织: '是', 党组织名称: '中共乙公司支部委员会', 组建方式: '单独组建', 党组织类别: '党支部', 成立时间: '2026-05-01' })])
    expect((await ledger())['乙公司']).toMatchObject({ status: '单独', hasPartyOrg: true, partyOrgName: '中共乙公司支部委员会' })
    const before = await office.call('enterprise.page', { asOf: '2026-04-30', filter: { search: '乙公司' } })
    expect(before.rows[0]?.status).toBe('工作覆盖(联络)')
  })

  it('moving to another organisation ends the old relation', async () => {
    await take([with_(built, { 党组织名称: '中共商圈联合支部委员会', 组建方式: '联合组建', 成立时间: '2026-01-01' })])
    expect((await ledger())['甲公司']).toMatchObject({ status: '联合', partyOrgName: '中共商圈联合支部委员会' })
    const { coverages } = await office.call('enterprise.get', { id: (await ledger())['甲公司']?.id ?? 0 })
    expect(coverages.map((coverage) => [coverage.partyOrgName, coverage.until])).toEqual([['中共商圈联合支部委员会', null], ['中共甲公司支部委员会', '2026-06-29']])
  })

  it('补空 and 只新增 leave filled fields alone', async () => {
    for (const policy of ['fill', 'add'] as const) {
      const { totals } = await take([with_(built, { 从业人员数: 99, 书记姓名: '别人' })], policy)
      expect(totals).toMatchObject({ add: 0, change: 0, same: 1 })
    }
    expect((await ledger())['甲公司']).toMatchObject({ employees: 12, secretaryName: '李四' })
  })

  it('lists who was not returned', async () => {
    const { fileId } = await read([built])
    const plan = await office.call('import.plan', { fileIds: [fileId] })
    expect(plan.absent).toMatchObject([{ name: '乙公司', unit: '甲街道' }])
  })
})

describe('nothing unseen is written', () => {
  it('a reading, a plan and its pages write nothing', async () => {
    const { revision } = await office.call('office.status', {})
    const { fileId } = await read([built, unbuilt])
    const { planId } = await office.call('import.plan', { fileIds: [fileId] })
    const page = await office.call('import.rows', { planId, action: 'add' })
    expect(page.total).toBe(2)
    expect(page.rows[0]?.changes.find((change) => change.field === 'employees')).toEqual({ field: 'employees', label: '从业人员数', before: '', after: '12' })
    expect(await ledger()).toEqual({})
    expect((await office.call('office.status', {})).revision).toBe(revision)
    expect(await office.call('import.list', {})).toEqual([])
  })

  it('a plan overtaken by another import is refused when it would write something else', async () => {
    const first = await read([with_(built, { 从业人员数: 30 })])
    const plan = await office.call('import.plan', { fileIds: [first.fileId] })
    await take([built])
    expect(await office.failure('import.commit', { planId: plan.planId, operator: '' })).toMatchObject({ code: 'not-found' })
    const again = await office.call('import.plan', { fileIds: [first.fileId] })
    await office.call('office.setup', { regionName: '示范区', officeName: '改名', units: [] })
    expect(await office.call('import.commit', { planId: again.planId })).toMatchObject({ totals: { change: 1 } })
    expect((await ledger())['甲公司']?.employees).toBe(30)
  })

  it('a committed plan is gone', async () => {
    const { fileId } = await read([built])
    const { planId } = await office.call('import.plan', { fileIds: [fileId] })
    await office.call('import.commit', { planId })
    expect(await office.failure('import.commit', { planId, operator: '' })).toMatchObject({ code: 'not-found', details: { reason: 'missing' } })
    expect(await office.failure('import.plan', { fileIds: [fileId] })).toMatchObject({ code: 'not-found' })
  })
})

it('takes 党务工作者 where a sheet has them, and asks when more are full-time (V-29)', async () => {
  const { fileId } = await read([['甲街道', '甲公司', 30, 4, 2, 3]], '表.xlsx', ['所属乡镇(街道)', '企业名称', '从业人员数', '正式党员', '党务工作者人数', '专职党务工作者'])
  const { planId } = await office.call('import.plan', { fileIds: [fileId] })
  const { rows } = await office.call('import.rows', { planId, level: 'warning' })
  expect(rows.flatMap(({ problems }) => problems.filter(({ code }) => code === 'V-29'))).toMatchObject([{ column: 'F', message: '专职 3 名，多于党务工作者 2 名' }])
  await office.call('import.commit', { planId })
  const { rows: records } = await office.call('record.page', { kind: 'enterprise' })
  expect(records[0]?.values).toMatchObject({ partyWorkers: 2, fullTimePartyWorkers: 3 })
})

describe('units', () => {
  const unitless = header.slice(1)
  it('a file that names no unit waits for a person, who names one', async () => {
    const reading = await read([built.slice(1)], '表.xlsx', unitless)
    expect(reading).toMatchObject({ state: 'confirm', unit: null, rows: 1 })
    const blocked = await office.call('import.plan', { fileIds: [reading.fileId] })
    expect(blocked.totals).toMatchObject({ skipped: 1, errors: 1 })
    const plan = await office.call('import.plan', { fileIds: [reading.fileId], units: { [reading.fileId]: '甲街办' } })
    expect(plan.totals).toMatchObject({ add: 1, errors: 0 })
    expect(plan.files[0]?.unit).toBe('甲街道')
    expect(await office.failure('import.plan', { fileIds: [reading.fileId], units: { [reading.fileId]: '丁镇' } })).toMatchObject({ code: 'not-found', details: { reason: 'no-such-unit' } })
  })
  it('an unknown unit is named, and after it was added the file reads', async () => {
    const row = with_(built, { '所属乡镇(街道)': '丁镇' })
    expect(await read([row])).toMatchObject({ state: 'confirm', unknownUnits: ['丁镇'], errors: 1 })
    await office.call('office.setup', { regionName: '示范区', officeName: '示范区委非公工委', units: [{ name: '丁镇', kind: '镇', sortNo: 3 }] })
    expect(await read([row])).toMatchObject({ state: 'ready', unknownUnits: [], errors: 0, unit: '丁镇' })
  })
  it('a workbook of several units names each once and speaks for none alone', async () => {
    const other = with_(unbuilt, { '所属乡镇(街道)': '乙镇' })
    expect(await read([built, other, with_(built, { 企业名称: '丙公司' })])).toMatchObject({
      state: 'ready', unit: null, units: ['甲街道', '乙镇'],
    })
    expect(await read([built])).toMatchObject({ unit: '甲街道', units: ['甲街道'] })
  })
  it('a name that answers to two units is refused', async () => {
    const units = [{ name: '甲街道', kind: '街道', sortNo: 1 }, { name: '丙镇', kind: '镇', aliases: ['甲街道'], sortNo: 2 }]
    expect(await office.failure('office.setup', { regionName: '区', officeName: '办', units })).toMatchObject({ code: 'invalid', details: { reason: 'ambiguous-unit' } })
    expect(await office.call('unit.list', {})).toHaveLength(2)
  })
})

describe('bad input', () => {
  const sample = readFileSync(join(import.meta.dirname, '../../../resources/sample-district/东山街道.xlsx'))
  const bad: [string, Uint8Array, string][] = [
    ['空.xlsx', new Uint8Array(), 'empty'],
    ['截断.xlsx', sample.subarray(0, 3000), 'damaged'],
    ['图片.xlsx', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0]), 'other-document'],
    ['别的表.csv', new TextEncoder().encode('姓名,年龄\n张三,3\n'), 'other-form'],
  ]
  it.each(bad)('%s is a reading with its reason, and the next file reads', async (name, bytes, reason) => {
    const reading = await office.call('import.read', { name, bytes })
    expect(reading).toMatchObject({ rows: 0, failure: { code: 'unreadable-file', details: { file: name, reason } } })
    expect(await office.failure('import.plan', { fileIds: [reading.fileId] })).toMatchObject({ code: 'not-found' })
    expect(await read([built])).toMatchObject({ state: 'ready', rows: 1 })
  })
  it('a call with the wrong shape is refused with its path', async () => {
    expect(await office.failure('import.plan', { fileIds: [] })).toMatchObject({ code: 'invalid', issues: [{ path: ['fileIds'] }] })
    expect(await office.failure('no.such.call', {})).toMatchObject({ code: 'invalid' })
    expect(office.logs).toEqual([])
  })
})
