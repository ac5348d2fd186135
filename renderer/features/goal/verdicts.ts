import type { GoalRow } from '../../../shared/contract/goal'
import { goals, type Goal } from '../../../shared/domain/valueDomain'
import type { FieldValue } from '../../../shared/record/field'
import { goalCheckRecord } from '../../../shared/record/goalCheck'
import { readField } from '../../../shared/record/readField'
import { checkField } from '../../../shared/record/checkField'
import type { MatrixReading } from '../../record/matrix'
import { goalText as text } from '../../text/goal'

/** Fields of the record that a cell changes. */
export interface VerdictChange {
  values: Partial<Record<keyof typeof goalCheckRecord.fields, Exclude<FieldValue, unknown[]>>>
}

export type Verdict = NonNullable<GoalRow['check']>['verdicts'][Goal]

export function goalOf(column: string): Goal | undefined {
  return goals.find(({ key }) => key === column)?.key
}

export function verdictOf(row: GoalRow, goal: Goal): Verdict {
  return row.check?.verdicts[goal] ?? { met: null, evidence: null }
}

/** The verdict as it is typed and copied: √, × or nothing. */
export function verdictSign(met: boolean | null): string {
  return met === null ? '' : met ? text.met : text.unmet
}

/** A verdict on a goal. What agrees with the suggestion stands on its evidence; an earlier reason for the same stays. */
export function judge(row: GoalRow, goal: Goal, met: boolean | null): VerdictChange {
  const { suggestions } = row
  const before = verdictOf(row, goal)
  const kept = before.met === met ? before.evidence : null
  const evidence = met !== null && suggestions[goal].met === met ? suggestions[goal].evidence : kept
  return { values: { [`${goal}Met`]: met, [`${goal}Evidence`]: met === null ? null : evidence } }
}

/** The suggestion as a verdict; null where there is none. */
export function adopt(row: GoalRow, goal: Goal): VerdictChange | null {
  const { met } = row.suggestions[goal]
  return met === null ? null : judge(row, goal, met)
}

const words: Readonly<Record<string, boolean>> = { 达标: true, 未达标: false, 不达标: false }

/** What was typed or pasted into a cell of the table. */
export function readVerdict(row: GoalRow, column: string, typed: string, today: string): MatrixReading<VerdictChange> {
  const goal = goalOf(column)
  if (goal) return readGoal(row, goal, typed)
  if (column !== 'deadline' && column !== 'remedy') return { ok: false, message: text.locked }
  const field = goalCheckRecord.fields[column]
  const reading = readField(field, typed)
  if (!reading.ok) return reading
  const value = typeof reading.value === 'string' ? reading.value : null
  const finding = checkField(field, value, today)
  if (finding?.level === 'error') return { ok: false, message: finding.message }
  return { ok: true, change: value === (row.check?.[column] ?? null) ? null : { values: { [column]: value } } }
}

function readGoal(row: GoalRow, goal: Goal, typed: string): MatrixReading<VerdictChange> {
  const plain = typed.normalize('NFKC').trim()
  const before = verdictOf(row, goal)
  if (plain === '=') {
    const change = adopt(row, goal)
    return change ? { ok: true, change: isSame(before, change, goal) ? null : change } : { ok: false, message: text.noSuggestionHere }
  }
  const reading = words[plain] === undefined ? readField(goalCheckRecord.fields[`${goal}Met`], plain) : { ok: true as const, value: words[plain] }
  if (!reading.ok) return { ok: false, message: text.unreadable(typed.trim()) }
  const met = typeof reading.value === 'boolean' ? reading.value : null
  return { ok: true, change: met === before.met ? null : judge(row, goal, met) }
}

function isSame(before: Verdict, { values }: VerdictChange, goal: Goal): boolean {
  return before.met === values[`${goal}Met`] && before.evidence === values[`${goal}Evidence`]
}

/** The row as it looks with the change, before the office has answered. */
export function withChange(row: GoalRow, { values }: VerdictChange, today: string): GoalRow {
  const check = row.check ?? { id: 0, version: 0, checkedOn: today, verdicts: noVerdicts(), remedy: null, deadline: null }
  const verdicts = { ...check.verdicts }
  for (const { key } of goals) {
    const [met, evidence] = [values[`${key}Met`], values[`${key}Evidence`]]
    if (typeof met === 'boolean' || met === null) verdicts[key] = { met, evidence: typeof evidence === 'string' ? evidence : null }
  }
  const told = (name: 'remedy' | 'deadline'): string | null => {
    const value = values[name]
    return value === undefined ? check[name] : typeof value === 'string' ? value : null
  }
  return { ...row, check: { ...check, verdicts, remedy: told('remedy'), deadline: told('deadline') } }
}

function noVerdicts(): Record<Goal, Verdict> {
  const none = { met: null, evidence: null }
  return { org: none, place: none, fund: none, activity: none, rule: none, effect: none }
}
