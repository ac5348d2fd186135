import type { LogFault } from '../../../../shared/contract/log'
import type { NotedHead } from '../../db/backup/notedHeads'
import { entryHash } from '../../db/entryHash'
import type { EntityManager } from '../../db/gate'
import type { LogHead } from '../../db/logHead'
import { auditRepository, type StoredEntry } from '../../db/repositories/auditRepository'
import { headsNotInLog, isSetAside } from './logSetAside'

export interface VerifiedLog {
  entries: number
  faults: LogFault[]
  head: LogHead | null
}

/**
 * Whether every entry of the 操作日志 follows from the one before, up to the head kept beside it, every edit is as its
 * entries tell, and the log goes on from what was `noted` with copies of the ledger (docs/domain.md 9.16). After an entry
 * that does not follow the next is compared with what that one says of itself, so that one change is one fault.
 */
export async function verifyLog(manager: EntityManager, noted: readonly NotedHead[]): Promise<VerifiedLog> {
  const head = await auditRepository.head(manager)
  const faults: LogFault[] = []
  const ranges = new Map<string, StoredEntry>()
  const last = { id: 0, hash: '' }
  let entries = 0
  for await (const rows of auditRepository.read(manager)) {
    for (const row of rows) {
      entries++
      if (row.id !== last.id + 1) faults.push(gap(last.id + 1, row.id - 1))
      else if (head !== null && row.id > head.id) faults.push(faultOf('added', row))
      else if (entryHash(last.hash, row) !== row.hash) faults.push(faultOf('changed', row))
      if (row.entity === 'editRange') for (const key of rangesOf(row)) ranges.set(key, row)
      Object.assign(last, { id: row.id, hash: row.hash })
    }
  }
  if (head !== null && head.id > last.id) faults.push(gap(last.id + 1, head.id))
  else if (head === null ? entries > 0 : head.id === last.id && head.hash !== last.hash) {
    faults.push({ fault: 'changed', from: last.id, to: last.id, at: null, operator: '', label: '' })
  }
  faults.push(...(await forgottenLogs(manager, noted, faults)))
  // Where entries are gone, those of some edits are among them.
  const areGone = faults.some(({ fault }) => fault === 'missing')
  for (const { id, at, operator, label, told } of await auditRepository.tornEdits(manager)) {
    if (told === 1 || !areGone) faults.push({ fault: 'edit', from: id, to: id, at, operator, label })
  }
  return { entries, faults: areGone ? faults : [...faults, ...(await tornRanges(manager, ranges))], head }
}

/** Entries a copy of the ledger had and this log has not: one fault for all copies. Gaps that show by themselves are told. */
async function forgottenLogs(manager: EntityManager, noted: readonly NotedHead[], told: readonly LogFault[]): Promise<LogFault[]> {
  const setAside = await isSetAside(manager)
  const strange = (await headsNotInLog(manager, noted)).filter((head) => !setAside(head) && !told.some(({ fault, from, to }) => fault === 'missing' && from <= head.id && head.id <= to))
  const [first, last] = [strange[0], strange.at(-1)]
  return first && last ? [{ fault: 'copy', from: first.id, to: last.id, at: first.at, operator: '', label: '' }] : []
}

function gap(from: number, to: number): LogFault {
  return { fault: 'missing', from, to, at: null, operator: '', label: '' }
}

function faultOf(fault: LogFault['fault'], { id, at, operator, label }: StoredEntry): LogFault {
  return { fault, from: id, to: id, at, operator, label }
}

/** `editId kind first-last removed` of every range an entry names. */
function rangesOf({ entityId, changes }: StoredEntry): string[] {
  const named: unknown = readJson(changes)
  if (!Array.isArray(named)) return []
  return named.map(({ field, before, after }) => `${entityId} ${field} ${before ?? after} ${before === null ? 0 : 1}`)
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

async function tornRanges(manager: EntityManager, told: ReadonlyMap<string, StoredEntry>): Promise<LogFault[]> {
  const left = new Map(told)
  const faults: LogFault[] = []
  for (const { editId, kind, ids, removed } of await auditRepository.ranges(manager)) {
    const isTold = left.delete(`${editId} ${kind} ${ids} ${removed}`)
    if (!isTold) faults.push({ fault: 'edit', from: editId, to: editId, at: null, operator: '', label: '' })
  }
  for (const { entityId, at, operator, label } of left.values()) {
    faults.push({ fault: 'edit', from: entityId ?? 0, to: entityId ?? 0, at, operator, label })
  }
  return faults
}
