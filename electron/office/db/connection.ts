import Driver, { type Database as Connection, type Statement } from 'better-sqlite3-multiple-ciphers'

/** The only file that names the driver: everything else asks for a DataSource or a Connection. */
export { Driver }
export type { Connection, Statement }

/** How long a statement waits for another process before SQLITE_BUSY. */
export const busyTimeout = 5000

/** A bare connection, without TypeORM and without changing the file. */
export function openConnection(file: string, options: { readonly?: boolean; timeout?: number } = {}): Connection {
  return new Driver(file, { timeout: busyTimeout, ...options })
}
