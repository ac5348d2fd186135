import { visitsOfYear } from '../../../shared/domain/visitFrequency'
import type { EntityManager } from '../db/gate'
import { orgRepository } from '../db/repositories/orgRepository'
import { visitRepository, type DutyRecord } from '../db/repositories/visitRepository'

/** Visits of a year up to a day: Σ min(done, required) and Σ required (docs/domain.md 3.2, 走访完成率). */
export interface Visits {
  done: number
  asked: number
}

interface Year {
  year: number
  asOf: string
  telephoneCounts: boolean
}

/** By the unit of the enterprise. */
export function unitVisits(manager: EntityManager, year: Year): Promise<Map<number, Visits>> {
  return summed(manager, year, ({ unitId }) => unitId)
}

/** By the organisation that covers the enterprise. */
export async function orgVisits(manager: EntityManager, year: Year): Promise<Map<number, Visits>> {
  const orgs = await orgRepository.byEnterprise(manager, year.asOf)
  return summed(manager, year, ({ enterpriseId }) => orgs.get(enterpriseId))
}

async function summed(
  manager: EntityManager,
  { year, asOf, telephoneCounts }: Year,
  keyOf: (duty: DutyRecord) => number | undefined,
): Promise<Map<number, Visits>> {
  const sums = new Map<number, Visits>()
  for (const duty of await visitRepository.duties(manager, { on: asOf, since: `${year}-01-01`, telephoneCounts })) {
    const key = keyOf(duty)
    if (key === undefined) continue
    const { required, fulfilled } = visitsOfYear(duty, duty.visits, asOf)
    const sum = sums.get(key) ?? { done: 0, asked: 0 }
    sums.set(key, { done: sum.done + fulfilled, asked: sum.asked + required })
  }
  return sums
}
