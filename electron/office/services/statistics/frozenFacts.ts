import { z } from 'zod'
import { isEligible, isRegistered, type CoverageRules } from '../../../../shared/domain/coverage'
import type { EnterpriseFact } from '../../../../shared/domain/statistics/tableFacts'
import { coverageStatuses, deliveryItems, deliveryStates, goals, operatingStatuses, type Goal } from '../../../../shared/domain/valueDomain'

const count = z.number().int().nullable().default(null)
const text = z.string().nullable().default(null)

/** A row of a snapshot as far as the tables read it. Rows that were frozen before a field was kept lack it. */
const frozenRow = z.object({
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

/** What a snapshot decides itself since it keeps all that the tables read. */
const decidedRow = frozenRow.omit({ isAboveScale: true }).extend({
  registered: z.boolean(),
  eligible: z.boolean(),
  aboveScale: z.boolean(),
  deliveries: z.partialRecord(z.enum(deliveryItems.map(({ key }) => key)), z.enum(deliveryStates)),
  goals: z.record(z.enum(goals.map(({ key }) => key)), z.boolean().nullable()).nullable(),
})

/**
 * An enterprise as a locked period froze it. One that was frozen before snapshots kept the settings is 应建 by the rules
 * given.
 */
export function frozenFact(row: Record<string, unknown>, rules: CoverageRules): EnterpriseFact {
  return 'eligible' in row ? factOf(decidedRow.parse(row)) : earlierFact(row, rules)
}

function earlierFact(row: Record<string, unknown>, rules: CoverageRules): EnterpriseFact {
  const { isAboveScale, ...frozen } = frozenRow.parse(row)
  const judged = goals.map(({ key }) => [key, flagOf(row[`goal.${key}`])] as const)
  return factOf({
    ...frozen,
    registered: isRegistered(frozen),
    eligible: isEligible(frozen, rules),
    aboveScale: isAboveScale === true,
    deliveries: Object.fromEntries(
      deliveryItems.flatMap(({ key }) => {
        const state = deliveryStates.find((known) => known === row[`delivery.${key}`])
        return state ? [[key, state]] : []
      }),
    ),
    goals: judged.some(([, met]) => met !== null) ? (Object.fromEntries(judged) as Record<Goal, boolean | null>) : null,
  })
}

/** Without what else the ledger row holds. */
function factOf(frozen: EnterpriseFact): EnterpriseFact {
  return {
    id: frozen.id,
    unitId: frozen.unitId,
    placeName: frozen.placeName,
    registered: frozen.registered,
    inBase: frozen.inBase,
    eligible: frozen.eligible,
    aboveScale: frozen.aboveScale,
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
    deliveries: frozen.deliveries,
    deliveryAmount: frozen.deliveryAmount,
    goals: frozen.goals,
  }
}

function flagOf(value: unknown): boolean | null {
  return typeof value === 'boolean' ? value : null
}
