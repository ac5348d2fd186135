import type { RecordFilter } from '../../../shared/contract/record'
import { addDays } from '../../../shared/domain/calendarDate'
import { dueKeys, taskNotice, type DueKey } from '../../../shared/domain/dueWork'
import { electionReminder } from '../../../shared/domain/electionReminder'
import type { FollowUpState } from '../../../shared/domain/followUpStanding'
import type { PlanState } from '../../../shared/domain/planStanding'
import type { RecordKind } from '../../../shared/record/recordKind'
import type { EntityManager } from '../db/gate'
import { planRepository } from '../db/repositories/planRepository'
import { recordRepository } from '../db/repositories/recordRepository'
import { termRepository } from '../db/repositories/termRepository'
import type { Services } from '../dispatch'
import { settleFilter } from './computedFilters'
import type { ComputeScene } from './computeScene'
import { newcomerLooks } from './newcomerLooks'
import type { ServiceContext } from './serviceContext'
import { dutyStandings } from './visitDuties'

type Counts = Partial<Record<DueKey, number>>
type UnitIds = readonly number[] | undefined
type Count = (manager: EntityManager, scene: ComputeScene, unitIds: UnitIds) => Promise<Counts>

/** 首页: what is due today, by the rules of the lists it is done from. */
export function createWorkService(context: ServiceContext): Pick<Services, 'work.due'> {
  const { gate, ports } = context
  return {
    async 'work.due'({ unitIds }) {
      const settings = await context.settings()
      const scene = { today: ports.clock.today(), settings }
      const counts = await gate.read(async (manager) => {
        const all: Counts = {}
        for (const count of [elections, visits, looks, plans, tasks]) Object.assign(all, await count(manager, scene, unitIds))
        return all
      })
      const { electionMonths, electionLastMonths, followUpFirstDays, followUpSecondDays } = settings.reminders
      return {
        today: scene.today,
        counts: dueKeys.flatMap((key) => (counts[key] ? [{ key, count: counts[key] }] : [])),
        electionMonths,
        electionLastMonths,
        firstDays: followUpFirstDays,
        secondDays: followUpSecondDays,
        minMembers: settings.rules.minMembers,
      }
    },
  }
}

const elections: Count = async (manager, { today, settings }, unitIds) => {
  const months = { first: settings.reminders.electionMonths, last: settings.reminders.electionLastMonths }
  const terms = await termRepository.list(manager, { on: today, unitIds })
  const steps = terms.map((term) => electionReminder({ ...term, type: term.orgType }, today, months)?.step)
  const of = (step: string): number => steps.filter((one) => one === step).length
  return {
    electionOverdue: of('届满未换'), electionRequest: of('报请示'), electionLetter: of('发提醒函'), electionReport: of('报换届结果'),
  }
}

const visits: Count = async (manager, scene, unitIds) => {
  const standings = await dutyStandings(manager, scene, unitIds)
  const of = (state: string): number => standings.filter((one) => one.state === state).length
  return {
    visitOverdue: of('逾期'),
    visitDue: of('待走访'),
    assignmentExpired: await listed(manager, scene, 'assignment', { unitIds, is: { worklist: ['expired'] } }),
  }
}

const looks: Count = async (manager, scene, unitIds) => {
  const found = await newcomerLooks(manager, scene, { unitIds })
  const of = (look: 'first' | 'second', state: FollowUpState): number => found.filter((one) => one[look].state === state).length
  return {
    firstLookOverdue: of('first', '逾期'), secondLookOverdue: of('second', '逾期'),
    firstLookDue: of('first', '到期'), secondLookDue: of('second', '到期'),
  }
}

const plans: Count = async (manager, { today, settings }, unitIds) => {
  const found = await planRepository.unbuiltCounts(manager, { on: today, rules: settings.rules, unitIds })
  const of = (state: PlanState | null, eligible = false): number =>
    found.filter((one) => (state === null || one.state === state) && (!eligible || one.eligible)).reduce((sum, { count }) => sum + count, 0)
  return { planOverdue: of('逾期'), planThisMonth: of('本月到期'), dueUnbuilt: of(null, true), dueUnplanned: of('未列计划', true) }
}

/** Tasks somebody set a day for: problems of visits, 任务督办, 意见建议. */
const tasks: Count = async (manager, scene, unitIds) => {
  const { today } = scene
  const open = { state: ['未启动', '办理中'] }
  return {
    problemOverdue: await listed(manager, scene, 'visit', { unitIds, is: { worklist: ['overdueProblem'] } }),
    decisionOverdue: await listed(manager, scene, 'decision', { unitIds, is: open, to: addDays(today, -1) }),
    decisionSoon: await listed(manager, scene, 'decision', { unitIds, is: open, from: today, to: addDays(today, taskNotice) }),
    proposalOverdue: await listed(manager, scene, 'proposal', { unitIds, is: { answerState: ['已超期'] } }),
    proposalSoon: await listed(manager, scene, 'proposal', { unitIds, is: { answerState: ['7天内到期'] } }),
  }
}

/** How many a ledger lists under a filter. */
async function listed(
  manager: EntityManager,
  scene: ComputeScene,
  kind: RecordKind,
  { unitIds, ...filter }: Omit<RecordFilter, 'unitIds'> & { unitIds: UnitIds },
): Promise<number> {
  const settled = await settleFilter(manager, kind, { ...filter, ...(unitIds ? { unitIds: [...unitIds] } : {}) }, scene)
  const { total } = await recordRepository.page(manager, kind, { filter: { ...settled, words: [] }, sort: null, offset: 0, limit: 1 })
  return total
}
