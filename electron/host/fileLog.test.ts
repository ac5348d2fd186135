import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { fileLog } from './fileLog'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ledger-log-'))
})

afterEach(() => rmSync(folder, { recursive: true }))

it('writes one JSON line an entry', () => {
  const log = fileLog(folder, () => '2026-06-30T00:00:00.000Z')
  log({ level: 'error', message: '出错', reference: 'ab12', stack: 'Error\n  at x' })
  log({ level: 'info', message: '打开' })
  const lines = readFileSync(join(folder, 'logs', 'ledger.log'), 'utf8').trimEnd().split('\n')
  expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([
    { time: '2026-06-30T00:00:00.000Z', level: 'error', message: '出错', reference: 'ab12', stack: 'Error\n  at x' },
    { time: '2026-06-30T00:00:00.000Z', level: 'info', message: '打开' },
  ])
})

it('keeps one older file, so that the log never fills a disk', () => {
  const log = fileLog(folder, () => '')
  for (let entry = 0; entry < 8; entry++) log({ level: 'info', message: 'x'.repeat(1024 * 1024) })
  expect(readdirSync(join(folder, 'logs')).sort()).toEqual(['ledger.log', 'ledger.log.1'])
})

it('does not stop the work where nothing can be written', () => {
  const file = join(folder, 'file')
  writeFileSync(file, '')
  expect(() => fileLog(file, () => '')({ level: 'info', message: 'x' })).not.toThrow()
})
