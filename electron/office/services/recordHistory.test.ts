import { afterEach, beforeEach, expect, it } from 'vitest'
import type { HistoryEntry } from '../../../shared/contract/record'
import { createTestOffice, type TestOffice } from '../testing/createTestOffice'
import { setUpUnits } from '../testing/setUpUnits'
import { builtRow, rowWith, takeSheet, unbuiltRow } from '../testing/takeSheet'

let office: TestOffice
beforeEach(async () => {
  office = await createTestOffice()
  await setUpUnits(office)
  await takeSheet(office, [unbuiltRow, builtRow], { name: '甲街道.xlsx' })
})
afterEach(() => office.close())

const told = (history: readonly HistoryEntry[]): string[] =>
  history.map(({ action, label, changes }) => [action, label, ...changes.map((change) => `${change.label}:${change.before}→${change.after}`)].join(' '))

async function idOf(name: string): Promise<number> {
  const { rows } = await office.call('enterprise.page', { filter: { search: name } })
  return rows[0]?.id ?? 0
}

it('tells what an import did to an enterprise once, in the words of its sheet, and where it stood', async () => {
  await takeSheet(office, [rowWith(builtRow, { 从业人员数: 20, 书记姓名: '赵六', 党旗: '○', 有组织: '×' })], { name: '七月.xlsx' })
  const id = await idOf('甲公司')
  await office.call('record.save', { changes: [{ kind: 'enterprise', id, values: { employees: 21 } }], operator: '钱七' })
  const { history } = await office.call('enterprise.get', { id })
  expect(told(history)).toEqual([
    '修改 企业“甲公司” 从业人员:20→21',
    '导入 企业“甲公司” 从业人员数:12→20 书记姓名:李四→赵六 党旗:已落实→推进中 有组织:是→否',
    '导入 企业“甲公司”',
  ])
  expect(history.map(({ origin, operator }) => [origin?.file, origin?.row, origin?.on, operator])).toEqual([
    [undefined, undefined, undefined, '钱七'],
    ['七月.xlsx', 2, '2026-06-30', '王五'],
    ['甲街道.xlsx', 3, '2026-06-30', '王五'],
  ])
  expect(await office.call('record.history', { kind: 'enterprise', id })).toEqual(history)
})

it('tells what an import did to an organisation, with the row that named it', async () => {
  await takeSheet(office, [rowWith(builtRow, { 党组织类别: '党总支', 书记姓名: '赵六' })], { name: '七月.xlsx' })
  const [org] = await office.call('partyOrg.list', {})
  const history = await office.call('record.history', { kind: 'partyOrg', id: org?.id ?? 0 })
  expect(told(history)).toEqual([
    '导入 书记任职“李四 中共甲公司支部委员会” 任职止:→2026-06-30',
    '导入 党组织“中共甲公司支部委员会” 党组织类别:党支部→党总支',
    '导入 党组织“中共甲公司支部委员会”',
  ])
  expect(history.map(({ origin }) => `${origin?.file} ${origin?.row}`)).toEqual(['七月.xlsx 2', '七月.xlsx 2', '甲街道.xlsx 3'])
  expect(history.map(({ origin }) => origin?.of?.kind)).toEqual(['enterprise', 'enterprise', 'enterprise'])
})

it('lists an import in the log as one edit, with what it brought and what it changed', async () => {
  await takeSheet(office, [rowWith(builtRow, { 从业人员数: 20 }), rowWith(unbuiltRow, { 企业名称: '丙公司', 统一社会信用代码: null })], { name: '七月.xlsx' })
  const { rows } = await office.call('edit.page', { kinds: ['enterprise'] })
  expect(rows.map(({ label, records }) => [label, records])).toEqual([
    ['导入“七月.xlsx”(新增 1，变更 1)', 3],
    ['导入“甲街道.xlsx”(新增 2，变更 0)', 9],
  ])
  expect(told(await office.call('edit.entries', { editId: rows[0]?.id ?? 0 }))).toEqual([
    '导入 企业 1 条',
    '导入 联系关系 1 条',
    '导入 企业“甲公司” 从业人员:12→20',
  ])
})
