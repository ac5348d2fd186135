import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { MigrationInterface, QueryRunner } from 'typeorm'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { listBackups } from './backup/listBackups'
import { openConnection } from './dataSource'
import { createKeyRing } from './encryption/keyRing'
import { Enterprise } from './entities/enterprise'
import { inspectLedger } from './inspectLedger'
import { ledgerFiles } from './ledgerFiles'
import { migrationNames } from './migrations/migrations'
import { fillBigLedger } from './testing/bigLedger'
import { oldRows, oldTables, writeOldLedger } from './testing/oldLedger'
import { testFolders } from './testing/testFolder'

/** What the next version of the application would bring. */
const next = vi.hoisted((): { migrations: (new () => MigrationInterface)[] } => ({ migrations: [] }))

vi.mock('./migrations/migrations', async (importOriginal) => {
  const present = await importOriginal<typeof import('./migrations/migrations')>()
  return {
    applicationId: present.applicationId,
    get migrations() {
      return [...present.migrations, ...next.migrations]
    },
    get migrationNames() {
      return [...present.migrationNames, ...next.migrations.map((Migration) => new Migration().name)]
    },
  }
})

class Widen implements MigrationInterface {
  name = 'widen1800000000000'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "unit" ADD COLUMN "fax" text')
    await runner.query('PRAGMA user_version = 2')
  }

  async down(): Promise<void> {
    throw new Error('not in this test')
  }
}

class Stumble extends Widen {
  override async up(runner: QueryRunner): Promise<void> {
    await super.up(runner)
    await runner.query('DELETE FROM "coverage"')
    throw new Error('stumbled')
  }
}

const folders = testFolders()

beforeEach(() => {
  next.migrations = []
})

async function filled(): Promise<string> {
  const folder = folders.create()
  const database = await folders.open(folder)
  await database.gate.write((manager) => fillBigLedger(manager, 200, 3))
  await database.close()
  return folder
}

function rows(file: string, table: string): unknown {
  const connection = openConnection(file, { readonly: true })
  const count = connection.prepare(`SELECT count(*) AS rows FROM ${table}`).get()
  connection.close()
  return count
}

describe('a ledger of an older version', () => {
  it('is backed up, then migrated with every row kept', async () => {
    const folder = await filled()
    const tables = ['unit', 'enterprise', 'party_org', 'coverage', 'assignment', 'delivery', 'goal_check']
    const before = tables.map((table) => rows(ledgerFiles(folder).ledger, table))
    next.migrations = [Widen]
    const database = await folders.open(folder, () => '2026-11-21T03:30:12.345Z')
    const query = (text: string) => database.gate.read((manager) => manager.query(text))
    expect(await query('SELECT fax FROM unit LIMIT 1')).toEqual([{ fax: null }])
    expect(await query('PRAGMA foreign_key_check')).toEqual([])
    expect(tables.map((table) => rows(database.file, table))).toEqual(before)

    const { backups } = ledgerFiles(folder)
    expect(readdirSync(backups).sort()).toEqual(['20261121-033012-before-migration.json', '20261121-033012-before-migration.sqlite'])
    const backup = join(backups, '20261121-033012-before-migration.sqlite')
    expect(inspectLedger(backup, createKeyRing())).toEqual({ pending: 1 })
    expect(tables.map((table) => rows(backup, table))).toEqual(before)
  })

  it('is not backed up when nothing has to change', async () => {
    const folder = await filled()
    await folders.open(folder)
    expect(readdirSync(folder)).not.toContain('backups')
  })

  it('stays as it was when the migration fails, with its backup', async () => {
    const folder = await filled()
    next.migrations = [Stumble]
    await expect(folders.open(folder)).rejects.toThrow('stumbled')
    expect(listBackups(ledgerFiles(folder).backups, createKeyRing())).toMatchObject([{ reason: 'migration', counts: { enterprises: 200 } }])
    next.migrations = []
    const database = await folders.open(folder)
    expect(rows(database.file, 'coverage')).toEqual({ rows: 100 })
    expect(await database.gate.read((manager) => manager.count(Enterprise))).toBe(200)
  })

  it('is refused by the version before, once migrated', async () => {
    const folder = await filled()
    next.migrations = [Widen]
    await (await folders.open(folder)).close()
    next.migrations = []
    await expect(folders.open(folder)).rejects.toMatchObject({ code: 'newer-database', details: { version: 2 } })
  })
})

describe('the ledgers of every version before', () => {
  const versions = migrationNames.map((_, i) => i).slice(1)

  it.each(versions)('of version %i keeps every row and value, and is whole', async (version) => {
    const folder = folders.create()
    const { ledger, founded, backups } = ledgerFiles(folder)
    await writeOldLedger(ledger, version)
    writeFileSync(founded, '2026-01-01T00:00:00.000Z')
    const before = openConnection(ledger, { readonly: true })
    const tables = oldTables(before)
    const old = tables.map((table) => before.prepare<[], Record<string, unknown>>(`SELECT * FROM "${table}" ORDER BY id`).all())
    before.close()
    expect(old.map((rows) => rows.length)).toEqual(tables.map(() => oldRows))

    const database = await folders.open(folder)
    for (const [i, table] of tables.entries()) {
      const all = await database.gate.read((manager) => manager.query<Record<string, unknown>[]>(`SELECT * FROM "${table}" ORDER BY id`))
      // The log was sealed, which the setting of its head says.
      const rows = all.filter(({ key }) => key !== 'audit.head')
      expect(rows, table).toMatchObject(old[i] ?? [])
      expect(rows, table).toHaveLength(oldRows)
    }
    expect(await database.gate.read((manager) => manager.query('PRAGMA foreign_key_check'))).toEqual([])
    expect(listBackups(backups, createKeyRing())).toMatchObject([{ reason: 'migration', counts: { enterprises: oldRows } }])
  })
})
