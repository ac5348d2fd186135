import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'

const script = join(import.meta.dirname, '../../dist/electron/cli.js')
const password = '东山台账 2026'
const next = '换过的口令 2027'
let folder: string
let dataFolder: string

interface Ran {
  code: number | null
  out: string
  err: string
}

function office(args: string[], input = '', folderOf = dataFolder): Ran {
  const env = { ...process.env, INIT_CWD: folder }
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args, '--data', folderOf], { cwd: folder, env, input, encoding: 'utf8' })
  return { code: status, out: stdout, err: stderr }
}

const enterprises = (...args: string[]): number => (JSON.parse(office(['list', 'enterprises', '--json', ...args]).out) as unknown[]).length

/** Files of the data folder, copies and log included, in which a text can be read. */
function filesWith(text: string): string[] {
  return readdirSync(dataFolder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && readFileSync(join(entry.parentPath, entry.name)).includes(Buffer.from(text)))
    .map((entry) => entry.name)
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ledger-cli-'))
  dataFolder = join(folder, '数据')
  writeFileSync(join(folder, '口令.txt'), `${password}\r\n第二行不算\r\n`)
  writeFileSync(join(folder, '新口令.txt'), next)
  expect(office(['demo']).code).toBe(0)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

it('set encrypts the ledger and its copies', () => {
  expect(filesWith('党员活动室').length).toBeGreaterThan(1)
  const { code, out } = office(['password', 'set', '--new-password-file', '口令.txt'])
  expect([code, out]).toEqual([0, expect.stringMatching(/^已设置口令，一并改了 3 份备份。/)])
  expect(filesWith('党员活动室')).toEqual([])
})

it('every other command asks for it then', () => {
  const { code, err } = office(['list', 'enterprises'])
  expect([code, err]).toEqual([3, expect.stringContaining('--password-file')])
  expect(JSON.parse(office(['backups', '--json']).out).failure.code).toBe('password-needed')
  const wrong = office(['list', 'enterprises', '--password-file', '新口令.txt'])
  expect([wrong.code, wrong.err]).toEqual([3, expect.stringContaining('口令不对')])
  expect(enterprises('--password-file', '口令.txt')).toBe(240)
  expect(office(['check', '--password-file', '-'], `${password}\n`).out).toContain('操作日志')
})

it('change and remove take the copies along', () => {
  expect(office(['password', 'change', '--password-file', '口令.txt', '--new-password-file', '新口令.txt']).code).toBe(0)
  expect(office(['list', 'units', '--password-file', '口令.txt']).code).toBe(3)
  expect(office(['backup', '--out', '另一块盘.sqlite', '--password-file', '新口令.txt']).code).toBe(0)
  const removed = office(['password', 'remove', '--password-file', '新口令.txt'])
  expect([removed.code, removed.out]).toEqual([0, expect.stringMatching(/^已取消口令，一并改了 \d 份备份。/)])
  expect(enterprises()).toBe(240)
})

it('a copy of another machine is restored with its own password', () => {
  const elsewhere = join(folder, '另一台电脑')
  const asked = office(['restore', '另一块盘.sqlite'], '', elsewhere)
  expect([asked.code, asked.err]).toEqual([3, expect.stringContaining('设了另外的口令')])
  expect(office(['restore', '另一块盘.sqlite', '--password', next], '', elsewhere).code).toBe(0)
  expect(office(['list', 'units'], '', elsewhere).code).toBe(3)
  expect(office(['list', 'units', '--password-file', '新口令.txt'], '', elsewhere).code).toBe(0)
})

it('what it is not told is a wrong usage, and what it cannot read is refused', () => {
  expect(office(['password', 'set']).code).toBe(2)
  expect(office(['password', 'change', '--new-password-file', '新口令.txt']).code).toBe(2)
  expect(office(['password', 'lose']).code).toBe(2)
  expect(office(['password', 'set', '--new-password-file', '没有.txt']).code).toBe(3)
  expect(office(['password', 'set', '--new-password-file', '-'], '\n').err).toContain('没有读到口令')
  const short = office(['password', 'set', '--new-password-file', '-'], '短\n')
  expect([short.code, short.err]).toEqual([3, expect.stringContaining('至少 8 个字')])
})

it('no password stands in any file of the folder', () => {
  expect([...filesWith(password), ...filesWith(next)]).toEqual([])
})
