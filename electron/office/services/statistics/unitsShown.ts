import type { TableFacts } from '../../../../shared/domain/statistics/tableFacts'
import type { TableUnit } from '../../db/repositories/tableFactsRepository'

/** The rows of a table, in the order given: units in use, and those something is counted in. */
export function unitsShown(facts: TableFacts, units: readonly TableUnit[]): { id: number; name: string }[] {
  const counted = new Set(Object.values(facts).flatMap((list: readonly { unitId: number }[]) => list.map(({ unitId }) => unitId)))
  return units.filter(({ id, inUse }) => inUse || counted.has(id)).map(({ id, name }) => ({ id, name }))
}
