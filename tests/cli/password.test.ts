import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openCommandLine, type CommandLine, type Ran } from './commandLine'

const password = '东山台账 2026'
const next = '换过的口令 2027'
let line: CommandLine

const office = (args: string[], input = '', dataFolder = line.dataFolder): Promise<Ran> => line.officeTold(input, ...args, '--data', dataFolder)

async function enterprises(...args: string[]): Promise<number> {
  const { out } = await office(['list', 'enterprises', '--json', ...args])
  return (JSON.parse(out) as unknown[]).length
}

/** Files of the data folder, copies and log included, in which a text can be read. */
function filesWith(text: string): string[] {
  return readdirSync(line.dataFolder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && readFileSync(join(entry.parentPath, entry.name)).includes(Buffer.from(text)))
    .map((entry) => entry.name)
}

beforeAll(async () => {
  line = openCommandLine()
  writeFileSync(join(line.folder, '口令.txt'), `${password}\r\n第二行不算\r\n`)
  writeFileSync(join(line.folder, '新口令.txt'), next)
  expect((await office(['demo'])).code).toBe(0)
})
afterAll(() => line.remove())

it('set encrypts the ledger and its copies', async () => {
  expect(filesWith('党员活动室').length).toBeGreaterThan(1)
  const { code, out } = await office(['password', 'set', '--new-password-file', '口令.txt'])
  expect([code, out]).toEqual([0, expect.stringMatching(/^已设置口令，一并改了 3 份备份。/)])
  expect(filesWith('党员活动室')).toEqual([])
})

it('every other command asks for it then', async () => {
  const { code, err } = await office(['list', 'enterprises'])
  expect([code, err]).toEqual([3, expect.stringContaining('--password-file')])
  expect(JSON.parse((await office(['backups', '--json'])).out).failure.code).toBe('password-needed')
  const wrong = await office(['list', 'enterprises', '--password-file', '新口令.txt'])
  expect([wrong.code, wrong.err]).toEqual([3, expect.stringContaining('口令不对')])
  expect(await enterprises('--password-file', '口令.txt')).toBe(240)
  expect((await office(['check', '--password-file', '-'], `${password}\n`)).out).toContain('操作日志')
})

it('change and remove take the copies along', async () => {
  expect((await office(['password', 'change', '--password-file', '口令.txt', '--new-password-file', '新口令.txt'])).code).toBe(0)
  expect((await office(['list', 'units', '--password-file', '口令.txt'])).code).toBe(3)
  expect((await office(['backup', '--out', '另一块盘.sqlite', '--password-file', '新口令.txt'])).code).toBe(0)
  const removed = await office(['password', 'remove', '--password-file', '新口令.txt'])
  expect([removed.code, removed.out]).toEqual([0, expect.stringMatching(/^已取消口令，一并改了 \d 份备份。/)])
  expect(await enterprises()).toBe(240)
})

it('a copy of another machine is restored with its own password', async () => {
  const elsewhere = join(line.folder, '另一台电脑')
  const asked = await office(['restore', '另一块盘.sqlite'], '', elsewhere)
  expect([asked.code, asked.err]).toEqual([3, expect.stringContaining('设了另外的口令')])
  expect((await office(['restore', '另一块盘.sqlite', '--password', next], '', elsewhere)).code).toBe(0)
  expect((await office(['list', 'units'], '', elsewhere)).code).toBe(3)
  expect((await office(['list', 'units', '--password-file', '新口令.txt'], '', elsewhere)).code).toBe(0)
})

it('what it is not told is a wrong usage, and what it cannot read is refused', async () => {
  expect((await office(['password', 'set'])).code).toBe(2)
  expect((await office(['password', 'change', '--new-password-file', '新口令.txt'])).code).toBe(2)
  expect((await office(['password', 'lose'])).code).toBe(2)
  expect((await office(['password', 'set', '--new-password-file', '没有.txt'])).code).toBe(3)
  expect((await office(['password', 'set', '--new-password-file', '-'], '\n')).err).toContain('没有读到口令')
  const short = await office(['password', 'set', '--new-password-file', '-'], '短\n')
  expect([short.code, short.err]).toEqual([3, expect.stringContaining('至少 8 个字')])
})

it('no password stands in any file of the folder', () => {
  expect([...filesWith(password), ...filesWith(next)]).toEqual([])
})
