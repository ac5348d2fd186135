import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { findChromium } from '../../build/chromium.mjs'
import expected from '../../resources/sample-district/expected.json'
import { openDistrict, type CommandLine } from './commandLine'

const chromium = findChromium()
let line: CommandLine

beforeAll(async () => {
  line = await openDistrict()
})
afterAll(() => line.remove())

it('report says what it checked and writes the set into a folder of its own', { timeout: 90_000 }, async () => {
  const ran = await line.office('report', '--as-of', expected.cutOff, '--out', '上报', '--data', line.dataFolder)
  expect([ran.code, ran.err]).toEqual([0, ''])
  expect(ran.out).toContain('勾稽关系：对得上')
  expect(ran.out).toMatch(/数据核查：错误 \d+ 条，提醒 \d+ 条，提示 \d+ 条/)
  const [name = ''] = readdirSync(join(line.folder, '上报'))
  expect(name).toContain(expected.cutOff)
  const set = ['F01', 'S1', 'S12', 'S13', 'S15', 'S2', 'S3']
  const files = readdirSync(join(line.folder, '上报', name))
  const keysOf = (ending: string) => files.filter((file) => file.endsWith(ending)).map((file) => file.split('_')[0]).sort()
  expect([keysOf('.xlsx'), keysOf('.pdf')]).toEqual([set, chromium === undefined ? [] : set])
  expect(ran.out.includes('只有 Excel 文件')).toBe(chromium === undefined)
  expect((await line.inDistrict('report', '--period', '没有锁定', '--out', '上报')).code).toBe(3)
})

it('report has workbooks only where nothing can make a PDF, and says so', async () => {
  const bare = { CHROMIUM: join(line.folder, 'no-browser') }
  const ran = await line.officeWith(bare, 'report', '--as-of', expected.cutOff, '--out', '街道', '--unit', '滨河街道', '--data', line.dataFolder)
  expect([ran.code, ran.err]).toEqual([0, ''])
  expect(ran.out).toContain('没有找到能生成 PDF 的浏览器')
  const [name = ''] = readdirSync(join(line.folder, '街道'))
  const files = readdirSync(join(line.folder, '街道', name))
  expect([files.length, files.every((file) => file.endsWith('.xlsx'))]).toEqual([6, true])
})
