import type { AssessmentSheet } from '../../../shared/contract/assessment'
import type { FieldValue } from '../../../shared/record/field'
import type { FigureWrite } from '../../record/figureSheet'
import type { FigureChange } from '../../record/saveFigures'
import type { ScoreView } from './scoreSheet'

/** Which score a cell stands for, and which part of it. */
export interface ScorePlace {
  partyOrgId: number
  itemId: number
  view: ScoreView
}

/** One change a score, with all of its cells; a score nobody has typed into yet becomes a new record. */
export function scoreChanges(
  sheet: AssessmentSheet,
  writes: readonly FigureWrite[],
  placeOf: (write: FigureWrite) => ScorePlace | null,
): FigureChange[] {
  const itemPlaces = new Map(sheet.items.map(({ id }, place) => [id, place]))
  const rows = new Map(sheet.rows.map((row) => [row.partyOrgId, row]))
  const changes = new Map<string, FigureChange & { values: Record<string, FieldValue>; writes: FigureWrite[] }>()
  for (const write of writes) {
    const place = placeOf(write)
    if (!place) continue
    const { partyOrgId, itemId, view } = place
    const key = `${partyOrgId}:${itemId}`
    const known = changes.get(key)
    if (known) {
      known.values[view] = write.value
      known.writes.push(write)
      continue
    }
    const score = rows.get(partyOrgId)?.scores[itemPlaces.get(itemId) ?? -1]
    const isNew = score?.scoreId == null
    const values: Record<string, FieldValue> = {
      ...(isNew ? { partyOrgId, schemeItemId: itemId } : {}),
      [view]: write.value,
    }
    const change: FigureChange['change'] = isNew
      ? { kind: 'score', id: -1 - changes.size, values }
      : { kind: 'score', id: score.scoreId ?? 0, ...(score.version === null ? {} : { version: score.version }), values }
    changes.set(key, { values, change, writes: [write] })
  }
  return [...changes.values()].map(({ change, writes: own }) => ({ change, writes: own }))
}
