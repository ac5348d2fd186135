import type { RecordKind } from '../../../shared/record/recordKind'
import type { EntityManager } from '../db/gate'
import { readRecords } from '../db/storedRecord'
import { OfficeError } from '../officeError'

/** `conflict` {reason: 'stale-proposal', kind, id, name, count}: the records were proposed by facts that no longer hold. */
export function staleProposal(manager: EntityManager, kind: RecordKind, ids: readonly number[]): OfficeError {
  const [id = 0] = ids
  const name = String(readRecords(manager, kind, [id]).get(id)?.values['name'] ?? '')
  return new OfficeError('conflict', { reason: 'stale-proposal', kind, id, name, count: new Set(ids).size })
}
