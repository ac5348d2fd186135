import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openDistrict, type CommandLine } from './commandLine'

let line: CommandLine

beforeAll(async () => {
  line = await openDistrict()
})
afterAll(() => line.remove())

it.each([
  [['import', '没有.xlsx'], 'not-found'],
  [['return', '没有.xlsx', '--out', '退回.xlsx'], 'not-found'],
  [['setup', 'package.json'], 'not-found'],
  [['list', 'enterprises', '--unit', '丁镇'], 'not-found'],
  [['list', 'somethings'], 'invalid'],
  [['export', 'F01', '--out', 'no/such/folder/台账.xlsx'], 'read-only'],
  [['export', 'F11', '--out', '考核.xlsx'], 'not-found'],
  [['export', 'F11', '--org', '没有的支部', '--out', '考核.xlsx'], 'not-found'],
  [['demo'], 'conflict'],
])('%s is %s, in words and without a stack', async (args, code) => {
  const json = await line.inDistrict(...args)
  expect([json.code, JSON.parse(json.out).failure.code]).toEqual([3, code])
  const plain = await line.office(...args, '--data', line.dataFolder)
  expect(plain.code).toBe(3)
  expect(plain.err).toMatch(/[\u4e00-\u9fff].*。/)
  expect(plain.err + plain.out).not.toMatch(/at .*\.[jt]s|Error:/)
})

it.each([[[]], [['nonsense']], [['return', 'a.xlsx']], [['list']], [['stats', 'S16']], [['report', '--out', 'a']], [['report', '--as-of', '2026-06-30']], [['stats', 'S1', '--by', 'month']], [['period']], [['period', 'lock', '--kind', '季']], [['period', 'lock', '--kind', '旬', '--cutoff', '2026-06-30']], [['period', 'compare']], [['export', 'F99', '--out', 'a.xlsx']], [['print', 'S99', '--out', 'a.pdf']], [['print', 'F01']], [['export', 'F05', '--year', '26', '--out', 'a.xlsx']], [['template', 'F13', '--out', 'a.xlsx']], [['template', 'F01', 'F02', '--out', 'a.xlsx']], [['import', 'a.xlsx', '--policy', 'merge']]])('%s is wrong usage', async (args) => {
  const ran = await line.office(...args, ...(args[0] === 'list' ? [] : ['--data', line.dataFolder]))
  expect([ran.code, ran.out]).toEqual([2, ''])
  expect(ran.err).toContain('用法')
})

it('a data folder that cannot be is refused', async () => {
  writeFileSync(join(line.folder, '文件'), '')
  const ran = await line.office('list', 'units', '--data', join(line.folder, '文件', '里面'), '--json')
  expect([ran.code, JSON.parse(ran.out).failure.code]).toEqual([3, 'read-only'])
})
