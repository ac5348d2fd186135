import { z } from 'zod'
import { isEligible, isRegistered, type CoverageRules } from '../../../../shared/domain/coverage'
import type { EnterpriseFact } from '../../../../shared/domain/statistics/tableFacts'
import { coverageStatuses, deliveryItems, deliveryStates, goals, operatingStatuses, type Goal } from '../../../../shared/domain/valueDomain'

const count = z.number().int().nullable().default(null)
const text = z.string().nullable().default(null)

/** A row of a snapshot as far as the tables read it. Rows that were frozen before a field was kept lack it. */
const frozenRow = z.looseObject({
  id: z.number().int(),
  unitId: z.number().int(),
  placeName: text,
  inBase: z.boolean(),
  isAboveScale: z.boolean().nullable().default(null),
  status: z.enum(coverageStatuses),
  operatingStatus: z.enum(operatingStatuses),
  enterpriseType: text,
  industry: text,
  unbuiltReason: text,
  partyOrgId: count,
  establishedOn: text,
  employees: count,
  formalMembers: count,
  probationaryMembers: count,
  membersRegisteredHere: count,
  membersRegisteredElsewhere: count,
  floatingMembers: count,
  activists: count,
  admittedThisYear: count,
  deliveryAmount: z.number().default(0),
})

/** An enterprise as a locked period froze it. 应建 goes by the rules in force, for a snapshot keeps no rules. */
export function frozenFact(row: Record<string, unknown>, rules: CoverageRules): EnterpriseFact {
  const { isAboveScale, ...frozen } = frozenRow.parse(row)
  const judged = goals.map(({ key }) => [key, flagOf(row[`goal.${key}`])] as const)
  return {
    id: frozen.id,
    unitId: frozen.unitId,
    placeName: frozen.placeName,
    registered: isRegistered(frozen),
    inBase: frozen.inBase,
    eligible: isEligible(frozen, rules),
    aboveScale: isAboveScale === true,
    status: frozen.status,
    operatingStatus: frozen.operatingStatus,
    enterpriseType: frozen.enterpriseType,
    industry: frozen.industry,
    unbuiltReason: frozen.unbuiltReason,
    partyOrgId: frozen.partyOrgId,
    establishedOn: frozen.establishedOn,
    employees: frozen.employees,
    formalMembers: frozen.formalMembers,
    probationaryMembers: frozen.probationaryMembers,
    membersRegisteredHere: frozen.membersRegisteredHere,
    membersRegisteredElsewhere: frozen.membersRegisteredElsewhere,
    floatingMembers: frozen.floatingMembers,
    activists: frozen.activists,
    admittedThisYear: frozen.admittedThisYear,
    deliveries: Object.fromEntries(
      deliveryItems.flatMap(({ key }) => {
        const state = deliveryStates.find((known) => known === row[`delivery.${key}`])
        return state ? [[key, state]] : []
      }),
    ),
    deliveryAmount: frozen.deliveryAmount,
    goals: judged.some(([, met]) => met !== null) ? (Object.fromEntries(judged) as Record<Goal, boolean | null>) : null,
  }
}

function flagOf(value: unknown): boolean | null {
  return typeof value === 'boolean' ? value : null
}
