import { z } from 'zod'
import {
  coverageStatuses,
  deliveryStates,
  jointBases,
  operatingStatuses,
  orgModes,
  orgTypes,
  secretarySources,
  unbuiltReasons,
  enterpriseTypes,
} from '../domain/valueDomain'

const text = z.string().nullable()
const count = z.number().int().min(0).nullable()
const flag = z.boolean().nullable()
const date = z.string().nullable()
const delivery = z.enum(deliveryStates).nullable()

/**
 * One enterprise flattened to the fields of form F01, in its column order. Null means "not stated", which is
 * never the same as 0, false or "". Dates are YYYY-MM-DD, money is 万元 with two decimals.
 */
export const ledgerFields = z.object({
  unitName: z.string(),
  enterpriseName: z.string(),
  creditCode: text,
  placeName: text,
  businessAddress: text,
  enterpriseType: z.enum(enterpriseTypes).nullable(),
  industry: text,
  operatingStatus: z.enum(operatingStatuses),
  isAboveScale: flag,
  employees: count,
  annualRevenue: z.number().nullable(),
  contactName: text,
  contactPhone: text,
  ownerName: text,
  ownerIsMember: flag,
  ownerIsSecretary: flag,
  ownerIsDelegate: flag,
  formalMembers: count,
  probationaryMembers: count,
  membersRegisteredHere: count,
  floatingMembers: count,
  activists: count,
  admittedThisYear: count,
  hasPartyOrg: z.boolean(),
  partyOrgName: text,
  orgMode: z.enum(orgModes).nullable(),
  jointBasis: z.enum(jointBases).nullable(),
  orgType: z.enum(orgTypes).nullable(),
  orgFoundedOn: date,
  parentOrgName: text,
  lastElectionOn: date,
  termEndsOn: date,
  secretaryName: text,
  secretarySource: z.enum(secretarySources).nullable(),
  secretaryPost: text,
  secretaryPhone: text,
  unbuiltReason: z.enum(unbuiltReasons).nullable(),
  plannedFoundingOn: date,
  liaisonName: text,
  liaisonEmployerPost: text,
  liaisonPhone: text,
  hasUnion: flag,
  hasLeague: flag,
  hasWomenOrg: flag,
  'delivery.room': delivery,
  'delivery.board': delivery,
  'delivery.rules': delivery,
  'delivery.plaque': delivery,
  'delivery.flag': delivery,
  'delivery.books': delivery,
  'goal.org': flag,
  'goal.place': flag,
  'goal.fund': flag,
  'goal.activity': flag,
  'goal.rule': flag,
  'goal.effect': flag,
  note: text,
})
export type LedgerFields = z.infer<typeof ledgerFields>
export type LedgerField = keyof LedgerFields

/** A ledger row as the app lists it: the F01 fields, who it is, and its coverage on the asked date. */
export const ledgerRow = ledgerFields.extend({
  id: z.number().int(),
  unitId: z.number().int(),
  /** Coverage on the cut-off date, exactly one of five (docs/domain.md, sets). */
  status: z.enum(coverageStatuses),
  /** In words, why: 正式党员 4 名,可单独组建;现由联合组织覆盖. */
  reason: z.string(),
  /** Counts in the denominator (实体运营) with the settings in force. */
  inBase: z.boolean(),
  /** 从业人员规模 by the bands in force: 10–49 人; null when 从业人员 are not stated. */
  sizeBand: z.string().nullable(),
  version: z.number().int(),
  updatedAt: z.string(),
})
export type LedgerRow = z.infer<typeof ledgerRow>
