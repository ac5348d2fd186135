import type { Connection } from '../connection'
import { logHead, logHeadKey, type LogHead } from '../logHead'

/** The last entry of the 操作日志 of a ledger of any version; null where nothing was logged, or not yet sealed. */
export function readLogHead(connection: Connection): LogHead | null {
  const kept = connection.prepare<[string], { value: string }>('SELECT value FROM setting WHERE key = ? AND deleted_at IS NULL').get(logHeadKey)
  return kept === undefined ? null : (logHead.safeParse(JSON.parse(kept.value)).data ?? null)
}
