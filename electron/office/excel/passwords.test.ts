import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { CFB } from '@e965/xlsx'
import { describe, expect, test } from 'vitest'
import { OfficeError } from '../officeError'
import { readWorkbook } from './readWorkbook'
import type { PlainCell } from './sheet'
import { biff5, oleFile, record, words } from './testing/biff'
import { encryptBiff, type BiffCipher } from './testing/encryptBiff'
import { agileFile, standardFile, type AgileChoice } from './testing/encryptPackage'
import { convertAllWithLibreOffice, hasLibreOffice, skippedWithout } from './testing/libreOffice'
import { expectedValues } from './testing/valuesWorkbook'
import { writeZip } from './writeZip'

const fixture = (name: string) => readFileSync(join(import.meta.dirname, 'fixtures', name))
const password = '台账2026'
/** Which LibreOffice and Excel try by themselves. */
const silent = 'VelvetSweatshop'

async function rowsOf(bytes: Uint8Array, given?: string): Promise<readonly (readonly PlainCell[])[]> {
  return (await readWorkbook('保密.xlsx', bytes, given)).sheets[0]?.rows ?? []
}

async function refusal(bytes: Uint8Array, given?: string): Promise<object> {
  const error: unknown = await readWorkbook('保密.xlsx', bytes, given).catch((reason: unknown) => reason)
  if (!(error instanceof OfficeError)) throw new Error('was read')
  return error.toFailure()
}

const needed = { code: 'unreadable-file', details: { file: '保密.xlsx', reason: 'password-needed' } }
const wrong = { code: 'wrong-password', details: { file: '保密.xlsx', reason: 'file' } }
const unknown = { code: 'unreadable-file', details: { file: '保密.xlsx', reason: 'unknown-encryption' } }

/** Saved with the password by LibreOffice, and the agile one by officecrypto-tool 0.0.19. */
test.each([
  ['encrypted-agile.xlsx', {}],
  ['encrypted-standard.xlsx', {}],
  ['encrypted.xls', { '8,1': 0 }],
  ['encrypted.ods', { '9,4': ' 前后空格' }],
])('%s is read with its password and with no other', async (name, changes: Record<string, PlainCell>) => {
  const bytes = fixture(name)
  expect(await rowsOf(bytes, password)).toEqual(
    expectedValues.map((row, r) => row.map((cell, c) => changes[`${r},${c}`] ?? cell)),
  )
  expect(await refusal(bytes)).toEqual(needed)
  expect(await refusal(bytes, '')).toEqual(needed)
  expect(await refusal(bytes, '台账2025')).toEqual(wrong)
  expect(await refusal(bytes, 'x'.repeat(255))).toEqual(wrong)
})

const plain = fixture('libreoffice.xlsx')
const agileChoices: AgileChoice[] = [
  { hash: 'SHA1', keyBits: 128, spins: 1000 },
  { hash: 'SHA256', keyBits: 192, spins: 0 },
  { hash: 'SHA384', keyBits: 256, spins: 10 },
  { hash: 'SHA512', keyBits: 256, spins: 1000 },
]
const strengths = [128, 192, 256] as const

test.each(agileChoices)('agile encryption by $hash with $keyBits bits', async (choice) => {
  const bytes = agileFile(plain, 'Pass-1', choice)
  expect(await rowsOf(bytes, 'Pass-1')).toEqual(expectedValues)
  expect(await refusal(bytes, 'pass-1')).toEqual(wrong)
})

test.each(strengths)('standard encryption with %i bits', async (keyBits) => {
  const bytes = standardFile(plain, 'Pass-1', keyBits)
  expect(await rowsOf(bytes, 'Pass-1')).toEqual(expectedValues)
  expect(await refusal(bytes, 'pass-1')).toEqual(wrong)
})

/** The stream of a workbook of many sizes of records, larger than a block of the ciphers. */
function workbookStream(name: string): Buffer {
  const entry = CFB.find(CFB.read(fixture(name), { type: 'buffer' }), 'Workbook')
  return Buffer.from(Uint8Array.from(entry?.content ?? []).buffer)
}
const biff8 = workbookStream('libreoffice.xls')
const old = biff5(Array.from({ length: 200 }, (_, row) => [`企业${row}`, '0012']))
const ciphers: BiffCipher[] = ['xor', 'rc4', 'provider40', 'provider128']

test.each(ciphers)('xls encrypted by %s', async (cipher) => {
  expect(biff8.length).toBeGreaterThan(3000)
  const bytes = oleFile({ Workbook: encryptBiff(biff8, cipher, 'Pass-1') })
  expect(await rowsOf(bytes, 'Pass-1')).toEqual(await rowsOf(fixture('libreoffice.xls')))
  expect(await refusal(bytes)).toEqual(needed)
  expect(await refusal(bytes, 'pass-1')).toEqual(wrong)
})

test('xls of Excel 95, which is only obscured', async () => {
  const bytes = oleFile({ Book: encryptBiff(old, 'xor', 'abc') })
  expect((await rowsOf(bytes, 'abc'))[199]).toEqual(['企业199', '0012'])
  expect(await refusal(bytes)).toEqual(needed)
  expect(await refusal(bytes, 'abd')).toEqual(wrong)
  expect(await refusal(bytes, 'longer than fifteen')).toEqual(wrong)
})

describe('a file nobody is asked a password for', () => {
  test('because Excel protected only its windows', async () => {
    expect(await rowsOf(agileFile(plain, silent, { hash: 'SHA512', keyBits: 256, spins: 10 }))).toEqual(expectedValues)
    expect(await rowsOf(oleFile({ Workbook: encryptBiff(biff8, 'rc4', silent) }), 'some other')).toHaveLength(13)
  })

  test('because it has none', async () => {
    expect(await rowsOf(plain, 'not needed')).toEqual(expectedValues)
  })
})

describe('what no password opens', () => {
  test('a key kept by a server of rights', async () => {
    const bytes = oleFile({ EncryptedPackage: Buffer.alloc(6000, 7) })
    expect(await refusal(bytes)).toEqual({ ...needed, details: { file: '保密.xlsx', reason: 'rights-managed' } })
  })

  test.each([
    ['a cipher nobody uses', agileText('cipherAlgorithm="AES"', 'cipherAlgorithm="DES"')],
    ['a way to chain that nobody uses', agileText('ChainingModeCBC', 'ChainingModeCFB')],
    ['a hash nobody uses', agileText('"SHA512"', '"WHIRLPOOL"')],
    ['a key for a certificate only', agileText('<p:encryptedKey', '<c:certificate')],
    ['a version of its own', oleFile({ EncryptionInfo: Buffer.from('0300030024000000', 'hex'), EncryptedPackage: Buffer.alloc(64) })],
    ['an xls with strong encryption', oleFile({ Workbook: withFilePass(words(1, 4, 4)) })],
  ])('%s', async (_what, bytes) => {
    expect(await refusal(bytes, password)).toEqual(unknown)
  })

  test('an ods whose key comes from a function of its own', async () => {
    const manifest = `<manifest:manifest><manifest:file-entry manifest:full-path="encrypted-package" manifest:size="9">
      <manifest:encryption-data><manifest:algorithm manifest:algorithm-name="http://www.w3.org/2009/xmlenc11#aes256-gcm"/>
      <manifest:key-derivation manifest:key-derivation-name="argon2id"/></manifest:encryption-data>
      </manifest:file-entry></manifest:manifest>`
    const parts = { 'META-INF/manifest.xml': manifest, 'encrypted-package': 'x' }
    const zip = writeZip(
      Object.entries(parts).map(([name, text]) => ({ name, bytes: Buffer.from(text) })),
      '2026-01-01T00:00:00Z',
    )
    expect(await refusal(zip, password)).toEqual(unknown)
  })

  test.each([
    ['too short', oleFile({ EncryptionInfo: Buffer.alloc(6, 4), EncryptedPackage: Buffer.alloc(6000, 7) })],
    ['of no known make', oleFile({ EncryptionInfo: Buffer.from('04000200', 'hex'), EncryptedPackage: Buffer.alloc(64) })],
    ['with more turns than a file may ask for', agileText('spinCount="10"', 'spinCount="99999999"')],
    ['cut inside its package', cutPackage()],
  ])('damage: %s', async (_what, bytes) => {
    expect(await refusal(bytes, 'Pass-1')).toEqual({ ...needed, details: { file: '保密.xlsx', reason: 'damaged' } })
  })
})

function agileText(from: string, to: string): Buffer {
  const bytes = agileFile(plain, 'Pass-1', { hash: 'SHA512', keyBits: 256, spins: 10 })
  const container = CFB.read(bytes, { type: 'buffer' })
  const info = Buffer.from(Uint8Array.from(CFB.find(container, 'EncryptionInfo')?.content ?? []).buffer)
  const changed = info.toString('latin1').replaceAll(from, to)
  const content = Buffer.from(Uint8Array.from(CFB.find(container, 'EncryptedPackage')?.content ?? []).buffer)
  return oleFile({ EncryptionInfo: Buffer.from(changed, 'latin1'), EncryptedPackage: content })
}

function cutPackage(): Buffer {
  const container = CFB.read(agileFile(plain, 'Pass-1', { hash: 'SHA512', keyBits: 256, spins: 10 }), { type: 'buffer' })
  const stream = (name: string) => Buffer.from(Uint8Array.from(CFB.find(container, name)?.content ?? []).buffer)
  return oleFile({ EncryptionInfo: stream('EncryptionInfo'), EncryptedPackage: stream('EncryptedPackage').subarray(0, 5000) })
}

/** A BIFF8 stream that says it is encrypted in a way of its own. */
function withFilePass(body: Buffer): Buffer {
  const first = 4 + biff8.readUInt16LE(2)
  return Buffer.concat([biff8.subarray(0, first), record(0x002f, body), biff8.subarray(first)])
}

describe.skipIf(!hasLibreOffice)(`LibreOffice agrees${skippedWithout}`, () => {
  test('on the encryption this test writes itself', async () => {
    const files = new Map<string, Buffer>([
      // It knows two of the choices.
      ...agileChoices
        .filter(({ hash }) => hash === 'SHA1' || hash === 'SHA512')
        .map((choice) => [`agile-${choice.hash}.xlsx`, agileFile(plain, silent, choice)] as const),
      // It does not try the silent password on those encrypted by a provider; officecrypto-tool reads them.
      ...(['xor', 'rc4'] as const).map(
        (cipher) => [`${cipher}.xls`, oleFile({ Workbook: encryptBiff(biff8, cipher, silent) })] as const,
      ),
      ['standard-128.xlsx', standardFile(plain, silent, 128)],
      ['old.xls', oleFile({ Book: encryptBiff(old, 'xor', silent) })],
    ])
    const opened = convertAllWithLibreOffice(files, 'ods')
    const firstRows = await Promise.all(
      [...files.keys()].map(async (name) => {
        const bytes = opened.get(name.replace(/\.xlsx?$/, ''))
        return [name, bytes ? (await rowsOf(bytes))[0] : 'not opened']
      }),
    )
    expect(Object.fromEntries(firstRows)).toEqual(
      Object.fromEntries([...files.keys()].map((name) => [name, name === 'old.xls' ? ['企业0', '0012'] : ['企业台账']])),
    )
  })
})
