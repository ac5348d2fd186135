import 'reflect-metadata'
import { DataSource } from 'typeorm'
import { busyTimeout, Driver, type Connection } from './connection'
import { applyKey } from './encryption/applyKey'
import { keyOfFile } from './encryption/keyOfFile'
import type { KeyRing } from './encryption/keyRing'
import { entities } from './entities/entities'
import { migrations } from './migrations/migrations'

export { openConnection, type Connection, type Statement } from './connection'

export interface DataSourceOptions {
  file: string
  readonly?: boolean
  /** Those that may open the file when it is encrypted. */
  keys?: KeyRing | undefined
}

/** Large enough for the indexes of 100,000 enterprises, small beside the 4 GB of an office computer. */
const cacheKibibytes = 32_768
/** What falls out of it has to be decrypted again, which the system's own cache of files does not spare. */
const decryptedKibibytes = 131_072

const connections = new WeakMap<DataSource, Connection>()

/**
 * An unopened DataSource over the file; `initialize()` opens it, as `openConnection` does. Nothing is created or
 * migrated by itself.
 */
export function createDataSource({ file, readonly = false, keys }: DataSourceOptions): DataSource {
  const source: DataSource = new DataSource({
    type: 'better-sqlite3',
    driver: Driver,
    database: file,
    readonly,
    fileMustExist: true,
    timeout: busyTimeout,
    entities,
    migrations: [...migrations],
    migrationsTransactionMode: 'all',
    synchronize: false,
    logging: false,
    prepareDatabase: (connection: Connection) => {
      connections.set(source, connection)
      const key = keyOfFile(file, keys)
      if (key) applyKey(connection, key)
      if (!readonly) connection.pragma('journal_mode = WAL')
      connection.pragma('synchronous = FULL')
      connection.pragma('foreign_keys = ON')
      connection.pragma('trusted_schema = OFF')
      connection.pragma(`cache_size = -${key ? decryptedKibibytes : cacheKibibytes}`)
    },
  })
  return source
}

/** The SQLite connection under an opened DataSource, for what TypeORM cannot say or says too slowly. */
export function connectionOf(source: DataSource): Connection {
  const connection = connections.get(source)
  if (!connection) throw new TypeError('the DataSource has not been opened')
  return connection
}

/**
 * Makes TypeORM forget the transaction it believes to be open. On a full disk SQLite rolls back by itself, TypeORM's
 * own ROLLBACK then fails, and its next transaction would be a savepoint that is never committed.
 */
export function endTransaction(source: DataSource): void {
  const connection = connectionOf(source)
  if (connection.inTransaction) connection.exec('ROLLBACK')
  Object.assign(source.driver, { queryRunner: undefined })
}
