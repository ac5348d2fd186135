import { afterAll, beforeAll, expect, it } from 'vitest'
import { openZip } from '../excel/zipParts'
import { createSampleOffice } from '../testing/createSampleOffice'
import type { TestOffice } from '../testing/createTestOffice'

let office: TestOffice
let periodId = 0
beforeAll(async () => {
  office = await createSampleOffice()
  periodId = (await office.call('period.list', {})).find(({ label }) => label === '2026年第3季度')?.id ?? 0
})
afterAll(() => office.close())

it('says what is to be looked at before a locked period goes out', async () => {
  const check = await office.call('report.check', { periodId })
  expect(check).toMatchObject({
    period: '2026年第3季度', from: '2026-07-01', cutOff: '2026-09-30', isLocked: true, broken: [], openBridge: [], previous: '2026年第2季度', files: 7,
  })
  const { levels } = await office.call('quality.counts', {})
  expect(check.levels).toEqual(levels)
  expect(check.due).toBe(12)
})

it('makes the set as files named by table, title, unit and period, and writes it into the log', async () => {
  const { folder, files } = await office.call('report.make', { periodId, as: 'files', operator: '张三' })
  expect(folder).toMatch(/_2026年第3季度$/)
  expect(files.map(({ fileName }) => fileName)).toContain('S3_党员队伍情况统计表_全区_2026年第3季度.xlsx')
  expect(files.map(({ fileName }) => fileName.split('_')[0])).toEqual(['S1', 'S2', 'S3', 'S12', 'S13', 'S15', 'F01'])
  expect(files.every(({ bytes }) => bytes.length > 3000)).toBe(true)
  const { rows } = await office.call('edit.page', { limit: 1, offset: 0 })
  expect(rows[0]).toMatchObject({ operator: '张三', canUndo: false })
  expect(rows[0]?.label).toContain('成套报表')
})

it('follows the set that was chosen: other tables, and each unit its own', async () => {
  await office.call('setting.save', { settings: { report: { tables: ['S1', 'S15'], forms: [], scope: '全区和各单位' } } })
  expect((await office.call('report.check', {})).files).toBe(14)
  const { folder, files } = await office.call('report.make', { as: 'zip' })
  expect(files).toHaveLength(1)
  expect(files[0]?.fileName).toBe(`${folder}.zip`)
  const parts = await openZip(Buffer.from(files[0]?.bytes ?? []))
  expect(parts.filter(({ name }) => name.startsWith('S1_')).map(({ name }) => name.split('_')[2])).toContain('桥头镇')
  expect(parts).toHaveLength(14)
})

it('is confined to a unit that is asked for', async () => {
  const unitId = (await office.call('unit.list', {})).find(({ name }) => name === '桥头镇')?.id ?? 0
  const check = await office.call('report.check', { unitId })
  expect(check).toMatchObject({ files: 1, due: 1 })
  expect(check.folder).toContain('桥头镇')
})

it('makes nothing of an empty set', async () => {
  await office.call('setting.save', { settings: { report: { tables: [], forms: [] } } })
  await expect(office.call('report.make', { as: 'zip' })).rejects.toThrow('empty-report')
})
