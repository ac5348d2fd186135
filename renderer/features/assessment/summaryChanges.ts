import type { AssessmentSheet } from '../../../shared/contract/assessment'
import type { FieldValue } from '../../../shared/record/field'
import type { FigureWrite } from '../../record/figureSheet'
import type { FigureChange } from '../../record/saveFigures'

/** Columns of the summary that are fields of one 半年分值. */
export const yearColumns = ['firstHalf', 'secondHalf', 'note'] as const

/** Changes of the summary: a record a quarter (`quarter-1` … `quarter-4`), and one of halves and note a year. */
export function summaryChanges(sheet: AssessmentSheet, writes: readonly FigureWrite[]): FigureChange[] {
  const quarters = writes.flatMap((write, index) => quarterChange(sheet, write, -1 - index))
  const rest = writes.filter(({ column }) => yearColumns.some((one) => one === column))
  const orgs = [...new Set(rest.map(({ rowId }) => rowId))]
  const years = orgs.flatMap((id, index) => yearChange(sheet, rest.filter(({ rowId }) => rowId === id), -1 - index))
  return [...quarters, ...years]
}

function quarterChange(sheet: AssessmentSheet, write: FigureWrite, newId: number): FigureChange[] {
  const quarter = Number(/^quarter-([1-4])$/.exec(write.column)?.[1])
  const row = sheet.rows.find(({ partyOrgId }) => partyOrgId === write.rowId)
  const stored = row?.quarters[quarter - 1]
  if (!stored) return []
  const { quarterScoreId: id, version } = stored
  const change: FigureChange['change'] =
    id === null || version === null
      ? {
          kind: 'quarterScore',
          id: newId,
          values: { partyOrgId: write.rowId, year: sheet.scheme.year, quarter, points: write.value },
        }
      : { kind: 'quarterScore', id, version, values: { points: write.value } }
  return [{ change, writes: [write] }]
}

/** All cells of one organisation's year. */
function yearChange(sheet: AssessmentSheet, writes: readonly FigureWrite[], newId: number): FigureChange[] {
  const row = sheet.rows.find(({ partyOrgId }) => partyOrgId === writes[0]?.rowId)
  if (!row) return []
  const { yearScoreId: id, version } = row.typed
  const values: Record<string, FieldValue> = Object.fromEntries(writes.map(({ column, value }) => [column, value]))
  const change: FigureChange['change'] =
    id === null || version === null
      ? { kind: 'yearScore', id: newId, values: { partyOrgId: row.partyOrgId, year: sheet.scheme.year, ...values } }
      : { kind: 'yearScore', id, version, values }
  return [{ change, writes }]
}
