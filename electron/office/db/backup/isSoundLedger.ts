import { existsSync } from 'node:fs'
import { openConnection } from '../connection'
import type { KeyRing } from '../encryption/keyRing'

/** Whether every page of a ledger can be read and agrees with the others. */
export function isSoundLedger(file: string, keys: KeyRing): boolean {
  if (!existsSync(file)) return false
  try {
    const connection = openConnection(file, { readonly: true, keys })
    try {
      return connection.pragma('integrity_check(1)', { simple: true }) === 'ok'
    } finally {
      connection.close()
    }
  } catch {
    return false
  }
}
