import { renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { ensureFolder } from '../ensureFolder'
import { OfficeError } from '../officeError'
import { openConnection, type Connection } from './dataSource'
import { flushFile, flushFolder } from './flush'
import { toOfficeError } from './toOfficeError'

/**
 * Writes a copy of a ledger to `target`: whole, checked page by page and row count by row count, and only then given
 * its name. The office of this process may have the ledger open. Throws OfficeError `disk-full`, `read-only`,
 * `damaged-database`; a copy that fails leaves nothing behind.
 */
export function backupLedger(ledger: string, target: string): void {
  const unfinished = `${target}.unfinished`
  try {
    ensureFolder(dirname(target))
    rmSync(unfinished, { force: true })
    const counts = copy(ledger, unfinished)
    verify(unfinished, counts)
    flushFile(unfinished)
    renameSync(unfinished, target)
    flushFolder(dirname(target))
  } catch (error) {
    rmSync(unfinished, { force: true })
    throw toOfficeError(error, { file: target })
  }
}

function copy(ledger: string, target: string): string {
  const connection = openConnection(ledger, { readonly: true })
  try {
    connection.prepare('VACUUM INTO ?').run(target)
    return rowCounts(connection)
  } finally {
    connection.close()
  }
}

function verify(file: string, counts: string): void {
  const connection = openConnection(file, { readonly: true })
  try {
    const isSound = connection.pragma('integrity_check(1)', { simple: true }) === 'ok'
    const isWhole = isSound && rowCounts(connection) === counts
    if (!isWhole) throw new OfficeError('damaged-database', { file, reason: 'backup' })
  } finally {
    connection.close()
  }
}

function rowCounts(connection: Connection): string {
  const tables = connection.prepare<[], { name: string }>(
    "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name",
  )
  return tables
    .all()
    .map(({ name }) => {
      const count = connection.prepare<[], { rows: number }>(`SELECT count(*) AS rows FROM "${name}"`).get()
      return `${name} ${count?.rows}`
    })
    .join('\n')
}
