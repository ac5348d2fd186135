import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { ensureFolder } from './ensureFolder'

let base: string
beforeAll(() => void (base = mkdtempSync(join(tmpdir(), 'ledger-folder-'))))
afterAll(() => rmSync(base, { recursive: true, force: true }))

it('creates parents, and is content with what is there', () => {
  const folder = join(base, '一', '二', '三')
  ensureFolder(folder)
  ensureFolder(folder)
  expect(existsSync(folder)).toBe(true)
})

it('throws at once where nothing can be created', () => {
  writeFileSync(join(base, 'file'), '')
  expect(() => ensureFolder(join(base, 'file', 'folder'))).toThrow()
})

it.runIf(process.platform === 'linux')('returns from a file system that refuses with ENOENT (Linux only: /proc)', () => {
  expect(() => ensureFolder('/proc/no-such-folder/deeper')).toThrow()
})
