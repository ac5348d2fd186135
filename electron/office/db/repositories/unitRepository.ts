import { IsNull, type EntityManager } from 'typeorm'
import type { OfficeSetup } from '../../../../shared/contract/office'
import type { Unit as UnitRecord } from '../../../../shared/contract/unit'
import { bulkInsert, bulkUpdate, nextId } from '../bulkInsert'
import { Unit } from '../entities/unit'
import type { ChangedRow, NewRow } from '../newRow'
import { raw, select } from './sql'

/** Units in official order with the number of their living enterprises. */
async function list(manager: EntityManager): Promise<UnitRecord[]> {
  const units = await manager.find(Unit, { where: { deletedAt: IsNull() }, order: { sortNo: 'ASC', id: 'ASC' } })
  const counts = await select<{ unitId: number; enterprises: number }>(
    manager,
    raw(`SELECT unit_id AS "unitId", count(*) AS enterprises FROM enterprise
      WHERE deleted_at IS NULL GROUP BY unit_id`),
  )
  const enterprises = new Map(counts.map((count) => [count.unitId, count.enterprises]))
  return units.map(({ id, name, kind, aliases, sortNo, active }) => {
    return { id, name, kind, aliases, sortNo, active, enterprises: enterprises.get(id) ?? 0 }
  })
}

/**
 * Adds units, and changes those whose name is known; none is ever deleted. Answers how many were added and how many
 * really changed. Call it inside `gate.write`.
 */
async function upsert(
  manager: EntityManager,
  units: OfficeSetup['units'],
  at?: string,
): Promise<{ added: number; changed: number }> {
  const living = await manager.findBy(Unit, { deletedAt: IsNull() })
  const known = new Map(living.map((unit) => [unit.name, unit]))
  const added: NewRow<Unit>[] = []
  const changed: ChangedRow<Unit>[] = []
  let next = await nextId(manager, Unit)
  // Of a name given twice the last one counts, as if they had come one after the other.
  for (const unit of new Map(units.map((unit) => [unit.name, unit])).values()) {
    const before = known.get(unit.name)
    if (!before) added.push({ id: next++, ...unit })
    else if (differs(before, unit)) changed.push({ id: before.id, ...unit })
  }
  await bulkInsert(manager, Unit, added, at)
  await bulkUpdate(manager, Unit, changed, at)
  return { added: added.length, changed: changed.length }
}

function differs(before: Unit, after: OfficeSetup['units'][number]): boolean {
  return (
    before.kind !== after.kind ||
    before.sortNo !== after.sortNo ||
    JSON.stringify(before.aliases) !== JSON.stringify(after.aliases)
  )
}

export const unitRepository = { list, upsert }
