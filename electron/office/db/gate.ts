import { AsyncLocalStorage } from 'node:async_hooks'
import { statSync } from 'node:fs'
import { dirname } from 'node:path'
import type { DataSource, EntityManager } from 'typeorm'
import { OfficeError } from '../officeError'
import { endTransaction } from './dataSource'
import { toOfficeError } from './toOfficeError'

/** The hand a service holds inside the gate; only this room knows whose it is. */
export type { EntityManager }

export type Work<T> = (manager: EntityManager) => Promise<T>

/** The only way to the tables. */
export interface Gate {
  /**
   * Runs `work` in one transaction, after every write asked for earlier. Called inside another write it joins that
   * transaction; when the joined work fails the whole transaction is rolled back, even if the failure is caught.
   * Rejects with OfficeError `disk-full`, `read-only`, `locked`, `damaged-database` where SQLite says so.
   */
  write<T>(work: Work<T>): Promise<T>
  /** Runs `work` on one snapshot of what is committed; called inside a write it sees that write's own rows. */
  read<T>(work: Work<T>): Promise<T>
  /** Lets everything asked for so far finish. */
  settled(): Promise<void>
  /** Writes committed since the ledger was opened. */
  commits(): number
}

interface Passage {
  manager: EntityManager
  open: boolean
  failure: { error: unknown } | null
}

/**
 * One TypeORM SQLite DataSource is one connection: a save issued while another transaction is open would run inside
 * it and be lost with it. So writes queue up, first come first served. Reads have a connection of their own, which
 * WAL keeps on the last commit: while 50,000 enterprises are written, a read is answered between two portions of them
 * (10 ms, 150 ms at the commit) instead of after the whole second. They queue among themselves, because a read of
 * several statements is a transaction too: all of them see the same commit.
 */
export function createGate(writing: DataSource, reading: DataSource): Gate {
  const write = createPassages(writing, toOfficeError, fileWatch(String(writing.options.database)))
  const read = createPassages(reading, toReadError)
  return {
    write: (work) => write.pass(work),
    read: (work) => (write.isInside() ? write.pass(work) : read.pass(work)),
    async settled() {
      await write.settled()
      await read.settled()
    },
    commits: write.commits,
  }
}

/** A read that tries to write is a bug, not a folder that cannot be written to. */
const toReadError: typeof toOfficeError = (error, details) => {
  const translated = toOfficeError(error, details)
  return translated instanceof OfficeError && translated.code === 'read-only' ? error : translated
}

/**
 * Refuses once the file is no longer the one that was opened (moved, removed, its disk pulled): the system would go on
 * taking what is written, and lose it.
 */
function fileWatch(file: string): () => void {
  const known = statSync(file, { bigint: true })
  return () => {
    const found = statSync(file, { bigint: true, throwIfNoEntry: false })
    if (found?.ino === known.ino && found.dev === known.dev) return
    throw new OfficeError('read-only', { folder: dirname(file), file, reason: 'folder-gone' })
  }
}

function createPassages(source: DataSource, translate: typeof toOfficeError, requireFile: () => void = () => undefined) {
  const current = new AsyncLocalStorage<Passage>()
  const file = String(source.options.database)
  let last: Promise<unknown> = Promise.resolve()
  let commits = 0

  const enclosing = (): Passage | null => {
    const passage = current.getStore()
    return passage?.open ? passage : null
  }

  async function join<T>(passage: Passage, work: Work<T>): Promise<T> {
    try {
      return await work(passage.manager)
    } catch (error) {
      passage.failure ??= { error }
      throw error
    }
  }

  async function begin<T>(work: Work<T>): Promise<T> {
    try {
      requireFile()
      const answer = await source.transaction(async (manager) => {
        const passage: Passage = { manager, open: true, failure: null }
        try {
          const result = await current.run(passage, () => work(manager))
          if (passage.failure) throw passage.failure.error
          requireFile()
          return result
        } finally {
          passage.open = false
        }
      })
      commits++
      return answer
    } catch (error) {
      endTransaction(source)
      throw translate(error, { folder: dirname(file), file })
    }
  }

  return {
    isInside: () => enclosing() !== null,
    pass<T>(work: Work<T>): Promise<T> {
      const passage = enclosing()
      if (passage) return join(passage, work)
      const result = last.then(() => begin(work))
      last = result.catch(() => undefined)
      return result
    },
    settled: () => last.then(() => undefined),
    commits: () => commits,
  }
}
