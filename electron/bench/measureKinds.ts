import type { Input } from '../../shared/contract/index'
import type { RecordFilter } from '../../shared/contract/record'
import { planStates } from '../../shared/domain/planStanding'
import { answerStates } from '../../shared/domain/answerStanding'
import { electionStates } from '../../shared/domain/election'
import { visitStates } from '../../shared/domain/visitFrequency'
import { coverageStatuses } from '../../shared/domain/valueDomain'
import { definitionOf, fieldsOf, recordKinds, type RecordKind } from '../../shared/record/recordKind'
import { sortableFactsOf } from '../../shared/record/sortableFact'
import { worklistKinds } from '../../shared/record/worklist'
import { enterprises, openFullOffice, type Call } from './fullOffice'
import { median } from './median'
import { busySeconds } from './timed'

const rounds = 3

/** Computed facts a ledger can be filtered by (services/computedFilters.ts), with one of their values each. */
const computed: Partial<Record<RecordKind, Readonly<Record<string, readonly string[]>>>> = {
  enterprise: { status: coverageStatuses, planState: planStates, firstLook: ['逾期'], secondLook: ['未到'] },
  partyOrg: { electionState: electionStates, state: ['在用', '已撤销'] },
  assignment: { visitState: visitStates },
  proposal: { answerState: answerStates },
}

interface Question {
  title: string
  input: Input<'record.page'>
}

/** Prints, for every kind of record, what its first page and its slowest question take over a full ledger. */
export async function measureKinds(folder: string): Promise<void> {
  const { call, close } = await openFullOffice(folder)
  for (const kind of recordKinds) {
    const answers: { title: string; seconds: number }[] = []
    for (const { title, input } of questionsOf(kind)) answers.push({ title, seconds: await measured(call, input) })
    const [first] = answers
    const slowest = answers.reduce((slow, answer) => (answer.seconds > slow.seconds ? answer : slow))
    process.stdout.write(
      `${definitionOf(kind).label} over ${enterprises} enterprises: ${shown(first?.seconds ?? 0)} for the first page, ` +
        `${shown(slowest.seconds)} for the slowest of ${answers.length} questions (${slowest.title})\n`,
    )
  }
  await close()
}

const shown = (seconds: number): string => `${(seconds * 1000).toFixed(0)} ms`

async function measured(call: Call, input: Input<'record.page'>): Promise<number> {
  const times: number[] = []
  for (let round = 0; round <= rounds; round++) {
    const time = await busySeconds(() => call('record.page', input))
    if (round > 0) times.push(time)
  }
  return median(times)
}

/** What a ledger of the kind can be asked from the screen: pages, orders, words, units, values, days, worklists. */
function questionsOf(kind: RecordKind): Question[] {
  const { date } = definitionOf(kind)
  const filtered = (title: string, filter: RecordFilter): Question => ({ title, input: { kind, filter } })
  const questions: Question[] = [
    { title: 'first page', input: { kind } },
    { title: 'far down', input: { kind, offset: 20_000 } },
    filtered('unit', { unitIds: [3] }),
    filtered('search', { search: '示范77' }),
    filtered('enterprise', { enterpriseId: 77 }),
  ]
  for (const [name, field] of fieldsOf(kind)) {
    questions.push({ title: `by ${name}`, input: { kind, sort: { field: name, descending: true } } })
    if (field.type === 'choice') questions.push(filtered(`${name} is`, { is: { [name]: [field.options[0] ?? ''] } }))
    if (field.type === 'flag') questions.push(filtered(`${name} is`, { is: { [name]: [true] } }))
  }
  for (const field of sortableFactsOf(kind)) questions.push({ title: `by ${field}`, input: { kind, sort: { field, descending: true } } })
  questions.push({ title: 'by unit', input: { kind, sort: { field: 'unitName', descending: false } } })
  if (date) questions.push(filtered('days', { from: '2026-01-01', to: '2026-06-30' }))
  for (const [name, values] of Object.entries(computed[kind] ?? {})) {
    for (const value of values) questions.push(filtered(`${name} ${value}`, { is: { [name]: [value] } }))
  }
  for (const [worklist, of] of Object.entries(worklistKinds)) {
    if (of === kind) questions.push(filtered(`worklist ${worklist}`, { is: { worklist: [worklist] } }))
  }
  return questions
}
