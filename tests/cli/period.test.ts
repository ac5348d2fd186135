import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { read } from '@e965/xlsx'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openDistrict, type CommandLine, type Ran } from './commandLine'

let line: CommandLine

beforeAll(async () => {
  line = await openDistrict()
})
afterAll(() => line.remove())

it('locks periods and compares any two', async () => {
  const lock = (...args: string[]): Promise<Ran> => line.inDistrict('period', 'lock', '--kind', '季', ...args)
  expect((await line.office('period', 'list', '--data', line.dataFolder)).out.trim()).toBe('还没有锁定过报告期。')
  const first = await lock('--cut-off', '2026-03-31', '--operator', '测试')
  expect([first.code, JSON.parse(first.out)]).toMatchObject([0, { label: '2026年第1季度', enterprises: 240, edition: 1, lockedBy: '测试' }])
  expect(JSON.parse((await lock('--cutoff', '2026-03-31')).out).failure.details.reason).toBe('locked-period')
  expect(JSON.parse((await lock('--cutoff', '2099-03-31')).out).failure.details.reason).toBe('future-cut-off')
  expect((await lock('--cutoff', '2026-06-30', '--label', '上半年报')).code).toBe(0)
  expect((await line.office('period', 'list', '--data', line.dataFolder)).out).toMatch(/^上半年报\t季\t2026-06-30\t.*\t240 家\t第1版\n2026年第1季度\t/)
  const compared = await line.inDistrict('period', 'compare', '2026年第1季度', '上半年报', '--unit', '滨河街道', '--out', '比较.xlsx')
  expect([compared.code, JSON.parse(compared.out)]).toMatchObject([0, { previous: '2026年第1季度', period: '上半年报', unitName: '滨河街道' }])
  expect(read(readFileSync(join(line.folder, '比较.xlsx'))).SheetNames).toEqual(['S1a', 'S1b', 'S1c', 'S1d', 'S1e', 'S12a', 'S12a2', 'S12b', 'S12c'])
  expect((await line.office('period', 'compare', '上半年报', '--data', line.dataFolder)).out).toContain('两个覆盖比较表')
  expect(JSON.parse((await line.inDistrict('period', 'compare', '上半年报', '2026年第1季度')).out).failure.details.reason).toBe('compare-order')
  expect(JSON.parse((await line.inDistrict('period', 'compare', '没有锁定')).out).failure.details.reason).toBe('no-such-period')
  expect(JSON.parse((await line.inDistrict('stats', 'S1', '--period', '上半年报')).out).period).toBe('上半年报')
})
