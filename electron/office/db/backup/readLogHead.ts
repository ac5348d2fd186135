import type { Connection } from '../connection'
import { logHead, logHeadKey, type LogHead } from '../logHead'

/** The last entry of the 操作日志 of a ledger of any version; null where nothing was logged, or it cannot be read. */
export function readLogHead(connection: Connection): LogHead | null {
  const kept = connection.prepare<[string], { value: string }>('SELECT value FROM setting WHERE key = ? AND deleted_at IS NULL').get(logHeadKey)
  try {
    return logHead.safeParse(JSON.parse(kept?.value ?? 'null')).data ?? null
  } catch {
    // Another program wrote there: the check of the log tells of it, and a copy is made all the same.
    return null
  }
}
