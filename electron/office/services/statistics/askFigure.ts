import { readFigureRef } from '../../../../shared/domain/statistics/figureRef'
import { factsOfRow } from '../../../../shared/domain/statistics/rowFacts'
import type { StatColumn, StatRow } from '../../../../shared/domain/statistics/statTable'
import type { EntityManager } from '../../db/gate'
import { OfficeError } from '../../officeError'
import type { WorkScene } from '../visitDuties'
import { askTable, type AskedTable } from './askTable'

export interface AskedFigure {
  asked: AskedTable
  column: StatColumn
  row: StatRow
}

/** A figure by the word for it in addresses. Throws OfficeError `invalid` {reason: no-such-figure} for no figure. */
export async function askFigure(manager: EntityManager, word: string, scene: WorkScene): Promise<AskedFigure> {
  const ref = readFigureRef(word)
  if (ref === null) throw noSuchFigure()
  const asked = await askTable(manager, ref, scene)
  const part = asked.parts.find(({ key }) => key === ref.part)
  const column = part?.columns.find(({ key }) => key === ref.column)
  const whole = part?.whole ? { ...factsOfRow.whole, facts: part.whole } : undefined
  const row = ref.row === factsOfRow.whole.key ? whole : part?.rows.find(({ key }) => key === ref.row)
  if (!row || !column) throw noSuchFigure()
  return { asked, column, row }
}

export function noSuchFigure(): OfficeError {
  return new OfficeError('invalid', { reason: 'no-such-figure' })
}
