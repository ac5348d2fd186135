import { answerState } from '../../../shared/domain/answerStanding'
import type { EntityManager } from '../db/gate'
import { workRepository } from '../db/repositories/workRepository'
import type { Computed, ComputeScene } from './computeScene'

/** `answerState` of the 意见建议: whether the answer is late. */
export async function proposalFacts(
  manager: EntityManager,
  ids: readonly number[],
  { today }: ComputeScene,
): Promise<Map<number, Computed>> {
  const answers = await workRepository.answers(manager, ids)
  return new Map(answers.map(({ id, state, answerDue }) => [id, { answerState: answerState(state, answerDue, today) }]))
}

/** Ids of the 意见建议 that stand so. */
export async function proposalsByAnswer(
  manager: EntityManager,
  wanted: readonly unknown[],
  { today }: ComputeScene,
): Promise<number[]> {
  const answers = await workRepository.answers(manager)
  return answers.filter(({ state, answerDue }) => wanted.includes(answerState(state, answerDue, today))).map(({ id }) => id)
}
