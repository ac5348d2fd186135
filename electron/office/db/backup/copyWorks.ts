import { createKeyRing } from '../encryption/keyRing'
import type { LedgerKey } from '../encryption/ledgerKey'
import { backupLedger } from './backupLedger'
import { rekeyCopy } from './rekeyCopy'

/** Works on whole files that are done beside the office, by the names of their functions. */
export interface CopyWorks {
  backupLedger: { order: { ledger: string; target: string; about: Parameters<typeof backupLedger>[2] }; result: ReturnType<typeof backupLedger> }
  rekeyCopy: { order: { file: string; target: string; to: LedgerKey | null }; result: ReturnType<typeof rekeyCopy> }
}
export type CopyWork = keyof CopyWorks

/** What a thread is told; `keys` are those the office knows. */
export type CopyOrder = { [W in CopyWork]: { work: W; keys: LedgerKey[] } & CopyWorks[W]['order'] }[CopyWork]

/** Does it here and now. */
export function carryOut(order: CopyOrder): CopyWorks[CopyWork]['result'] {
  const keys = createKeyRing(order.keys)
  if (order.work === 'backupLedger') return backupLedger(order.ledger, order.target, order.about, keys)
  return rekeyCopy(order.file, order.target, order.to && ownBytes(order.to), keys)
}

/** A Buffer comes into a thread as bytes that are no Buffer. */
function ownBytes({ salt, key }: LedgerKey): LedgerKey {
  return { salt: Buffer.from(salt), key: Buffer.from(key) }
}
