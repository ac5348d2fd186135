import { factsOfRow } from '../../../../shared/domain/statistics/rowFacts'
import { readFigureRef } from '../../../../shared/domain/statistics/figureRef'
import type { ListedKind } from '../../../../shared/domain/statistics/statTable'
import type { EntityManager } from '../../db/gate'
import { OfficeError } from '../../officeError'
import type { WorkScene } from '../visitDuties'
import { askTable } from './askTable'

/** Ids of the records of a kind behind a figure. Throws OfficeError `invalid` {reason: no-such-figure} for no figure. */
export async function countedIds(manager: EntityManager, kind: ListedKind, word: string, scene: WorkScene): Promise<readonly number[]> {
  const ref = readFigureRef(word)
  if (ref === null) throw new OfficeError('invalid', { reason: 'no-such-figure' })
  const { parts } = await askTable(manager, ref, scene)
  const part = parts.find(({ key }) => key === ref.part)
  const column = part?.columns.find(({ key }) => key === ref.column)
  const whole = part?.whole ? { ...factsOfRow.whole, facts: part.whole } : undefined
  const row = ref.row === factsOfRow.whole.key ? whole : part?.rows.find(({ key }) => key === ref.row)
  if (!row || column?.opens !== kind || !column.count) throw new OfficeError('invalid', { reason: 'no-such-figure' })
  return column.count(row.facts, row).ids
}
