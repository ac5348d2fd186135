import { rmSync, statfsSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { OfficeError } from '../../officeError'
import { openConnection, type Connection } from '../connection'
import type { KeyRing } from '../encryption/keyRing'

/** Times a copy is made anew because the ledger was written to in the instant it was begun. */
const attempts = 3

/**
 * Writes a copy of a ledger to `target`, under the same key, and reads it back: every page, and the rows of every
 * table, which are answered. The office may have the ledger open and write to it meanwhile. Throws OfficeError
 * `disk-full`, `damaged-database`, or what SQLite says.
 */
export function copyWhole(ledger: string, target: string, keys: KeyRing): string {
  requireRoom(ledger, dirname(target))
  for (let attempt = 1; ; attempt++) {
    rmSync(target, { force: true })
    const counts = copy(ledger, target, keys)
    if (soundRowCounts(target, keys) === counts) return counts
    if (attempt === attempts) throw new OfficeError('damaged-database', { file: target, reason: 'backup' })
  }
}

/**
 * VACUUM takes a snapshot of its own, so the rows are counted on one taken the instant before. Should a write fall
 * between the two, the counts differ and the copy is made again.
 */
function copy(ledger: string, target: string, keys: KeyRing): string {
  const counting = openConnection(ledger, { readonly: true, keys })
  const copying = openConnection(ledger, { readonly: true, keys })
  try {
    counting.exec('BEGIN')
    counting.pragma('user_version')
    copying.prepare('VACUUM INTO ?').run(target)
    return rowCounts(counting)
  } finally {
    copying.close()
    counting.close()
  }
}

/** Table by table, of a sound file; empty where it is not sound. */
export function soundRowCounts(file: string, keys: KeyRing): string {
  const connection = openConnection(file, { readonly: true, keys })
  try {
    return connection.pragma('integrity_check(1)', { simple: true }) === 'ok' ? rowCounts(connection) : ''
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

/** A copy that fills the disk to its last byte would cost the clerk the next save. */
function requireRoom(ledger: string, folder: string): void {
  const { bavail, bsize } = statfsSync(folder)
  const wal = statSync(`${ledger}-wal`, { throwIfNoEntry: false })?.size ?? 0
  const size = statSync(ledger).size + wal
  if (bavail * bsize < size + Math.min(size, 64 * 1024 * 1024)) throw new OfficeError('disk-full', { folder })
}
