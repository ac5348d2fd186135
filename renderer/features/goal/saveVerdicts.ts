import type { GoalRow } from '../../../shared/contract/goal'
import type { RecordChange } from '../../../shared/contract/record'
import { CallFailure } from '../../api/callFailure'
import { failureNotice } from '../../composables/failureNotice'
import { conflictingId, findingsOfFailure } from '../../record/findings'
import type { MatrixChange } from '../../record/matrix'
import type { useOwnEdits } from '../../record/useOwnEdits'
import { goalText as text } from '../../text/goal'
import { goalOf, verdictOf, verdictSign, withChange, type VerdictChange } from './verdicts'

type Cell = MatrixChange<GoalRow, VerdictChange>

export interface VerdictScene {
  period: string
  today: string
  edits: Pick<ReturnType<typeof useOwnEdits>, 'saveRecords'>
  rows: (ids: number[]) => Promise<GoalRow[]>
}

/**
 * Writes as many of the verdicts as the rules and other windows allow, all in one edit. Answers the others with the
 * reason; throws when the office cannot be asked at all.
 */
export async function saveVerdicts(cells: readonly Cell[], label: string, scene: VerdictScene): Promise<Map<Cell, string>> {
  const refused = new Map<Cell, string>()
  const present = new Map<number, GoalRow>()
  const rowOf = ({ row }: Cell): GoalRow => present.get(row.id) ?? row
  for (;;) {
    const rest = cells.filter((cell) => !refused.has(cell))
    if (rest.length === 0) return refused
    const rows = [...new Map(rest.map((cell) => [cell.row.id, rowOf(cell)])).values()]
    try {
      await scene.edits.saveRecords(rows.map((row, place) => changeOf(row, rest, place, scene)), label)
      return refused
    } catch (error) {
      const left = refused.size
      const goneOn = overtaken(error, rows)
      for (const row of goneOn.length > 0 ? await scene.rows(goneOn.map(({ id }) => id)) : []) {
        const isNewer = row.check?.version !== rows.find(({ id }) => id === row.id)?.check?.version
        present.set(row.id, row)
        for (const cell of rest.filter((one) => one.row.id === row.id)) {
          const reason = isNewer ? clash(cell, row) : failureNotice(error).sentence
          if (reason !== null) refused.set(cell, reason)
        }
      }
      if (goneOn.length > 0) continue
      for (const [cell, message] of ruled(error, rest, rows)) refused.set(cell, message)
      if (refused.size > left) continue
      if (left === 0) throw error
      for (const cell of rest) refused.set(cell, failureNotice(error).sentence)
    }
  }
}

function changeOf(row: GoalRow, cells: readonly Cell[], place: number, { period, today }: VerdictScene): RecordChange {
  const mine = cells.filter((cell) => cell.row.id === row.id).map(({ change }) => change.values)
  const values: RecordChange['values'] = Object.assign({ checkedOn: today }, ...mine)
  const check = row.check && row.check.version > 0 ? row.check : null
  if (check) return { kind: 'goalCheck', id: check.id, version: check.version, values }
  return { kind: 'goalCheck', id: -1 - place, values: { ...values, enterpriseId: row.id, period } }
}

/** Rows whose record went on, or came to be, since they were seen. */
function overtaken(error: unknown, rows: readonly GoalRow[]): GoalRow[] {
  if (!(error instanceof CallFailure)) return []
  const id = conflictingId(error.failure)
  if (id !== undefined) return rows.filter(({ check }) => check?.id === id)
  return (error.failure.issues ?? []).flatMap(({ code, path }) => {
    const place = path.find((part) => typeof part === 'number')
    return code === 'unique' && place !== undefined ? (rows[place] ?? []) : []
  })
}

/** Why a cell cannot be written over what stands there now; null when nobody said otherwise. */
function clash({ row, column, change }: Cell, now: GoalRow): string | null {
  const goal = goalOf(column)
  const field = column === 'deadline' ? 'deadline' : 'remedy'
  const at = (one: GoalRow): string => (goal ? verdictSign(verdictOf(one, goal).met) : (one.check?.[field] ?? ''))
  const present = at(now)
  return present === at(row) || present === at(withChange(row, change, '')) ? null : text.changed(present)
}

function ruled(error: unknown, cells: readonly Cell[], rows: readonly GoalRow[]): [Cell, string][] {
  if (!(error instanceof CallFailure) || error.failure.code !== 'invalid') return []
  return [...findingsOfFailure(error.failure, [])].flatMap(([place, findings]) => {
    const row = rows[place]
    const message = findings[0]?.message ?? ''
    return cells.filter((cell) => cell.row.id === row?.id).map((cell): [Cell, string] => [cell, message])
  })
}
