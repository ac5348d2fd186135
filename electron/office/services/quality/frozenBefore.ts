import { z } from 'zod'
import type { EntityManager } from '../../db/gate'
import { periodRepository } from '../../db/repositories/periodRepository'

const figure = z.number().nullable().default(null)

/** A row of a snapshot as far as it is compared with the present. Rows frozen before a field was kept lack it. */
const frozenRow = z.looseObject({
  id: z.number().int(),
  unitId: z.number().int(),
  operatingStatus: z.string(),
  status: z.string(),
  partyOrgName: z.string().nullable().default(null),
  employees: figure,
  annualRevenue: figure,
  formalMembers: figure,
  probationaryMembers: figure,
  membersRegisteredHere: figure,
  floatingMembers: figure,
  activists: figure,
})
export type FrozenEnterprise = z.infer<typeof frozenRow>

/** What the last locked period said of each enterprise. */
export interface FrozenBefore {
  label: string
  enterprises: readonly FrozenEnterprise[]
}

/** Of the last period that was locked and ended before a day. */
export async function readBefore(manager: EntityManager, today: string): Promise<FrozenBefore | null> {
  const last = (await periodRepository.inForce(manager)).find(({ cutOffOn }) => cutOffOn < today)
  if (!last) return null
  return { label: last.label, enterprises: z.array(frozenRow).parse(await periodRepository.snapshot(manager, last.id)) }
}
