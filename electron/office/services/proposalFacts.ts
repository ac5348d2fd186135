import { answerState } from '../../../shared/domain/answerStanding'
import type { FieldValue } from '../../../shared/record/field'
import type { EntityManager } from '../db/gate'
import { recordRepository } from '../db/repositories/recordRepository'
import { readRecords } from '../db/storedRecord'
import type { Computed, ComputeScene } from './computeScene'

/** `answerState` of the 意见建议: whether the answer is late. */
export async function proposalFacts(
  manager: EntityManager,
  ids: readonly number[],
  { today }: ComputeScene,
): Promise<Map<number, Computed>> {
  const records = readRecords(manager, 'proposal', ids)
  return new Map([...records].map(([id, { values }]) => [id, { answerState: stateOf(values, today) }]))
}

/** Ids of the 意见建议 that stand so. */
export async function proposalsByAnswer(
  manager: EntityManager,
  wanted: readonly unknown[],
  { today }: ComputeScene,
): Promise<number[]> {
  const { rows } = await recordRepository.page(manager, 'proposal', {
    filter: { is: {}, terms: [] }, sort: null, offset: 0, limit: 1_000_000,
  })
  return rows.filter(({ values }) => wanted.includes(stateOf(values, today))).map(({ id }) => id)
}

function stateOf(values: Readonly<Record<string, FieldValue>>, today: string) {
  return answerState(values['state'] as string | null, values['answerDue'] as string | null, today)
}
