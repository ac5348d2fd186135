import { planStates, type PlanState } from '../../../shared/domain/planStanding'
import type { RecordKind } from '../../../shared/record/recordKind'
import { worklistKinds, worklists, type Worklist } from '../../../shared/record/worklist'
import { coverageStatuses } from '../../../shared/domain/valueDomain'
import type { VisitState } from '../../../shared/domain/visitFrequency'
import type { EntityManager } from '../db/gate'
import { planRepository } from '../db/repositories/planRepository'
import { visitRepository } from '../db/repositories/visitRepository'
import { isLookOpen, newcomerLooks, openSince } from './newcomerLooks'
import { dutyStandings, type WorkScene } from './visitDuties'

type List = (manager: EntityManager, scene: WorkScene) => Promise<number[]>

const lists: Record<Worklist, List> = {
  dueUnbuilt: (manager, scene) => unbuilt(manager, scene, { isEligible: true }),
  unbuilt: (manager, scene) => unbuilt(manager, scene),
  planned: (manager, scene) => unbuilt(manager, scene, { states: planStates.filter((state) => state !== '未列计划') }),
  planOverdue: (manager, scene) => unbuilt(manager, scene, { states: ['逾期'] }),
  newcomer: async (manager, scene) => (await newcomerLooks(manager, scene)).map(({ newcomer }) => newcomer.id),
  followUpOpen: async (manager, scene) =>
    (await newcomerLooks(manager, scene))
      .filter(isLookOpen)
      .sort((a, b) => (openSince(a) < openSince(b) ? -1 : openSince(a) > openSince(b) ? 1 : 0))
      .map(({ newcomer }) => newcomer.id),
  uncontacted: (manager, { today }) => visitRepository.uncontacted(manager, { on: today }),
  living: (manager, { today }) => visitRepository.living(manager, today),
  visitOverdue: (manager, scene) => standingAs(manager, scene, '逾期'),
  visitDue: (manager, scene) => standingAs(manager, scene, '待走访'),
  expired: (manager, { today }) => visitRepository.expired(manager, today),
  openProblem: (manager) => visitRepository.openProblems(manager, {}),
  overdueProblem: (manager, { today }) => visitRepository.openProblems(manager, { overdueOn: today }),
}

type Find = (manager: EntityManager, values: readonly unknown[], scene: WorkScene) => Promise<number[]>

/** The records of the named worklists of a kind in the order of their urgency; a name that is none of its finds nothing. */
function worklistIds(kind: RecordKind): Find {
  return async (manager, names, scene) => {
    const found: number[] = []
    for (const name of worklists) {
      if (names.includes(name) && worklistKinds[name] === kind) found.push(...(await lists[name](manager, scene)))
    }
    return found
  }
}

/** What ledgers of these kinds may be filtered by beside their fields: worklists, and facts of workFacts.ts. */
export const workFinders = {
  enterprise: {
    worklist: worklistIds('enterprise'),
    status: (manager, values, { today, settings }) =>
      planRepository.byCoverage(manager, {
        on: today,
        rules: settings.rules,
        statuses: coverageStatuses.filter((status) => values.includes(status)),
      }),
    planState: (manager, values, scene) => unbuilt(manager, scene, { states: planStates.filter((state) => values.includes(state)) }),
    firstLook: async (manager, values, scene) =>
      (await newcomerLooks(manager, scene)).filter(({ first }) => values.includes(first.state)).map(({ newcomer }) => newcomer.id),
    secondLook: async (manager, values, scene) =>
      (await newcomerLooks(manager, scene)).filter(({ second }) => values.includes(second.state)).map(({ newcomer }) => newcomer.id),
  },
  assignment: {
    worklist: worklistIds('assignment'),
    visitState: async (manager, values, scene) =>
      (await dutyStandings(manager, scene)).filter(({ state }) => values.includes(state)).map(idOf),
  },
  visit: { worklist: worklistIds('visit') },
} satisfies Partial<Record<RecordKind, Record<string, Find>>>

function unbuilt(
  manager: EntityManager,
  { today, settings }: WorkScene,
  only: { isEligible?: boolean; states?: readonly PlanState[] } = {},
): Promise<number[]> {
  return planRepository.unbuilt(manager, { on: today, rules: settings.rules, ...only })
}

function idOf({ id }: { id: number }): number {
  return id
}

/** 逾期: the longest overdue first; 待走访: the fewest days left first; equal ones by what is missing. */
async function standingAs(manager: EntityManager, scene: WorkScene, state: VisitState): Promise<number[]> {
  const found = (await dutyStandings(manager, scene)).filter((standing) => standing.state === state)
  const order = state === '逾期' ? -1 : 1
  return found.sort((a, b) => order * (a.days - b.days) || b.missing - a.missing || a.id - b.id).map(idOf)
}
