import Driver, { type Database as Connection, type Statement } from 'better-sqlite3-multiple-ciphers'
import { applyKey } from './encryption/applyKey'
import { keyOfFile } from './encryption/keyOfFile'
import type { KeyRing } from './encryption/keyRing'

/** The only file that names the driver: everything else asks for a DataSource or a Connection. */
export { Driver }
export type { Connection, Statement }

/** How long a statement waits for another process before SQLITE_BUSY. */
export const busyTimeout = 5000

export interface ConnectionOptions {
  readonly?: boolean
  timeout?: number
  /** Those that may open the file when it is encrypted. */
  keys?: KeyRing
}

/**
 * A bare connection, without TypeORM and without changing the file. Throws OfficeError `password-needed` {file} where
 * the key of an encrypted file is not among `keys`; one that is damaged refuses the first question.
 */
export function openConnection(file: string, { keys, ...options }: ConnectionOptions = {}): Connection {
  const key = keyOfFile(file, keys)
  const connection = new Driver(file, { timeout: busyTimeout, ...options })
  if (key) applyKey(connection, key)
  return connection
}
