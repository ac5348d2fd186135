import { afterEach, beforeEach, expect, it } from 'vitest'
import { readWorkbook } from '../excel/readWorkbook'
import { createTestOffice, type TestOffice } from '../testing/createTestOffice'
import { setUpUnits } from '../testing/setUpUnits'
import { builtRow, rowWith, takeSheet, unbuiltRow } from '../testing/takeSheet'

let office: TestOffice
let today: string
beforeEach(async () => {
  today = '2026-03-31'
  office = await createTestOffice({ today: () => today })
  await setUpUnits(office)
})
afterEach(() => office.close())

const july = { from: '2026-07-01', to: '2026-07-31' }
const thirdRow = rowWith(unbuiltRow, { 企业名称: '丙公司', 统一社会信用代码: null })

it('says which unit reported when, and how well', async () => {
  await takeSheet(office, [builtRow, unbuiltRow], { name: '三月.xlsx' })
  today = '2026-07-02'
  const first = await takeSheet(office, [builtRow, rowWith(thirdRow, { 企业名称: null, 从业人员数: '约五十' })], { name: '七月.xlsx' })
  const { rows: absent } = await office.call('run.absences', { runId: first.batchId })
  await office.call('run.decide', { runId: first.batchId, decisions: absent.map(({ enterpriseId }) => ({ enterpriseId, choice: '漏报' as const, on: '2026-07-02' })) })
  expect((await office.call('statistics.s15', july)).rows).toMatchObject([
    { unit: '甲街道', due: 1, reported: 1, reportedOn: '2026-07-02', rows: 2, errors: 2, held: 1, absent: 1, omitted: 1, difference: 0, state: '已报' },
    { unit: '乙镇', due: 1, reported: 0, reportedOn: null, rows: 0, absent: 0, difference: null, state: '未报' },
  ])
  today = '2026-07-09'
  await takeSheet(office, [builtRow, unbuiltRow, thirdRow], { name: '七月(改).xlsx' })
  const table = await office.call('statistics.s15', july)
  expect(table.rows[0]).toMatchObject({ reportedOn: '2026-07-09', rows: 3, errors: 0, held: 0, absent: 0, difference: 1, state: '已接收' })
  expect(table.total).toMatchObject({ due: 2, reported: 1, rows: 3, difference: 1, states: { 未报: 1, 退回: 0, 已报: 0, 已接收: 1 } })
  expect((await office.call('statistics.s15', { ...july, forms: ['F01', 'F03'] })).rows[0]).toMatchObject({ due: 2, reported: 1, state: '已报' })
})

it('counts what was taken back as returned', async () => {
  today = '2026-07-02'
  const { editId } = await takeSheet(office, [builtRow], { name: '七月.xlsx' })
  await office.call('edit.undo', { editId })
  expect((await office.call('statistics.s15', july)).rows[0]).toMatchObject({ reported: 0, rows: 0, state: '退回' })
})

it('is a workbook with live sums', async () => {
  today = '2026-07-02'
  await takeSheet(office, [builtRow, unbuiltRow], { name: '七月.xlsx' })
  const { fileName, bytes } = await office.call('statistics.exportS15', july)
  expect(fileName).toBe('报送情况表(2026-07-01至2026-07-31).xlsx')
  const { sheets } = await readWorkbook(fileName, bytes)
  const rows = sheets[0]?.rows ?? []
  expect(rows[0]?.[0]).toBe('报送情况表')
  expect(rows[2]?.slice(0, 4)).toEqual(['序号', '单位', '应报表数', '已报'])
  expect(rows[3]?.slice(0, 6)).toEqual([1, '甲街道', 1, 1, { date: '2026-07-02' }, 2])
  expect(rows[5]?.slice(0, 6)).toEqual(['合计', null, 2, 1, null, 2])
})
