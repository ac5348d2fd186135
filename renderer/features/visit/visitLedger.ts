import type { RecordRow } from '../../../shared/contract/record'
import type { Tone } from '../../record/gridColumns'
import type { LedgerDescription } from '../../record/ledgerDescription'
import { visitText } from '../../text/visit'

const tones: Partial<Record<string, Tone>> = { 超期: 'bad', 未销号: 'warn', 已销号: 'good' }

/** The colour of how far a visit's problem is. */
export function problemTone({ computed }: Pick<RecordRow, 'computed'>): Tone | null {
  return tones[String(computed['problemState'] ?? '')] ?? null
}

const { columns, problems, groups } = visitText
const state = { name: 'problemState', header: columns.problemState, width: 84, tone: problemTone }
const followed = { name: 'followedOn', header: columns.followedOn, width: 104 }
const problem: LedgerDescription['columns'] = ['problem', 'measure', 'responsible', 'deadline', 'resolution', 'resolvedOn']
const form = [
  { title: groups.visit, fields: ['visitedOn', 'liaisonId', 'mode', 'enterpriseId', 'metPersons', 'content'] },
  { title: groups.problem, fields: ['problem', 'measure', 'responsible', 'deadline', 'resolution', 'resolvedOn'] },
  { title: groups.more, fields: ['suggestion', 'followsVisitId'] },
]

/** The form of one visit, also that of the quick entry. */
export const visitForm = form

export const visitLedger: LedgerDescription = {
  kind: 'visit',
  title: visitText.title,
  form: 'F05',
  columns: [
    'visitedOn', { name: 'enterpriseId', width: 220 }, { name: 'liaisonId', width: 104 }, 'mode', { name: 'content', width: 240 },
    state, ...problem, followed, { name: 'unitName', width: 100 }, 'metPersons', 'suggestion',
  ],
  filters: [
    'unit',
    'mode',
    'resolution',
    {
      field: 'worklist',
      label: visitText.list,
      options: [
        { value: 'openProblem', label: visitText.lists.openProblem },
        { value: 'overdueProblem', label: visitText.lists.overdueProblem },
      ],
    },
    'period',
  ],
  searchHint: visitText.searchHint,
  groups: form,
  preset: { mode: '实地' },
  keep: ['visitedOn', 'liaisonId', 'mode'],
  areas: ['enterprise', 'liaison'],
}

/** 问题台账: what is not solved, the overdue first. */
export const problemLedger: LedgerDescription = {
  kind: 'visit',
  title: problems.title,
  columns: [
    state, { name: 'enterpriseId', width: 220 }, { name: 'unitName', width: 100 }, ...problem,
    { name: 'problemDays', header: columns.problemDays, width: 108 }, 'visitedOn', { name: 'liaisonId', width: 104 }, followed,
    { name: 'content', hidden: true },
  ],
  filters: ['unit', 'resolution', 'period'],
  searchHint: visitText.searchHint,
  fixed: { is: { worklist: ['openProblem'] } },
  groups: form,
  closed: true,
  none: { title: problems.none, note: problems.noneNote },
  areas: ['enterprise', 'liaison'],
  viewKey: 'problems',
}
