import type { EntityManager } from '../db/gate'
import { workRepository } from '../db/repositories/workRepository'
import type { Computed } from './computeScene'

/** What a relation shows of its enterprise beside its name: 正式党员. */
export async function coverageFacts(manager: EntityManager, ids: readonly number[]): Promise<Map<number, Computed>> {
  const members = await workRepository.coveredMembers(manager, ids)
  return new Map(members.map(({ id, formalMembers }) => [id, { formalMembers }]))
}
