import type { ListedKind } from '../../../../shared/domain/statistics/statTable'
import type { EntityManager } from '../../db/gate'
import { askFigure, noSuchFigure } from './askFigure'
import type { WorkScene } from '../visitDuties'

/** Ids of the records of a kind behind a figure. Throws OfficeError `invalid` {reason: no-such-figure} for no figure. */
export async function countedIds(manager: EntityManager, kind: ListedKind, word: string, scene: WorkScene): Promise<readonly number[]> {
  const { column, row } = await askFigure(manager, word, scene)
  if (column.opens !== kind || !column.count) throw noSuchFigure()
  return column.count(row.facts, row).ids
}
