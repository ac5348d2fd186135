import type { EntityManager } from 'typeorm'

/** A place in a transaction one can go back to. Use it inside `gate.write`. */
export interface Savepoint {
  /** Takes back what was written since; the place stays. */
  rollback(): Promise<void>
  /** Keeps what was written since. */
  release(): Promise<void>
}

export async function savepoint(manager: EntityManager): Promise<Savepoint> {
  await manager.query('SAVEPOINT place')
  return {
    rollback: async () => void (await manager.query('ROLLBACK TO place')),
    release: async () => void (await manager.query('RELEASE place')),
  }
}
