import { afterEach, beforeEach, expect, it } from 'vitest'
import { readWorkbook } from '../excel/readWorkbook'
import { createTestOffice, type TestOffice } from '../testing/createTestOffice'

let office: TestOffice
beforeEach(async () => {
  office = await createTestOffice()
  const units = [{ name: '甲街道', kind: '街道' as const, sortNo: 1, aliases: [] }]
  await office.call('office.setup', { regionName: '某区', officeName: '某区委两新工委', units })
  const sizes: [string, number | null][] = [['甲公司', 5], ['乙公司', 320], ['丙公司', 12], ['丁公司', null], ['戊公司', 49]]
  await office.call('record.save', {
    changes: sizes.map(([name, employees], i) => ({ kind: 'enterprise' as const, id: -1 - i, values: { name, unitId: 1, employees } })),
  })
})
afterEach(() => office.close())

const columns = [{ field: 'name', header: '企业名称' }, { field: 'sizeBand', header: '从业人员规模' }]

it('lists, sorts and exports enterprises by their band', async () => {
  const sort = { column: 'sizeBand' as const, descending: true }
  const { rows } = await office.call('enterprise.page', { sort })
  expect(rows.map(({ enterpriseName, sizeBand }) => [enterpriseName, sizeBand])).toEqual([
    ['乙公司', '300 人及以上'], ['丙公司', '10–49 人'], ['戊公司', '10–49 人'], ['甲公司', '10 人以下'], ['丁公司', null],
  ])
  const sheet = await office.call('enterprise.sheet', { filter: { sizeBands: [10, null] } })
  expect([sheet.total, ...sheet.rows.map(({ values, computed }) => [values['name'], computed['sizeBand']])]).toEqual([
    3, ['丙公司', '10–49 人'], ['丁公司', null], ['戊公司', '10–49 人'],
  ])
  const book = await office.call('enterprise.sheetExport', { filter: { sizeBands: [10, 300] }, sort, title: '企业台账', columns })
  const cells = (await readWorkbook(book.fileName, book.bytes)).sheets[0]?.rows ?? []
  expect(cells.slice(2)).toEqual([['乙公司', '300 人及以上'], ['丙公司', '10–49 人'], ['戊公司', '10–49 人']])
})

it('follows the bounds of the settings; one they no longer have finds nobody', async () => {
  await office.call('setting.save', { settings: { limits: { sizeBands: [20, 300] } } })
  const { rows } = await office.call('enterprise.page', { filter: { sizeBands: [0] } })
  expect(rows.map(({ enterpriseName, sizeBand }) => [enterpriseName, sizeBand])).toEqual([['丙公司', '20 人以下'], ['甲公司', '20 人以下']])
  expect((await office.call('enterprise.page', { filter: { sizeBands: [10] } })).total).toBe(0)
  expect((await office.call('enterprise.page', { filter: { sizeBands: [] } })).total).toBe(5)
})
