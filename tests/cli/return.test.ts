import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { read } from '@e965/xlsx'
import { afterAll, beforeAll, expect, it } from 'vitest'
import expected from '../../resources/sample-district/expected.json'
import { openDistrict, type CommandLine } from './commandLine'

let line: CommandLine

beforeAll(async () => {
  line = await openDistrict()
})
afterAll(() => line.remove())

it('return writes what was found into a copy, and the copy is imported as the file was', async () => {
  const [enterprise] = expected.enterprises.filter(({ unitName }) => unitName === '桥头镇')
  const rows = [['序号', '所属乡镇(街道)', '企业名称', '统一社会信用代码', '从业人员数'], ['1', '桥头镇', enterprise?.enterpriseName ?? '', enterprise?.creditCode ?? '', '约五十人']]
  writeFileSync(join(line.folder, '报来.csv'), `\uFEFF${rows.map((row) => row.join(',')).join('\r\n')}`)
  const ran = await line.inDistrict('return', '报来.csv', '--out', '退回.xlsx')
  expect([ran.code, JSON.parse(ran.out)]).toMatchObject([1, { file: join(line.folder, '退回.xlsx'), errors: 1, kept: false }])
  const book = read(readFileSync(join(line.folder, '退回.xlsx')))
  expect(book.SheetNames[0]).toBe('校验说明')
  expect(book.Sheets[book.SheetNames[1] ?? '']?.['F2']?.v).toMatch(/^错误：.*约五十人/)
  const [first, second] = [JSON.parse((await line.inDistrict('import', '报来.csv')).out), JSON.parse((await line.inDistrict('import', '退回.xlsx')).out)]
  expect(second.totals).toEqual(first.totals)
  expect((await line.office('return', '报来.csv', '--out', '退回.xlsx', '--data', line.dataFolder)).out).toMatch(/^已保存 .*退回\.xlsx：错误 1 处，提醒 \d+ 处，提示 \d+ 处。\n这种格式不能写回/)
  const heads = ['序号', '姓名', '类别', '联系电话', '所属乡镇(街道)', '企业名称', '选派时间', '在岗状态']
  const people = [heads, ['1', '田一禾', '指导员', '13900001111', '桥头镇', enterprise?.enterpriseName ?? '', '2026-02-01', '在岗']]
  writeFileSync(join(line.folder, '选派.csv'), `\uFEFF${people.map((row) => row.join(',')).join('\r\n')}`)
  const clean = await line.inDistrict('return', '选派.csv', '--out', '没问题.xlsx')
  expect([clean.code, existsSync(join(line.folder, '没问题.xlsx'))]).toEqual([0, false])
})
