import type { NotedHead } from '../../db/backup/notedHeads'
import type { EntityManager } from '../../db/gate'
import type { LogHead } from '../../db/logHead'
import type { AuditChange } from '../../db/entities/auditEntry'
import { auditRepository } from '../../db/repositories/auditRepository'
import { line } from './describeQuestion'

const field = '恢复前的日志末条'

/**
 * What an entry of a restore says of the copies whose log is not the one that goes on now: theirs went on from before
 * what was restored, and `log.check` shall not take that for a log somebody cut off.
 */
export async function logsSetAside(manager: EntityManager, noted: readonly NotedHead[]): Promise<AuditChange[]> {
  const strange = await headsNotInLog(manager, noted)
  return [...new Set(strange.map(({ id, hash }) => `${id} ${hash}`))].map((text) => line(field, text))
}

/** Of heads noted with copies those whose entry the log does not have, or not as it was. */
export async function headsNotInLog(manager: EntityManager, noted: readonly NotedHead[]): Promise<NotedHead[]> {
  const hashes = await auditRepository.hashes(manager, noted.map(({ id }) => id))
  return noted.filter(({ id, hash }) => hashes.get(id) !== hash)
}

/** Whether an entry of a restore set the log of this head aside. */
export async function isSetAside(manager: EntityManager): Promise<(head: LogHead) => boolean> {
  const told = await auditRepository.changesOf(manager, 'backup')
  const heads = new Set(told.flatMap((changes) => changes.flatMap((change) => (change.field === field ? [change.after] : []))))
  return ({ id, hash }) => heads.has(`${id} ${hash}`)
}
