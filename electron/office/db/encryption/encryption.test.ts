import { copyFileSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { rekeyCopy } from '../backup/rekeyCopy'
import { requireWholeCopy } from '../backup/requireWholeCopy'
import { openConnection } from '../dataSource'
import { fillSmallLedger } from '../testing/smallLedger'
import { testFolders } from '../testing/testFolder'
import { deriveKey } from './deriveKey'
import { createKeyRing, type KeyRing } from './keyRing'
import type { LedgerKey } from './ledgerKey'
import { costOf, newSalt, saltOf } from './ledgerSalt'
import { keyOfRecoveryCode, recoveryCodeOf } from './recoveryCode'

const folders = testFolders()
let folder: string
let plain: string
let sealed: string
let key: LedgerKey
let keys: KeyRing

beforeEach(async () => {
  folder = folders.create()
  const database = await folders.open(folder)
  await database.gate.write(fillSmallLedger)
  await database.close()
  plain = database.file
  sealed = join(folder, 'sealed.sqlite')
  key = { salt: newSalt(), key: randomBytes(32) }
  keys = createKeyRing([key])
  rekeyCopy(plain, sealed, key, createKeyRing())
})

function companies(file: string, ring: KeyRing): unknown[] {
  const connection = openConnection(file, { readonly: true, keys: ring })
  try {
    return connection.prepare('SELECT name FROM enterprise ORDER BY id').all()
  } finally {
    connection.close()
  }
}

describe('an encrypted ledger', () => {
  it('begins with its salt and holds no word of its records', () => {
    const bytes = readFileSync(sealed)
    expect(bytes.subarray(0, 16).equals(key.salt)).toBe(true)
    expect(readFileSync(plain).includes('甲一公司')).toBe(true)
    expect(bytes.includes('甲一公司')).toBe(false)
    expect(bytes.includes('enterprise')).toBe(false)
    expect(companies(sealed, keys)).toEqual(companies(plain, createKeyRing()))
  })

  it('is opened by no other key', () => {
    expect(() => companies(sealed, createKeyRing())).toThrow(expect.objectContaining({ code: 'password-needed', details: { file: 'sealed.sqlite' } }))
    const wrong = Buffer.from(key.key)
    wrong[31] = (wrong[31] ?? 0) ^ 1
    expect(() => companies(sealed, createKeyRing([{ ...key, key: wrong }]))).toThrow(expect.objectContaining({ code: 'SQLITE_NOTADB' }))
  })

  it('goes from key to key and back to none with every row', () => {
    const next: LedgerKey = { salt: newSalt(), key: randomBytes(32) }
    const changed = join(folder, 'changed.sqlite')
    rekeyCopy(sealed, changed, next, keys)
    expect(saltOf(changed)?.equals(next.salt)).toBe(true)
    const removed = join(folder, 'removed.sqlite')
    rekeyCopy(changed, removed, null, createKeyRing([next]))
    expect(saltOf(removed)).toBeNull()
    expect(companies(removed, createKeyRing())).toEqual(companies(plain, createKeyRing()))
  })

  it('is refused with a bit turned anywhere past its salt, or cut off', () => {
    const whole = readFileSync(sealed)
    const torn = join(folder, 'torn.sqlite')
    const places = Array.from({ length: 120 }, (_, i) => 16 + Math.floor(((whole.length - 17) * i) / 119))
    const accepted = places.filter((place, i) => {
      const bytes = Buffer.from(whole)
      bytes[place] = (bytes[place] ?? 0) ^ (1 << i % 8)
      writeFileSync(torn, bytes)
      return isAccepted(torn)
    })
    expect(accepted).toEqual([])
    for (const bytes of [0, 10, 16, 100, 16_384, whole.length - 16_384, whole.length - 1]) {
      copyFileSync(sealed, torn)
      truncateSync(torn, bytes)
      expect(isAccepted(torn), `cut to ${bytes} bytes`).toBe(false)
    }
  })

  function isAccepted(file: string): boolean {
    try {
      requireWholeCopy(file, keys)
      return true
    } catch (error) {
      expect(error).toMatchObject({ code: 'damaged-database', details: { reason: 'backup' } })
      return false
    }
  }
})

describe('what a key is derived with', () => {
  it('stands in the salt, and only what was chosen is followed', () => {
    const salt = newSalt()
    expect(costOf(salt)).toEqual({ N: 131_072, r: 8, p: 1 })
    salt[3] = 40
    expect(costOf(salt)).toBeNull()
    writeFileSync(sealed, Buffer.concat([salt, Buffer.alloc(100)]))
    expect(saltOf(sealed)).toBeNull()
  })

  it('gives the same key for the same word typed otherwise, and another for another salt', async () => {
    const salt = newSalt()
    const typed = await deriveKey('Ledger ２０２６', salt)
    expect(typed.equals(await deriveKey(' Ｌedger 2026 ', salt))).toBe(true)
    expect(typed.equals(await deriveKey('Ledger 2026', newSalt()))).toBe(false)
  })
})

describe('a recovery code', () => {
  it('is the key, however it is typed', () => {
    const code = recoveryCodeOf(key.key)
    expect(code).toMatch(/^(.{5}-){10}.{5}$/)
    const typed = [code, code.toLowerCase(), code.replaceAll('-', ''), ` ${code.replaceAll('-', '　')}`, code.replaceAll('0', 'o').replaceAll('1', 'l')]
    for (const text of typed) expect(keyOfRecoveryCode(text)?.equals(key.key), text).toBe(true)
  })

  it('is refused with one sign wrong, missing or too many', () => {
    const code = recoveryCodeOf(key.key).replaceAll('-', '')
    const wrong = [...code].map((sign, i) => code.slice(0, i) + (sign === '7' ? '8' : '7') + code.slice(i + 1))
    const refused = wrong.filter((text) => keyOfRecoveryCode(text) === null)
    // One slip in 65,536 goes unnoticed here, and opens nothing.
    expect(refused.length).toBeGreaterThanOrEqual(wrong.length - 1)
    for (const text of [code.slice(1), `${code}0`, '', '中文', 'U'.repeat(55)]) expect(keyOfRecoveryCode(text)).toBeNull()
  })
})
