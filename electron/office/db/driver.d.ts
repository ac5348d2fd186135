/**
 * The part of the driver this room uses. The package has declarations of its own, but its `exports` hide them from
 * the compiler.
 */
declare module 'better-sqlite3-multiple-ciphers' {
  export interface Statement<Parameters extends unknown[] = unknown[], Row = unknown> {
    run(...parameters: Parameters): { changes: number; lastInsertRowid: number | bigint }
    get(...parameters: Parameters): Row | undefined
    all(...parameters: Parameters): Row[]
    iterate(...parameters: Parameters): IterableIterator<Row>
  }

  export interface Database {
    readonly inTransaction: boolean
    readonly open: boolean
    readonly name: string
    prepare<Parameters extends unknown[] = unknown[], Row = unknown>(sql: string): Statement<Parameters, Row>
    exec(sql: string): this
    pragma(pragma: string, options?: { simple?: boolean }): unknown
    close(): this
  }

  export interface Options {
    readonly?: boolean
    fileMustExist?: boolean
    /** Milliseconds to wait for a lock. */
    timeout?: number
  }

  const Driver: new (file: string, options?: Options) => Database
  export default Driver
}
