import type { AuditAction } from '../../../shared/domain/auditAction'
import { auditRepository } from '../db/repositories/auditRepository'
import { operatorOf } from './audit/operatorOf'
import type { FolderContext } from './folderContext'

/**
 * Writes into the ledger that is open now what was done with a copy of it (it took the place of another, or was handed
 * out) or with its 口令. Nothing where none is open.
 */
export async function logCopy(
  { ports, present }: Pick<FolderContext, 'ports' | 'present'>,
  { action, label, operator }: { action: Extract<AuditAction, '恢复' | '抢救' | '导出' | '口令'>; label: string; operator?: string },
): Promise<void> {
  const at = ports.clock.now()
  await present.gate()?.write(async (manager) => {
    const entry = { at, operator: await operatorOf(manager, operator), action, entity: action === '口令' ? 'password' : 'backup', label }
    await auditRepository.append(manager, [entry], at)
  })
}
