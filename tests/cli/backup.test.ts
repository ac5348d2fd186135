import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openCommandLine, type CommandLine, type Ran } from './commandLine'

let line: CommandLine

interface Listed {
  copies: { name: string; reason: string; counts: { enterprises: number } | null }[]
}

const office = (...args: string[]): Promise<Ran> => line.office(...args, '--data', line.dataFolder)

async function enterprises(): Promise<number> {
  const { out } = await office('list', 'enterprises', '--json')
  return (JSON.parse(out) as unknown[]).length
}

beforeAll(async () => {
  line = openCommandLine()
  expect((await office('demo')).code).toBe(0)
})
afterAll(() => line.remove())

it('what the sample did made copies, of which today keeps three', async () => {
  const { copies } = JSON.parse((await office('backups', '--json')).out) as Listed
  expect(copies).toHaveLength(3)
  expect(copies[0]).toMatchObject({ reason: 'lock', counts: { enterprises: 240 } })
})

it('backup makes a copy, and with --out one on another disk that is read back', async () => {
  const made = await office('backup')
  expect([made.code, made.out]).toEqual([0, expect.stringContaining('企业 240 家')])
  const out = await office('backup', '--out', '另一块盘.sqlite', '--json')
  expect([out.code, JSON.parse(out.out)]).toEqual([0, expect.objectContaining({ verified: true, counts: expect.objectContaining({ enterprises: 240 }) })])
  expect(readFileSync(join(line.folder, '另一块盘.sqlite')).subarray(0, 15).toString()).toBe('SQLite format 3')
  expect((await office('backups')).out).toMatch(/共 \d 份，在 /)
  const refused = await office('backup', '--out', '没有的盘/a.sqlite', '--json')
  expect([refused.code, JSON.parse(refused.out).failure.code]).toEqual([3, 'read-only'])
})

it('restore puts a listed copy or a file in place, and says what it made of the ledger before', async () => {
  const { copies } = JSON.parse((await office('backups', '--json')).out) as Listed
  expect(copies).toHaveLength(3)
  const oldest = copies.at(-1)?.name ?? ''
  const ran = await office('restore', oldest, '--operator', '王经办')
  expect([ran.code, ran.out]).toEqual([0, expect.stringMatching(/企业 240 家[\s\S]*原来的台账备份为 .*before-restore\.sqlite/)])
  expect((await office('restore', '另一块盘.sqlite')).code).toBe(0)
  expect(await enterprises()).toBe(240)
  const missing = await office('restore', '没有.sqlite', '--json')
  expect([missing.code, JSON.parse(missing.out).failure.code]).toEqual([3, 'not-found'])
})

it('a damaged ledger is refused with the ways out, salvaged or restored, and kept', async () => {
  const file = join(line.dataFolder, 'ledger.sqlite')
  const bytes = readFileSync(file)
  writeFileSync(file, bytes.subarray(0, Math.floor((bytes.length / 16_384) * 0.9) * 16_384))
  const refused = await office('list', 'units')
  expect([refused.code, refused.err]).toEqual([3, expect.stringMatching(/已损坏[\s\S]*backups 列出备份，restore 用备份恢复，salvage 抢救/)])
  const salvaged = await office('salvage')
  expect(salvaged.out).toMatch(/已抢救到新台账：[\s\S]*企业：读出 \d+ 条[\s\S]*损坏的文件保留为 ledger-damaged-/)
  expect(await enterprises()).toBeGreaterThan(0)

  writeFileSync(file, 'nonsense '.repeat(2000))
  expect((await office('salvage', '--json')).code).toBe(3)
  expect((await office('restore', '另一块盘.sqlite')).code).toBe(0)
  expect(await enterprises()).toBe(240)
  expect(readdirSync(line.dataFolder).filter((name) => name.startsWith('ledger-damaged'))).toHaveLength(2)
})
