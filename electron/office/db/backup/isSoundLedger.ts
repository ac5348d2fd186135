import { existsSync } from 'node:fs'
import { openConnection } from '../connection'

/** Whether every page of a ledger can be read and agrees with the others. */
export function isSoundLedger(file: string): boolean {
  if (!existsSync(file)) return false
  try {
    const connection = openConnection(file, { readonly: true })
    try {
      return connection.pragma('integrity_check(1)', { simple: true }) === 'ok'
    } finally {
      connection.close()
    }
  } catch {
    return false
  }
}
