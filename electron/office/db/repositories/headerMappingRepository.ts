import { IsNull, type EntityManager } from 'typeorm'
import { HeaderMapping } from '../entities/headerMapping'
import { bulkInsert, nextId } from '../bulkInsert'

export type NewHeaderMapping = Pick<HeaderMapping, 'unitId' | 'fingerprint' | 'pointed' | 'form' | 'columns' | 'decidedOn'>

/** What was said of the tables of a unit, or of files that do not say whose they are. */
function ofUnit(manager: EntityManager, unitId: number | null): Promise<HeaderMapping[]> {
  return manager.find(HeaderMapping, { where: { unitId: unitId ?? IsNull(), deletedAt: IsNull() }, order: { id: 'ASC' } })
}

/** Keeps what was said last of a header. Call it inside `gate.write`. */
async function keep(manager: EntityManager, mapping: NewHeaderMapping, at: string): Promise<void> {
  await forget(manager, mapping.unitId, mapping.fingerprint)
  await bulkInsert(manager, HeaderMapping, [{ id: await nextId(manager, HeaderMapping), ...mapping }], at)
}

/** Answers how many were known. Call it inside `gate.write`. */
async function forget(manager: EntityManager, unitId: number | null, fingerprint: string): Promise<number> {
  const { affected } = await manager.delete(HeaderMapping, { unitId: unitId ?? IsNull(), fingerprint })
  return affected ?? 0
}

export const headerMappingRepository = { ofUnit, keep, forget }
