import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { findChromium } from '../../build/chromium.mjs'
import { openDistrict, type CommandLine } from './commandLine'

const chromium = findChromium()
let line: CommandLine

beforeAll(async () => {
  line = await openDistrict()
})
afterAll(() => line.remove())

it.skipIf(!chromium)(`prints forms and tables${chromium ? '' : ' (skipped: it needs a Chromium, and there is none)'}`, async () => {
  for (const [name, ...args] of [['F02', '--unit', '东山街道'], ['S1']] as const) {
    const ran = await line.inDistrict('print', name, ...args, '--out', `${name}.pdf`)
    expect([ran.code, JSON.parse(ran.out)]).toMatchObject([0, { pages: 1, file: join(line.folder, `${name}.pdf`) }])
    expect(readFileSync(join(line.folder, `${name}.pdf`)).subarray(0, 5).toString()).toBe('%PDF-')
  }
  const refused = await line.inDistrict('print', 'S1', '--period', '没有锁定', '--out', 'S1.pdf')
  expect([refused.code, JSON.parse(refused.out).failure.code]).toEqual([3, 'not-found'])
})

it('says when no browser can make a PDF', async () => {
  const bare = { CHROMIUM: join(line.folder, 'no-browser') }
  const ran = await line.officeWith(bare, 'print', 'S1', '--out', 'nothing.pdf', '--data', line.dataFolder, '--json')
  expect([ran.code, JSON.parse(ran.out).failure]).toMatchObject([3, { code: 'invalid', details: { reason: 'no-chromium' } }])
  expect(existsSync(join(line.folder, 'nothing.pdf'))).toBe(false)
})
