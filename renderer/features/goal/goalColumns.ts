import type { GoalRow } from '../../../shared/contract/goal'
import { goalStanding } from '../../../shared/domain/goalStanding'
import { goals, type Goal } from '../../../shared/domain/valueDomain'
import type { MatrixColumn } from '../../record/matrix'
import { goalText as text } from '../../text/goal'
import { verdictOf, verdictSign } from './verdicts'

/** Unit and enterprise, the six goals with verdict and suggestion, how it stands, remedy and deadline. */
export function goalColumns(labels: Readonly<Record<Goal, string>>, today: () => string): MatrixColumn<GoalRow>[] {
  return [
    { name: 'unitName', header: text.columns.unit, width: 88, pinned: true, editable: false, text: (row) => row.unitName },
    { name: 'name', header: text.columns.name, width: 160, pinned: true, editable: false, text: (row) => row.name },
    ...goals.map(({ key }): MatrixColumn<GoalRow> => ({
      name: key,
      header: labels[key],
      width: 101,
      grows: true,
      editable: true,
      text: (row) => verdictSign(verdictOf(row, key).met),
      spoken: (row) => spokenGoal(row, key),
      draw: (row) => drawnGoal(row, key),
      hint: (row) => spokenGoal(row, key),
    })),
    { name: 'standing', header: text.columns.standing, width: 66, editable: false, text: (row) => goalStanding(goals.map(({ key }) => verdictOf(row, key).met)) },
    {
      name: 'deadline',
      header: text.columns.deadline,
      width: 92,
      editable: true,
      text: ({ check }) => check?.deadline ?? '',
      draw: (row) => drawnDeadline(row, today()),
    },
    { name: 'remedy', header: text.columns.remedy, width: 96, grows: true, editable: true, text: ({ check }) => check?.remedy ?? '', hint: ({ check }) => check?.remedy ?? '' },
    { name: 'partyOrgName', header: text.columns.org, width: 180, hidden: true, editable: false, text: (row) => row.partyOrgName ?? '' },
    { name: 'checkedOn', header: text.columns.checkedOn, width: 92, hidden: true, editable: false, text: ({ check }) => check?.checkedOn ?? '' },
  ]
}

export function spokenGoal(row: GoalRow, goal: Goal): string {
  const { met, evidence } = verdictOf(row, goal)
  return text.spoken(verdictWord(met), suggestionOf(row, goal), evidence ?? '')
}

function verdictWord(met: boolean | null): string {
  return met === null ? text.verdicts.none : met ? text.verdicts.met : text.verdicts.unmet
}

export function suggestionOf({ suggestions }: GoalRow, goal: Goal): string {
  const { met, evidence } = suggestions[goal]
  return met === null ? text.noSuggestion : text.suggested(met, evidence)
}

/** The verdict, and beneath it what the records propose: pale where it agrees, coloured where it does not. */
function drawnGoal(row: GoalRow, goal: Goal): HTMLElement {
  const { met, evidence } = verdictOf(row, goal)
  const cell = document.createElement('div')
  cell.className = 'goal-cell'
  const verdict = document.createElement('span')
  verdict.className = met === null ? 'goal-open' : `status-tag tone-${met ? 'good' : 'bad'}`
  verdict.textContent = verdictWord(met)
  const note = document.createElement('small')
  const suggested = row.suggestions[goal].met
  const differs = met !== null && suggested !== null && suggested !== met
  note.className = differs ? 'goal-note differs' : 'goal-note'
  note.textContent = met !== null && !differs && evidence ? evidence : suggestionOf(row, goal)
  cell.append(verdict, note)
  return cell
}

function drawnDeadline({ check }: GoalRow, today: string): HTMLElement | string {
  if (!check?.deadline) return ''
  const isUnmet = goals.some(({ key }) => check.verdicts[key].met === false)
  if (!isUnmet || check.deadline >= today) return check.deadline
  const late = document.createElement('span')
  late.className = 'goal-late'
  late.textContent = check.deadline
  late.title = text.overdue(check.deadline)
  return late
}
