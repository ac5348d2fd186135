import type { LedgerKey } from './ledgerKey'

/** What of a connection is used here; the rest of it needs this file. */
interface Keyed {
  pragma(pragma: string): unknown
}

/** Before anything else is asked of the connection. Whether the key is the right one shows at the first page read. */
export function applyKey(connection: Keyed, key: LedgerKey): void {
  chooseCipher(connection)
  connection.pragma(`key = ${literal(key)}`)
}

/** Writes every page of a file anew, under `key` or plain. Nobody else may have it open, nor may it be in WAL mode. */
export function replaceKey(connection: Keyed, key: LedgerKey | null): void {
  chooseCipher(connection)
  connection.pragma(`rekey = ${key ? literal(key) : "''"}`)
}

/** ChaCha20 with Poly1305 over every page: what was not written with the key is not read. */
function chooseCipher(connection: Keyed): void {
  connection.pragma("cipher = 'chacha20'")
}

function literal({ salt, key }: LedgerKey): string {
  return `"x'${key.toString('hex')}${salt.toString('hex')}'"`
}
