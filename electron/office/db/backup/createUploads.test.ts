import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { canMountTestDisk, mountTestDisk } from '../testing/testDisk'
import { testFolders } from '../testing/testFolder'
import { createUploads } from './createUploads'

const folders = testFolders()
const bytes = (length: number, value = 7): Uint8Array => new Uint8Array(length).fill(value)
const noSuch = { code: 'not-found', details: { reason: 'no-such-upload' } }

it('joins the pieces of each file, whatever else is brought meanwhile', () => {
  const uploads = createUploads(folders.create())
  const one = uploads.receive({ size: 5, position: 0, bytes: bytes(3, 1) })
  const other = uploads.receive({ size: 4, position: 0, bytes: bytes(4, 9) })
  expect(uploads.receive({ upload: one, size: 5, position: 3, bytes: bytes(2, 2) })).toBe(one)
  expect([...readFileSync(uploads.take(one))]).toEqual([1, 1, 1, 2, 2])
  expect([...readFileSync(uploads.take(other))]).toEqual([9, 9, 9, 9])
  expect(() => uploads.take(one)).toThrow(expect.objectContaining(noSuch))
})

it.each([
  ['a piece that came before', { position: 1, bytes: bytes(1) }],
  ['one after a gap', { position: 3, bytes: bytes(1) }],
  ['more than was said', { position: 2, bytes: bytes(9) }],
])('refuses %s, and keeps nothing', (_what, piece) => {
  const folder = folders.create()
  const uploads = createUploads(folder)
  const upload = uploads.receive({ size: 4, position: 0, bytes: bytes(2) })
  expect(() => uploads.receive({ upload, size: 4, ...piece })).toThrow(expect.objectContaining(noSuch))
  expect(readdirSync(folder)).toEqual([])
})

it('knows no upload but its own, and none that is not whole', () => {
  const folder = folders.create()
  const uploads = createUploads(folder)
  for (const upload of ['../ledger', '', 'x']) {
    expect(() => uploads.receive({ upload, size: 4, position: 0, bytes: bytes(4) })).toThrow(expect.objectContaining(noSuch))
    expect(() => uploads.take(upload)).toThrow(expect.objectContaining(noSuch))
  }
  const upload = uploads.receive({ size: 4, position: 0, bytes: bytes(2) })
  expect(() => uploads.take(upload)).toThrow(expect.objectContaining(noSuch))
})

it('lets the oldest go for a fifth', () => {
  const folder = folders.create()
  const uploads = createUploads(folder)
  const [first = '', second = ''] = Array.from({ length: 5 }, () => uploads.receive({ size: 2, position: 0, bytes: bytes(2) }))
  expect(readdirSync(folder)).toHaveLength(4)
  expect(() => uploads.take(first)).toThrow(expect.objectContaining(noSuch))
  expect(readFileSync(uploads.take(second))).toHaveLength(2)
})

it('refuses what is too large for any ledger before it is brought', () => {
  const folder = join(folders.create(), 'backups')
  const failure = { code: 'too-large', details: { reason: 'copy', limit: '4096 MB' } }
  expect(() => createUploads(folder).receive({ size: 4 * 1024 ** 3 + 1, position: 0, bytes: bytes(1) })).toThrow(expect.objectContaining(failure))
})

describe.skipIf(!canMountTestDisk)('a small disk (skipped where nothing can be mounted)', () => {
  it('is full at once, or when others fill it meanwhile; nothing of the file stays', () => {
    const disk = mountTestDisk('1m')
    try {
      const folder = disk?.folder ?? ''
      const uploads = createUploads(folder)
      const full = expect.objectContaining({ code: 'disk-full' }) as Error
      expect(() => uploads.receive({ size: 2_000_000, position: 0, bytes: bytes(1) })).toThrow(full)
      const one = uploads.receive({ size: 900_000, position: 0, bytes: bytes(1) })
      const other = uploads.receive({ size: 900_000, position: 0, bytes: bytes(900_000) })
      expect(() => uploads.receive({ upload: one, size: 900_000, position: 1, bytes: bytes(899_999) })).toThrow(full)
      expect(readdirSync(folder)).toEqual([`upload-${other}.unfinished`])
    } finally {
      disk?.remove()
    }
  })
})
