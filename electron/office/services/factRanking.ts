import { electionStates, electionStanding } from '../../../shared/domain/election'
import { followUpStates } from '../../../shared/domain/followUpStanding'
import { rate } from '../../../shared/domain/percentage'
import { addVisitSums, visitStates, type VisitSum } from '../../../shared/domain/visitFrequency'
import type { RecordKind } from '../../../shared/record/recordKind'
import type { EntityManager } from '../db/gate'
import { factOrder, rankedOrder, type FactOrder } from '../db/repositories/factOrder'
import { termRepository } from '../db/repositories/termRepository'
import { workRepository } from '../db/repositories/workRepository'
import type { ComputeScene } from './computeScene'
import { keptRanking } from './keptRanking'
import { newcomerLooks, type NewcomerLooks } from './newcomerLooks'
import { workedDuties, type WorkedDuty } from './visitDuties'

type Value = string | number | null | undefined
type Ranked = [id: number, value: Value]

interface RankScene extends ComputeScene {
  /** Records of other units may be left out. */
  unitIds?: readonly number[] | undefined
}

/** Values of a fact by record, as far as records have one. */
type Rank = (manager: EntityManager, scene: RankScene) => Promise<Ranked[]>

/** Facts that follow from rules in shared/domain: worked out for all records that have them, then put in order. */
const rankings: Partial<Record<RecordKind, Readonly<Record<string, Rank>>>> = {
  enterprise: {
    firstLook: looks(({ first }) => followUpStates.indexOf(first.state)),
    firstLookDueOn: looks(({ first }) => first.dueOn),
    firstLookDoneOn: looks(({ newcomer }) => newcomer.firstDoneOn),
    secondLook: looks(({ second }) => followUpStates.indexOf(second.state)),
    secondLookDueOn: looks(({ second }) => second.dueOn),
    secondLookDoneOn: looks(({ newcomer }) => newcomer.secondDoneOn),
  },
  partyOrg: {
    endsOn: terms(({ endsOn }) => endsOn),
    daysToTermEnd: terms(({ days }) => days),
    overdueMoreThanYear: terms(({ overdueMoreThanYear }) => Number(overdueMoreThanYear)),
    electionState: terms(({ state }, isGuess) => (isGuess ? electionStates.length : electionStates.indexOf(state))),
  },
  liaison: {
    required: loads(({ sum }) => sum.required),
    done: loads(({ sum }) => sum.done),
    fulfilled: loads(({ sum }) => sum.fulfilled),
    rate: loads(({ sum }) => rate(sum.fulfilled, sum.required)),
    overdue: loads(({ overdue }) => overdue),
  },
  assignment: {
    visitState: duties(({ standing }) => standing && visitStates.indexOf(standing.state)),
    asked: duties(({ standing }) => standing?.asked),
    doneNow: duties(({ standing }) => standing?.done),
    missing: duties(({ standing }) => standing?.missing),
    visitDueOn: duties(({ standing }) => standing?.dueOn),
    visitDays: duties(({ standing }) => (standing?.dueOn ? standing.days : null)),
    required: duties(({ year }) => year.required),
    done: duties(({ year }) => year.done),
    rate: duties(({ year }) => rate(year.fulfilled, year.required)),
  },
}

/** How a ledger is put in the order of a computed fact; undefined for what is no fact of the kind, or has no order. */
export async function orderByFact(
  manager: EntityManager,
  kind: RecordKind,
  sort: { field: string; descending: boolean } | null,
  scene: RankScene & { ids?: readonly number[] | undefined },
): Promise<{ fact: FactOrder; descending: boolean } | undefined> {
  if (!sort) return undefined
  const { field, descending } = sort
  const { today, settings, ids, unitIds } = scene
  const known = factOrder(kind, field, { on: today, rules: settings.rules, ids })
  if (known) return { fact: known, descending }
  const rank = rankings[kind]?.[field]
  if (!rank) return undefined
  const ranking = await keptRanking(manager, [kind, field, descending, today, unitIds], async () => inOrder(await rank(manager, scene), descending))
  return { fact: rankedOrder(ranking), descending: false }
}

/** Ids by their value; those without one are left out, equal ones stay as they were. */
function inOrder(values: readonly Ranked[], descending: boolean): number[] {
  const stated = values.flatMap(([id, value]): [number, string | number][] => (value === null || value === undefined ? [] : [[id, value]]))
  const direction = descending ? -1 : 1
  stated.sort(([, one], [, other]) => (one < other ? -direction : one > other ? direction : 0))
  return stated.map(([id]) => id)
}

function looks(value: (looks: NewcomerLooks) => Value): Rank {
  return async (manager, scene) => (await newcomerLooks(manager, scene, { unitIds: scene.unitIds })).map((found) => [found.newcomer.id, value(found)])
}

function duties(value: (worked: WorkedDuty) => Value): Rank {
  return async (manager, scene) =>
    (await workedDuties(manager, scene, { unitIds: scene.unitIds })).map((worked) => [worked.duty.id, value(worked)])
}

/** 届满 of the organisations in use; `isGuess`: nobody stated an election, the end follows from the founding. */
function terms(value: (standing: NonNullable<ReturnType<typeof electionStanding>>, isGuess: boolean) => Value): Rank {
  return async (manager, { today, settings }) => {
    const found = await termRepository.ends(manager, today)
    return found.map((org): Ranked => {
      const standing = electionStanding({ ...org, type: org.orgType }, today, settings.reminders.electionMonths)
      return [org.id, standing && value(standing, org.lastElectionOn === null && org.termEndsOn === null)]
    })
  }
}

interface Load {
  sum: VisitSum
  overdue: number
}

function loads(value: (load: Load) => Value): Rank {
  return async (manager, scene) => {
    const byLiaison = new Map((await workRepository.liaisonIds(manager)).map((id): [number, WorkedDuty[]] => [id, []]))
    for (const worked of await workedDuties(manager, scene)) byLiaison.get(worked.duty.liaisonId)?.push(worked)
    return [...byLiaison].map(([id, own]): Ranked => {
      const overdue = own.filter(({ standing }) => standing?.state === '逾期').length
      return [id, value({ sum: addVisitSums(own.map(({ year }) => year)), overdue })]
    })
  }
}
