import { z } from 'zod'
import { jointBases } from '../domain/valueDomain'
import { nearnesses } from '../domain/jointBond'

const count = z.number().int()

/** An enterprise as a proposal shows it: the version is the one it was proposed by. */
export const placedEnterprise = z.object({
  id: count,
  version: count,
  name: z.string(),
  unitId: count,
  unitName: z.string(),
  community: z.string().nullable(),
  placeKind: z.string().nullable(),
  placeName: z.string().nullable(),
  businessAddress: z.string().nullable(),
  industry: z.string().nullable(),
  formalMembers: count.nullable(),
})
export type PlacedEnterprise = z.infer<typeof placedEnterprise>

/** What enterprises have in common (shared/domain/jointBond.ts). */
export const bond = z.object({ level: z.enum(nearnesses), basis: z.enum(jointBases), name: z.string() })

/** An enterprise a person accepts a proposal for, as it was when it was proposed. */
export const acceptedEnterprise = z.object({ id: count.positive(), version: count })

/** No enterprise may be accepted twice. */
export function isUnique(ids: readonly number[]): boolean {
  return new Set(ids).size === ids.length
}
