import { z } from 'zod'
import { jointObstacles, jointStrategies } from '../domain/jointProposal'
import { unbuiltReasons } from '../domain/valueDomain'
import { read, write } from './define'
import { acceptedEnterprise, bond, isUnique, placedEnterprise } from './placed'
import { savedEdit } from './record'
import { ofUnits } from './visit'

const count = z.number().int()

/** 实体运营 enterprises without an organisation, and the plans for them. */
export const planSummary = z.object({
  unbuilt: count,
  /** 应建未建: as many 正式党员 as `minMembers`. */
  dueUnbuilt: count,
  minMembers: count,
  planned: count,
  /** Planned for a month that has passed, and for this one. */
  overdue: count,
  thisMonth: count,
  /** By 未建原因 in the order of the list; null: none given. */
  reasons: z.array(z.object({ reason: z.enum(unbuiltReasons).nullable(), count })),
})

const strategy = z.enum(jointStrategies)

/** 联合组建建议 (shared/domain/jointProposal.ts) over the unbuilt with fewer 正式党员 than an organisation needs. */
export const jointProposal = z.object({
  minMembers: count,
  jointLimit: count,
  /** What each strategy would come to. */
  alternatives: z.array(z.object({ strategy, groups: count, enterprises: count, left: count })),
  groups: z.array(z.object({ bond, formalMembers: count, enterprises: z.array(placedEnterprise) })),
  left: z.array(z.object({ enterprise: placedEnterprise, why: z.enum(jointObstacles) })),
  /** Unbuilt with too few members, but planned for already; unbuilt without any, or none stated. Neither is proposed. */
  planned: count,
  memberless: count,
})
export type JointPlanProposal = z.infer<typeof jointProposal>

/** Accepted groups; none of their enterprises twice. */
const acceptedGroups = z
  .array(
    z.object({
      enterprises: z.array(acceptedEnterprise).min(2).max(100),
      /** 组建措施 of each of them: with whom and why. What was planned before stays in front. */
      measure: z.string().trim().max(500),
    }),
  )
  .min(1)
  .max(5000)
  .refine((groups) => isUnique(groups.flatMap(({ enterprises }) => enterprises.map(({ id }) => id))))

export const planCalls = {
  'plan.summary': read(ofUnits, planSummary),
  /** Writes nothing. */
  'plan.jointProposal': read(ofUnits.extend({ strategy: strategy.default('就近少设') }), jointProposal),
  /**
   * Plans accepted groups as 联合组建, all in one edit. Refuses with `conflict` {reason: 'stale-proposal', name, count}
   * when one of the enterprises was changed, built or planned for since, or a group keeps the limits no more.
   */
  'plan.acceptJoint': write(
    z.object({
      groups: acceptedGroups,
      plannedFoundingOn: z.iso.date(),
      responsibleUnit: z.string().trim().max(40).nullable().default(null),
      responsible: z.string().trim().max(20).nullable().default(null),
      label: z.string().trim().max(100).optional(),
      operator: z.string().trim().max(20).default(''),
    }),
    savedEdit,
  ),
}
