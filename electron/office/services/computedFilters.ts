import type { RecordFilter } from '../../../shared/contract/record'
import type { RecordKind } from '../../../shared/record/recordKind'
import type { EntityManager } from '../db/gate'
import { orgRepository } from '../db/repositories/orgRepository'
import type { ComputeScene } from './computeScene'
import { electionStateOf } from './describeOrg'
import { proposalsByAnswer } from './proposalFacts'
import { workFinders } from './worklistIds'

type Filter = Omit<RecordFilter, 'search'>

/** Ids of the records whose computed fact has one of the values. */
type Find = (manager: EntityManager, values: readonly unknown[], scene: ComputeScene) => Promise<number[]>

/** Computed facts (computedFacts.ts) a ledger may be filtered by, as if they were fields. */
const finders: Partial<Record<RecordKind, Readonly<Record<string, Find>>>> = {
  ...workFinders,
  proposal: { answerState: proposalsByAnswer },
  partyOrg: {
    async electionState(manager, values, { today, settings }) {
      const orgs = await orgRepository.terms(manager, today)
      const { electionMonths } = settings.reminders
      return orgs.filter((org) => values.includes(electionStateOf(org, today, electionMonths))).map(({ id }) => id)
    },
    async state(manager, values, { today }) {
      return orgRepository.byState(manager, { on: today, dissolved: values.includes('已撤销'), living: values.includes('在用') })
    },
  },
}

export function isComputedFilter(kind: RecordKind, name: string): boolean {
  return Object.hasOwn(finders[kind] ?? {}, name)
}

/** The filter with the conditions on computed facts settled into ids; those of a worklist are ranked by urgency. */
export async function settleFilter<F extends Filter>(
  manager: EntityManager,
  kind: RecordKind,
  filter: F,
  scene: ComputeScene,
): Promise<F & { ids?: number[]; ranked?: boolean }> {
  const asked = Object.entries(filter.is ?? {}).filter(([name, values]) => isComputedFilter(kind, name) && values.length > 0)
  if (asked.length === 0) return filter
  let ids: number[] | undefined
  for (const [name, values] of asked) {
    const found = new Set(await finders[kind]?.[name]?.(manager, values, scene))
    ids = ids?.filter((id) => found.has(id)) ?? [...found]
  }
  const stored = Object.entries(filter.is ?? {}).filter(([name]) => !isComputedFilter(kind, name))
  const ranked = asked.some(([name]) => name === 'worklist')
  return { ...filter, is: Object.fromEntries(stored), ...(ids ? { ids, ranked } : {}) }
}
