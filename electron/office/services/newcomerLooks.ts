import { addYears } from '../../../shared/domain/calendarDate'
import { followUpStanding, type FollowUpStanding } from '../../../shared/domain/followUpStanding'
import type { EntityManager } from '../db/gate'
import { planRepository, type Newcomer } from '../db/repositories/planRepository'
import type { WorkScene } from './visitDuties'

/** A newly founded enterprise with its two looks. */
export interface NewcomerLooks {
  newcomer: Newcomer
  first: FollowUpStanding
  second: FollowUpStanding
}

/** The enterprises founded within a year, the latest first. */
export async function newcomerLooks(
  manager: EntityManager,
  { today, settings }: WorkScene,
  among: { ids?: readonly number[]; unitIds?: readonly number[] | undefined } = {},
): Promise<NewcomerLooks[]> {
  const { followUpFirstDays, followUpSecondDays } = settings.reminders
  const found = await planRepository.newcomers(manager, { since: addYears(today, -1), on: today, ...among })
  return found.map((newcomer) => {
    const { establishedOn, firstId, secondId } = newcomer
    return {
      newcomer,
      first: followUpStanding({ establishedOn, afterDays: followUpFirstDays, done: firstId !== null }, today),
      second: followUpStanding({ establishedOn, afterDays: followUpSecondDays, done: secondId !== null }, today),
    }
  })
}

/** One of the two looks is 到期 or 逾期. */
export function isLookOpen({ first, second }: NewcomerLooks): boolean {
  return [first, second].some(({ state }) => state === '到期' || state === '逾期')
}

/** The day of the look that has been open longest. */
export function openSince({ first, second }: NewcomerLooks): string {
  return first.state === '已跟踪' ? second.dueOn : first.dueOn
}
