import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { saveFile } from './saveFile'

const fault = vi.hoisted(() => ({ step: '', code: '' }))

vi.mock('node:fs/promises', async (importOriginal) => {
  const real = await importOriginal<typeof import('node:fs/promises')>()
  const fail = (step: string): void => {
    if (fault.step === step) throw Object.assign(new Error(fault.code), { code: fault.code })
  }
  return {
    ...real,
    async open(...args: Parameters<typeof real.open>) {
      fail('open')
      const file = await real.open(...args)
      return {
        async writeFile(bytes: Uint8Array) {
          await file.write(bytes.subarray(0, 2))
          fail('write')
          await file.write(bytes.subarray(2))
        },
        async sync() {
          fail('sync')
          await file.sync()
        },
        close: () => file.close(),
      }
    },
    async rename(...args: Parameters<typeof real.rename>) {
      fail('rename')
      await real.rename(...args)
    },
  }
})

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ledger-save-'))
})
afterEach(() => {
  fault.step = ''
  rmSync(folder, { recursive: true })
})

const codes = { ENOSPC: 'disk-full', EIO: 'read-only', EACCES: 'read-only', EBUSY: 'read-only', EROFS: 'read-only' } as const
const cases = Object.entries(codes).flatMap(([code, expected]) => ['open', 'write', 'sync', 'rename'].map((step) => [code, step, expected] as const))

it.each(cases)('%s at %s of an export is %s, and the file there was stays', async (code, step, expected) => {
  const path = join(folder, '表.xlsx')
  writeFileSync(path, 'what was there')
  Object.assign(fault, { step, code })
  await expect(saveFile(path, new TextEncoder().encode('the new table'))).rejects.toMatchObject({ failure: { code: expected } })
  expect(readdirSync(folder)).toEqual(['表.xlsx'])
  expect(readFileSync(path, 'utf8')).toBe('what was there')
})

it('puts the whole file in place', async () => {
  const path = join(folder, '表.xlsx')
  await saveFile(path, new TextEncoder().encode('the new table'))
  expect(readFileSync(path, 'utf8')).toBe('the new table')
})
