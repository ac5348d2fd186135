import { hash } from 'node:crypto'
import type { AuditEntry } from './entities/auditEntry'

/** What of an entry is sealed: all of it but the stamps of its row. `changes` is the text as it is stored. */
export type SealedEntry = Pick<AuditEntry, 'id' | 'at' | 'operator' | 'action' | 'entity' | 'entityId' | 'label' | 'batchId' | 'editId'> & {
  changes: string
}

/**
 * sha256 over an entry and the hash of the one before ('' for the first), in hexadecimal. Migrations seal with it, and
 * every ledger there is was sealed by it: what it takes in, and in which order, must never change.
 */
export function entryHash(previous: string, entry: SealedEntry): string {
  const { id, at, operator, action, entity, entityId, label, changes, batchId, editId } = entry
  const sealed = JSON.stringify([previous, id, at, operator, action, entity, entityId, label, changes, batchId, editId])
  return hash('sha256', sealed)
}
