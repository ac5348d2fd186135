import type { RecordFilter } from '../../../shared/contract/record'
import type { RecordKind } from '../../../shared/record/recordKind'
import { listedKinds } from '../../../shared/domain/statistics/statTable'
import type { EntityManager } from '../db/gate'
import { orgRepository } from '../db/repositories/orgRepository'
import type { ComputeScene } from './computeScene'
import { electionStateOf } from './describeOrg'
import { countedIds } from './statistics/countedIds'
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

/** What a figure of a table counts, asked of any ledger a figure opens. */
const countedIn = 'countedIn'

export function isComputedFilter(kind: RecordKind, name: string): boolean {
  return name === countedIn || Object.hasOwn(finders[kind] ?? {}, name)
}

async function find(manager: EntityManager, kind: RecordKind, name: string, values: readonly unknown[], scene: ComputeScene): Promise<readonly number[]> {
  const listed = listedKinds.find((known) => known === kind)
  if (name !== countedIn) return (await finders[kind]?.[name]?.(manager, values, scene)) ?? []
  return listed ? countedIds(manager, listed, String(values[0]), scene) : []
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
    const found = new Set(await find(manager, kind, name, values, scene))
    ids = ids?.filter((id) => found.has(id)) ?? [...found]
  }
  const stored = Object.entries(filter.is ?? {}).filter(([name]) => !isComputedFilter(kind, name))
  const ranked = asked.some(([name]) => name === 'worklist')
  return { ...filter, is: Object.fromEntries(stored), ...(ids ? { ids, ranked } : {}) }
}
