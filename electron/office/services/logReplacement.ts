import { bulkInsert, nextId } from '../db/bulkInsert'
import { AuditEntry } from '../db/entities/auditEntry'
import type { FolderContext } from './folderContext'

/** Writes into the ledger that is open now that it took the place of another. */
export async function logReplacement(
  { ports, present }: Pick<FolderContext, 'ports' | 'present'>,
  { action, label, operator }: { action: string; label: string; operator: string },
): Promise<void> {
  const at = ports.clock.now()
  await present.gate()?.write(async (manager) => {
    const entry = { at, operator, action, entity: 'backup', entityId: null, label, changes: [] }
    await bulkInsert(manager, AuditEntry, [{ id: await nextId(manager, AuditEntry), ...entry }], at)
  })
}
