import type { RecordFilter, RecordRow } from '../../../../shared/contract/record'
import type { RecordKind } from '../../../../shared/record/recordKind'
import type { EntityManager } from '../../db/gate'
import { recordRepository } from '../../db/repositories/recordRepository'
import { findRecords, recordRows } from '../recordPages'
import type { ServiceContext } from '../serviceContext'

/** Living records of a kind, the latest first where the kind is kept by day. */
export async function recordsOf(
  context: ServiceContext,
  manager: EntityManager,
  kind: RecordKind,
  filter: Omit<RecordFilter, 'search'>,
  limit = 1000,
): Promise<RecordRow[]> {
  const { rows } = await findRecords(context, manager, kind, { ...filter, words: [] }, { sort: null, offset: 0, limit })
  return recordRows(context, manager, kind, rows)
}

/** Living records by their ids, in the order of these; those that are gone are left out. */
export async function recordsByIds(context: ServiceContext, manager: EntityManager, kind: RecordKind, ids: readonly number[]): Promise<RecordRow[]> {
  const found = await recordRepository.read(manager, kind, ids)
  const rows = await recordRows(context, manager, kind, found.filter(({ deletedAt }) => deletedAt === null))
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}
