import { IsNull, type EntityManager } from 'typeorm'
import type { ImportRecord } from '../../../../shared/contract/import'
import { ImportBatch } from '../entities/importBatch'

/** Committed imports that were not undone, the newest first. */
export async function listImports(manager: EntityManager): Promise<ImportRecord[]> {
  const batches = await manager.find(ImportBatch, { where: living, order: { id: 'DESC' } })
  return batches.map(toRecord)
}

/** The latest import, not undone, of a file with these very bytes; null when there is none. */
export async function findImportBySha256(manager: EntityManager, sha256: string): Promise<ImportRecord | null> {
  const batch = await manager.findOne(ImportBatch, { where: { ...living, sha256 }, order: { id: 'DESC' } })
  return batch ? toRecord(batch) : null
}

const living = { deletedAt: IsNull(), undoneAt: IsNull() }

function toRecord(batch: ImportBatch): ImportRecord {
  const { id, runId, fileName, sha256, form, unit, operator, startedAt, counts } = batch
  return { id, runId, fileName, sha256, form, unit, operator, startedAt, counts }
}

export const importRepository = { list: listImports, findBySha256: findImportBySha256 }
