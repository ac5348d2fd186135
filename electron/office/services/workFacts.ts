import type { RecordRow } from '../../../shared/contract/record'
import { daysBetween } from '../../../shared/domain/calendarDate'
import { percent, rate } from '../../../shared/domain/percentage'
import { planState } from '../../../shared/domain/planStanding'
import { addVisitSums } from '../../../shared/domain/visitFrequency'
import type { EntityManager } from '../db/gate'
import { planRepository } from '../db/repositories/planRepository'
import { visitRepository } from '../db/repositories/visitRepository'
import { workRepository } from '../db/repositories/workRepository'
import { newcomerLooks } from './newcomerLooks'
import { workedDuties, type WorkedDuty, type WorkScene } from './visitDuties'

type Facts = Map<number, RecordRow['computed']>

/** Load of each liaison: enterprises today, visits of this year asked, made and fulfilled, how many are overdue. */
export async function liaisonFacts(manager: EntityManager, ids: readonly number[], scene: WorkScene): Promise<Facts> {
  const load = await workRepository.liaisonLoad(manager, ids, scene.today)
  const duties = new Map(ids.map((id): [number, WorkedDuty[]] => [id, []]))
  for (const worked of await workedDuties(manager, scene, { liaisonIds: ids })) duties.get(worked.duty.liaisonId)?.push(worked)
  return new Map(
    load.map(({ id, ...facts }) => {
      const own = duties.get(id) ?? []
      const { required, done, fulfilled } = addVisitSums(own.map(({ year }) => year))
      const overdue = own.filter(({ standing }) => standing?.state === '逾期').length
      return [id, { ...facts, required, done, fulfilled, rate: percent(rate(fulfilled, required)), overdue }]
    }),
  )
}

/** Where each assignment stands, and its visits of this year. */
export async function assignmentFacts(manager: EntityManager, ids: readonly number[], scene: WorkScene): Promise<Facts> {
  const duties = new Map((await workedDuties(manager, scene, { ids })).map((worked) => [worked.duty.id, worked]))
  const facts = await visitRepository.assignmentFacts(manager, ids, scene.today)
  return new Map(
    facts.map(({ id, ended, ...shown }) => {
      const { year, standing } = duties.get(id) ?? { year: null, standing: null }
      return [
        id,
        {
          ...shown,
          visitState: ended ? '已结束' : (standing?.state ?? null),
          asked: standing?.asked ?? null,
          doneNow: standing?.done ?? null,
          missing: standing?.missing ?? null,
          visitDueOn: standing?.dueOn ?? null,
          visitDays: standing?.dueOn ? standing.days : null,
          required: year?.required ?? null,
          done: year?.done ?? null,
          rate: year ? percent(rate(year.fulfilled, year.required)) : null,
        },
      ]
    }),
  )
}

/** How far the problem of each visit is, and when somebody looked again. */
export async function visitFacts(manager: EntityManager, ids: readonly number[], { today }: WorkScene): Promise<Facts> {
  const facts = await visitRepository.visitFacts(manager, ids)
  return new Map(
    facts.map(({ id, problem, deadline, followedOn }): [number, RecordRow['computed']] => {
      if (problem !== 'open') return [id, { problemState: problem && '已销号', problemDays: null, followedOn }]
      const problemDays = deadline === null ? null : daysBetween(today, deadline)
      const problemState = problemDays !== null && problemDays < 0 ? '超期' : '未销号'
      return [id, { problemState, problemDays, followedOn }]
    }),
  )
}

/** Of an enterprise's plan; of a newly founded one the two looks too, with the ids of those on record. */
export async function planFacts(manager: EntityManager, ids: readonly number[], scene: WorkScene): Promise<Facts> {
  const looks = new Map((await newcomerLooks(manager, scene, { ids })).map((found) => [found.newcomer.id, found]))
  const plans = await planRepository.plannedMonths(manager, ids)
  return new Map(
    plans.map(({ id, plannedFoundingOn }) => {
      const found = looks.get(id)
      return [
        id,
        {
          planState: planState(plannedFoundingOn, scene.today),
          firstLook: found?.first.state ?? null,
          firstLookDueOn: found?.first.dueOn ?? null,
          firstLookId: found?.newcomer.firstId ?? null,
          firstLookDoneOn: found?.newcomer.firstDoneOn ?? null,
          secondLook: found?.second.state ?? null,
          secondLookDueOn: found?.second.dueOn ?? null,
          secondLookId: found?.newcomer.secondId ?? null,
          secondLookDoneOn: found?.newcomer.secondDoneOn ?? null,
        },
      ]
    }),
  )
}
