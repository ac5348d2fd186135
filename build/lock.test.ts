import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { withLock } from './lock.mjs'

let folder: string
let file: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ledger-lock-'))
  file = join(folder, 'deep', 'build.lock')
  vi.spyOn(process.stderr, 'write').mockReturnValue(true)
})

afterEach(() => rmSync(folder, { recursive: true }))

it('lets one at a time in, and leaves no lock behind, not even after a failure', async () => {
  const order: string[] = []
  const body = (name: string) => async () => {
    order.push(`${name} in`)
    await sleep(50)
    order.push(`${name} out`)
    if (name === 'a') throw new Error('broken')
  }
  const [first] = await Promise.allSettled([withLock(file, '等待', body('a')), withLock(file, '等待', body('b'))])
  expect(first.status).toBe('rejected')
  expect(order).toEqual(['a in', 'a out', 'b in', 'b out'])
  expect(existsSync(file)).toBe(false)
})

it('takes over from an owner that is gone', async () => {
  await withLock(file, '等待', async () => undefined)
  const gone = spawnSync(process.execPath, ['-p', 'process.pid'], { encoding: 'utf8' })
  writeFileSync(file, gone.stdout.trim())
  await expect(withLock(file, '等待', async () => 'done')).resolves.toBe('done')
})

it('takes over from a number that lives on as somebody else', async () => {
  await withLock(file, '等待', async () => undefined)
  writeFileSync(file, String(process.pid))
  const longAgo = new Date(Date.now() - 120_000)
  utimesSync(file, longAgo, longAgo)
  await expect(withLock(file, '等待', async () => 'done')).resolves.toBe('done')
})
