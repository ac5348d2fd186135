import type { LedgerKey } from './ledgerKey'

/** The keys somebody proved to know since the program started, in memory only; a file's salt says which is its. */
export interface KeyRing {
  add(key: LedgerKey): void
  of(salt: Buffer): LedgerKey | null
  /** For a thread, which has a memory of its own. */
  all(): LedgerKey[]
}

export function createKeyRing(known: readonly LedgerKey[] = []): KeyRing {
  const keys = new Map<string, LedgerKey>()
  const add = ({ salt, key }: LedgerKey): void => void keys.set(Buffer.from(salt).toString('hex'), { salt: Buffer.from(salt), key: Buffer.from(key) })
  known.forEach(add)
  return { add, of: (salt) => keys.get(salt.toString('hex')) ?? null, all: () => [...keys.values()] }
}
