import { randomBytes } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { OfficeError } from '../../officeError'
import { openConnection } from '../connection'
import { createKeyRing } from '../encryption/keyRing'
import type { LedgerKey } from '../encryption/ledgerKey'
import { newSalt, saltOf } from '../encryption/ledgerSalt'
import { ledgerFiles, type LedgerFiles } from '../ledgerFiles'
import { salvageFolder } from '../salvageFolder'
import { diskFaults, type createFailingDisk } from '../testing/failingDisk'
import { fillSmallLedger } from '../testing/smallLedger'
import { testFolders } from '../testing/testFolder'
import { backupLedger } from './backupLedger'
import { noteFile } from './backupNote'
import { clearUnfinished } from './clearUnfinished'
import { createUploads } from './createUploads'
import { discard } from './discard'
import { keepOutsideCopy } from './keepOutsideCopy'
import { listBackups } from './listBackups'
import { rekeyBackup } from './rekeyBackup'
import { rekeyCopy } from './rekeyCopy'
import { requireWholeCopy } from './requireWholeCopy'
import { copyIncoming, finishSwap, swapLedger } from './swapLedger'

const disk = vi.hoisted(() => ({ current: null as ReturnType<typeof createFailingDisk> | null }))

vi.mock('node:fs', async (importOriginal) => {
  const { createFailingDisk: create } = await import('../testing/failingDisk')
  disk.current = create()
  return disk.current.wrap(await importOriginal())
})

const folders = testFolders()
const at = '2026-11-21T03:30:12.345Z'
const keys = createKeyRing()
let files: LedgerFiles
let injected = 0

beforeEach(async () => {
  const folder = folders.create()
  const database = await folders.open(folder)
  await database.gate.write(fillSmallLedger)
  await database.close()
  files = ledgerFiles(folder)
})

afterEach(() => disk.current?.failAt(0, ''))

/** Names of the enterprises in a ledger that must be sound. */
function enterprises(file: string): unknown[] {
  const connection = openConnection(file, { readonly: true })
  expect(connection.pragma('integrity_check', { simple: true })).toBe('ok')
  const rows = connection.prepare('SELECT name FROM enterprise ORDER BY id').all()
  connection.close()
  return rows
}

/** Lets every single change of a file fail in turn; `whole` looks at what is left each time. */
async function failAtEveryStep(code: string, expected: string, work: () => unknown, whole: () => void | Promise<void>): Promise<void> {
  for (let n = 1; ; n++) {
    disk.current?.failAt(n, code)
    let thrown: unknown
    try {
      await work()
    } catch (error) {
      thrown = error
    }
    const step = disk.current?.failed()
    disk.current?.failAt(0, '')
    if (step === null) {
      expect(thrown).toBeUndefined()
      expect(n, 'nothing was changed at all').toBeGreaterThan(3)
      return
    }
    injected++
    // A ledger that cannot be read is taken for a damaged one: it is kept beside, and the work goes on.
    if (step !== 'openSync ledger.sqlite' || thrown !== undefined) {
      expect(thrown, `${step} fails with ${code}`).toBeInstanceOf(OfficeError)
      expect(thrown, `${step} fails with ${code}`).toMatchObject({ code: expected })
    }
    await whole()
  }
}

/** Whatever bears the name of a copy is one. */
function everyCopyIsWhole(): void {
  for (const { name } of listBackups(files.backups, keys)) requireWholeCopy(join(files.backups, name), keys)
  if (existsSync(files.backups)) expect(readdirSync(files.backups).filter((name) => name.includes('unfinished'))).toEqual([])
}

describe.each(diskFaults)('%s at any write', (code, expected) => {
  it('of a backup leaves the ledger as it is and no half copy', async () => {
    const before = readFileSync(files.ledger)
    let turn = 0
    const work = (): unknown => backupLedger(files.ledger, join(files.backups, `20261121-03301${turn++}-hand.sqlite`), { reason: 'hand', at }, keys)
    await failAtEveryStep(code, expected, work, () => {
      everyCopyIsWhole()
      expect(readFileSync(files.ledger).equals(before)).toBe(true)
    })
    expect(enterprises(files.ledger)).toHaveLength(4)
  })

  it('of a copy brought from another disk takes no half one into the list', async () => {
    const bytes = readFileSync(files.ledger)
    const half = Math.floor(bytes.length / 2)
    const work = (): void => {
      const uploads = createUploads(files.backups)
      const upload = uploads.receive({ size: bytes.length, position: 0, bytes: bytes.subarray(0, half) })
      uploads.receive({ upload, size: bytes.length, position: half, bytes: bytes.subarray(half) })
      const file = uploads.take(upload)
      try {
        keepOutsideCopy(files.backups, file, 'usb.sqlite', at, keys)
      } finally {
        discard(file)
      }
    }
    await failAtEveryStep(code, expected, work, everyCopyIsWhole)
  })

  it('of a restore leaves the old ledger or the new one', async () => {
    const copy = join(files.backups, '20261121-033012-hand.sqlite')
    backupLedger(files.ledger, copy, { reason: 'hand', at }, keys)
    const { sha256 } = requireWholeCopy(copy, keys)
    const mark = (name: string): void => {
      const connection = openConnection(files.ledger)
      connection.prepare('UPDATE enterprise SET name = ? WHERE id = 11').run(name)
      connection.close()
    }
    mark('现在的公司')
    const restore = (): unknown => {
      copyIncoming(files, copy, sha256)
      return swapLedger(files, keys, at)
    }
    await failAtEveryStep(code, expected, restore, () => {
      clearUnfinished(files)
      finishSwap(files, keys, at)
      const [first] = enterprises(files.ledger)
      expect([{ name: '现在的公司' }, { name: '甲一公司' }]).toContainEqual(first)
      mark('现在的公司')
    })
    expect(enterprises(files.ledger)[0]).toEqual({ name: '甲一公司' })
  })

  it('of a salvage leaves the damaged ledger or the salvaged one', async () => {
    const torn = readFileSync(files.ledger)
    const page = Math.floor(torn.indexOf('人民路1号') / 16_384) * 16_384
    torn.fill(0xa5, page, page + 16_384)
    const { writeFileSync } = await vi.importActual<typeof import('node:fs')>('node:fs')
    writeFileSync(files.ledger, torn)
    await failAtEveryStep(code, expected, () => salvageFolder(files, keys, at), () => {
      const isDecided = existsSync(files.decided)
      clearUnfinished(files)
      finishSwap(files, keys, at)
      const kept = readdirSync(files.folder).filter((name) => name.startsWith('ledger-damaged'))
      if (isDecided || kept.length > 0) {
        expect(readFileSync(join(files.folder, kept[0] ?? '')).equals(torn)).toBe(true)
        enterprises(files.ledger)
        for (const name of kept) rmSync(join(files.folder, name))
        writeFileSync(files.ledger, torn)
      }
      expect(readFileSync(files.ledger).equals(torn)).toBe(true)
    })
  })
})

describe('a password', () => {
  const key: LedgerKey = { salt: newSalt(), key: randomBytes(32) }
  const ring = createKeyRing([key])

  /** Names in a file that is plain or under the key; and back to plain for the next turn. */
  async function readAndMakePlain(file: string, plain: Buffer): Promise<unknown[]> {
    const connection = openConnection(file, { readonly: true, keys: ring })
    expect(connection.pragma('integrity_check', { simple: true })).toBe('ok')
    const rows = connection.prepare('SELECT name FROM enterprise ORDER BY id').all()
    connection.close()
    const { writeFileSync } = await vi.importActual<typeof import('node:fs')>('node:fs')
    writeFileSync(file, plain)
    return rows
  }

  it.each(diskFaults)('%s at any write of a password that is set leaves the ledger under the old key or the new one', async (code, expected) => {
    const plain = readFileSync(files.ledger)
    const names = enterprises(files.ledger)
    const set = (): unknown => {
      rekeyCopy(files.ledger, files.incoming, key, ring)
      return swapLedger(files, ring, at)
    }
    await failAtEveryStep(code, expected, set, async () => {
      clearUnfinished(files)
      finishSwap(files, ring, at)
      expect(await readAndMakePlain(files.ledger, plain)).toEqual(names)
    })
    expect(saltOf(files.ledger)?.equals(key.salt)).toBe(true)
  })

  it('that a copy is put under leaves it whole, under the old key or the new one, wherever the disk fails', async () => {
    const copy = join(files.backups, '20261121-033012-hand.sqlite')
    const names = enterprises(files.ledger)
    backupLedger(files.ledger, copy, { reason: 'hand', at }, keys)
    const plain = readFileSync(copy)
    const note = readFileSync(noteFile(copy))
    await failAtEveryStep('EIO', 'read-only', () => rekeyBackup(copy, key, ring), async () => {
      expect(() => requireWholeCopy(copy, ring)).not.toThrow()
      expect(await readAndMakePlain(copy, plain)).toEqual(names)
      const { writeFileSync } = await vi.importActual<typeof import('node:fs')>('node:fs')
      writeFileSync(noteFile(copy), note)
    })
    expect(requireWholeCopy(copy, ring).counts.enterprises).toBe(4)
  })
})

it('was tried at two hundred places and more', () => {
  expect(injected).toBeGreaterThan(200)
})
