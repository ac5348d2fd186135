import type { AuditAction } from '../../../shared/domain/auditAction'
import { notedHeads } from '../db/backup/notedHeads'
import type { Gate } from '../db/gate'
import { auditRepository } from '../db/repositories/auditRepository'
import { logsSetAside } from './audit/logSetAside'
import { operatorOf } from './audit/operatorOf'
import type { FolderContext } from './folderContext'

/** What was done with a copy of the ledger, or with its 口令. */
export interface CopyWork {
  action: Extract<AuditAction, '恢复' | '抢救' | '导出' | '口令'>
  label: string
  operator?: string
}

/**
 * Writes into the ledger that is open now what was done with a copy of it (it took the place of another, or was handed
 * out) or with its 口令. Nothing where none is open.
 */
export async function logCopy({ files, ports, present }: Pick<FolderContext, 'files' | 'ports' | 'present'>, work: CopyWork): Promise<void> {
  const gate = present.gate()
  if (gate) await writeCopy(gate, { folder: files.backups, at: ports.clock.now() }, work)
}

/** `logCopy` into a ledger that was just opened; `folder`: of the copies. */
export async function writeCopy(gate: Gate, { folder, at }: { folder: string; at: string }, { action, label, operator }: CopyWork): Promise<void> {
  await gate.write(async (manager) => {
    const entity = action === '口令' ? 'password' : 'backup'
    const changes = action === '恢复' || action === '抢救' ? await logsSetAside(manager, notedHeads(folder)) : []
    const entry = { at, operator: await operatorOf(manager, operator), action, entity, label, changes }
    await auditRepository.append(manager, [entry], at)
  })
}
