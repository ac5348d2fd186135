import { z } from 'zod'
import { liaisonReasons } from '../domain/liaisonProposal'
import { frequencyUnits, liaisonKinds } from '../domain/valueDomain'
import { read, write } from './define'
import { asOf } from './enterprise'
import { acceptedEnterprise, isUnique, placedEnterprise } from './placed'
import { savedEdit } from './record'
import { ofUnits } from './visit'

/** An active 指导员 or 联络员 with the enterprises assigned to him on the date. */
export const liaisonRow = z.object({
  id: z.number().int(),
  name: z.string(),
  kind: z.enum(liaisonKinds),
  fullTime: z.boolean(),
  /** Employer and post as typed together. */
  employerPost: z.string().nullable(),
  phone: z.string().nullable(),
  enterpriseCount: z.number().int(),
  enterprises: z.array(z.string()),
})

const count = z.number().int()

/** An officer of a proposal: where he works, and how many enterprises he has before and with what is proposed. */
export const proposedOfficer = z.object({
  id: count,
  version: count,
  name: z.string(),
  kind: z.enum(liaisonKinds),
  employerPost: z.string().nullable(),
  /** Told from his enterprises and his employer. */
  unitNames: z.array(z.string()),
  /** May be sent to other units too. */
  roves: z.boolean(),
  before: count,
  after: count,
})
export type ProposedOfficer = z.infer<typeof proposedOfficer>

/** 联络员分派建议 (shared/domain/liaisonProposal.ts) over the 未覆盖 of 实体运营. */
export const liaisonProposal = z.object({
  /** Enterprises of one officer at most. */
  limit: count,
  assignments: z.array(
    z.object({
      enterprise: placedEnterprise,
      liaisonId: count,
      reason: z.enum(liaisonReasons),
      /** The place, village or road both share; null for other reasons. */
      shared: z.string().nullable(),
    }),
  ),
  /** Those in office by unit and name. */
  officers: z.array(proposedOfficer),
  left: z.array(z.object({ enterprise: placedEnterprise, why: z.enum(['no-officer', 'all-full']) })),
  /** In office, but of a township nobody can tell: proposed for nothing. */
  unplaced: z.array(z.object({ id: count, name: z.string(), employerPost: z.string().nullable() })),
})
export type LiaisonAssignmentProposal = z.infer<typeof liaisonProposal>

const id = count.positive()

export const liaisonCalls = {
  'liaison.list': read(z.object({ unitId: z.number().int().optional(), asOf }), z.array(liaisonRow)),
  /** Writes nothing. */
  'liaison.proposal': read(ofUnits, liaisonProposal),
  /**
   * Writes accepted assignments, all in one edit. Refuses with `conflict` {reason: 'stale-proposal', name, count} when
   * an enterprise was changed or is covered since, or an officer was changed, has other enterprises than `before`, or
   * would get more than the limit.
   */
  'liaison.acceptProposal': write(
    z.object({
      assignments: z
        .array(z.object({ enterprise: acceptedEnterprise, liaisonId: id }))
        .min(1)
        .max(20_000)
        .refine((list) => isUnique(list.map(({ enterprise }) => enterprise.id))),
      /** Every officer of the assignments, as he was when they were proposed. */
      officers: z.array(z.object({ id, version: count, before: count })).max(20_000),
      from: z.iso.date(),
      frequencyTimes: count.min(1).max(100),
      frequencyUnit: z.enum(frequencyUnits),
      label: z.string().trim().max(100).optional(),
      operator: z.string().trim().max(20).default(''),
    }),
    savedEdit,
  ),
}
