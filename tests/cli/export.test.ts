import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { read } from '@e965/xlsx'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openDistrict, type CommandLine } from './commandLine'

let line: CommandLine

beforeAll(async () => {
  line = await openDistrict()
})
afterAll(() => line.remove())

it('lists, checks and exports', async () => {
  for (const [what, least] of [['units', 12], ['imports', 12], ['orgs', 60], ['liaisons', 20], ['deliveries', 100]] as const) {
    expect(JSON.parse((await line.inDistrict('list', what)).out).length, what).toBeGreaterThanOrEqual(least)
  }
  expect(JSON.parse((await line.inDistrict('list', 'enterprises', '--unit', '东山街道办事处')).out)).toHaveLength(20)
  const check = await line.inDistrict('check')
  expect([check.code, JSON.parse(check.out).enterprises]).toEqual([1, 240])
  expect((await line.inDistrict('export', 'F01', '--unit', '滨河街道', '--out', '台账.xlsx')).code).toBe(0)
  const book = read(readFileSync(join(line.folder, '台账.xlsx')))
  expect(book.Sheets[book.SheetNames[0] ?? '']?.['A1']?.v).toBe('示范区非公有制企业党建工作台账')
  expect((await line.inDistrict('stats', 'S1', '--out', join(line.folder, '统计.xlsx'))).code).toBe(0)
  expect(existsSync(join(line.folder, '统计.xlsx'))).toBe(true)
  const size = JSON.parse((await line.inDistrict('stats', 'S4', '--unit', '滨河街道', '--out', 'S4.xlsx')).out)
  expect([size.table, size.unitName, size.parts[0].rows.length]).toEqual(['S4', '滨河街道', 6])
  expect(read(readFileSync(join(line.folder, 'S4.xlsx'))).Sheets['S4']?.['H5']?.f).toBe('IF(D5=0,"—",ROUND(E5/D5,4))')
  expect((await line.inDistrict('stats', 'S1', '--period', '没有锁定')).code).toBe(3)
})

it('exports the other standard forms, of a unit and a year', async () => {
  for (const [form, rows] of [['F02', 20], ['F13', 0]] as const) {
    const ran = await line.inDistrict('export', form, '--unit', '东山街道', '--year', '2026', '--out', `${form}.xlsx`)
    expect([ran.code, JSON.parse(ran.out)]).toMatchObject([0, { form, rows }])
    expect(read(readFileSync(join(line.folder, `${form}.xlsx`))).Sheets[form]?.['A2']?.v).toBe('填报单位(盖章):东山街道')
  }
})

it('sends forms out and knows them again', async () => {
  const blank = await line.inDistrict('template', 'F02', '--out', '空白.xlsx')
  expect([blank.code, JSON.parse(blank.out).form]).toEqual([0, 'F02'])
  const all = JSON.parse((await line.inDistrict('template', 'F01', '--all-units', '--out', '发放.zip')).out)
  expect(all.files).toHaveLength(12)
  expect(readFileSync(join(line.folder, '发放.zip')).subarray(0, 2).toString()).toBe('PK')
  expect((await line.inDistrict('template', 'F01', '--unit', '滨河街道', '--out', '滨河.xlsx')).code).toBe(0)
  const back = JSON.parse((await line.inDistrict('import', '滨河.xlsx')).out)
  expect(back.totals).toMatchObject({ add: 0, change: 0, skipped: 0 })
  expect(back.files[0]).toMatchObject({ form: 'F01', unit: '滨河街道', conflicts: [] })
})
