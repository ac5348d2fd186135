import type { LedgerField } from '../../../../shared/contract/ledgerRow'
import type {
  deliveryItems} from '../../../../shared/domain/valueDomain';
import {
  deliveryStates,
  enterpriseTypes,
  industryNames,
  jointBases,
  operatingStatuses,
  orgModes,
  orgTypes,
  secretarySources,
  unbuiltReasons,
} from '../../../../shared/domain/valueDomain'

/** A joined table a column is read from; without one it is the enterprise `e` itself. */
export type LedgerSource = 'unit' | 'org' | 'secretary' | 'liaison' | 'goal' | `delivery.${string}`

export interface LedgerColumn {
  /** SQL expression of the value. */
  value: string
  source?: LedgerSource
  /** Stored as 0/1/null. */
  isFlag?: true
  /** SQL expression that sorts as people expect where the value does not. */
  order?: string
  /** Closed list whose order is the sort order. */
  domain?: readonly string[]
}

/** Each F01 field of a ledger row: where it stands, and how it sorts. Money is 分 in the tables and 万元 outside. */
export const ledgerColumns: Readonly<Record<LedgerField, LedgerColumn>> = {
  unitName: { value: 'u.name', source: 'unit', order: 'u.sort_no' },
  enterpriseName: { value: 'e.name', order: 'e.sort_key' },
  creditCode: { value: 'e.credit_code' },
  placeName: { value: 'e.place_name' },
  businessAddress: { value: 'e.business_address' },
  enterpriseType: { value: 'e.enterprise_type', domain: enterpriseTypes },
  industry: { value: 'e.industry', domain: industryNames },
  operatingStatus: { value: 'e.operating_status', domain: operatingStatuses },
  isAboveScale: { value: 'e.is_above_scale', isFlag: true },
  employees: { value: 'e.employees' },
  annualRevenue: { value: 'e.annual_revenue / 1000000.0', order: 'e.annual_revenue' },
  contactName: { value: 'e.contact_name' },
  contactPhone: { value: 'e.contact_phone' },
  ownerName: { value: 'e.owner_name' },
  ownerIsMember: { value: 'e.owner_is_member', isFlag: true },
  ownerIsSecretary: { value: 'e.owner_is_secretary', isFlag: true },
  ownerIsDelegate: { value: 'e.owner_is_delegate', isFlag: true },
  formalMembers: { value: 'e.formal_members' },
  probationaryMembers: { value: 'e.probationary_members' },
  membersRegisteredHere: { value: 'e.members_registered_here' },
  floatingMembers: { value: 'e.floating_members' },
  activists: { value: 'e.activists' },
  admittedThisYear: { value: 'e.admitted_this_year' },
  hasPartyOrg: { value: 'covering.enterprise_id IS NOT NULL', source: 'org', isFlag: true },
  partyOrgName: { value: 'o.name', source: 'org' },
  orgMode: { value: 'o.mode', source: 'org', domain: orgModes },
  jointBasis: { value: 'o.joint_basis', source: 'org', domain: jointBases },
  orgType: { value: 'o.org_type', source: 'org', domain: orgTypes },
  orgFoundedOn: { value: 'o.founded_on', source: 'org' },
  parentOrgName: { value: 'coalesce(o.parent_org_name, parent_org.name)', source: 'org' },
  lastElectionOn: { value: 'o.last_election_on', source: 'org' },
  termEndsOn: { value: 'o.term_ends_on', source: 'org' },
  secretaryName: { value: 's.name', source: 'secretary' },
  secretarySource: { value: 's.source', source: 'secretary', domain: secretarySources },
  secretaryPost: { value: 's.enterprise_post', source: 'secretary' },
  secretaryPhone: { value: 's.phone', source: 'secretary' },
  unbuiltReason: { value: 'e.unbuilt_reason', domain: unbuiltReasons },
  plannedFoundingOn: { value: 'e.planned_founding_on' },
  liaisonName: { value: 'l.name', source: 'liaison' },
  liaisonEmployerPost: { value: employerPost('l'), source: 'liaison' },
  liaisonPhone: { value: 'l.phone', source: 'liaison' },
  hasUnion: { value: 'e.has_union', isFlag: true },
  hasLeague: { value: 'e.has_league', isFlag: true },
  hasWomenOrg: { value: 'e.has_women_org', isFlag: true },
  'delivery.room': delivery('room'),
  'delivery.board': delivery('board'),
  'delivery.rules': delivery('rules'),
  'delivery.plaque': delivery('plaque'),
  'delivery.flag': delivery('flag'),
  'delivery.books': delivery('books'),
  'goal.org': { value: 'g.org_met', source: 'goal', isFlag: true },
  'goal.place': { value: 'g.place_met', source: 'goal', isFlag: true },
  'goal.fund': { value: 'g.fund_met', source: 'goal', isFlag: true },
  'goal.activity': { value: 'g.activity_met', source: 'goal', isFlag: true },
  'goal.rule': { value: 'g.rule_met', source: 'goal', isFlag: true },
  'goal.effect': { value: 'g.effect_met', source: 'goal', isFlag: true },
  note: { value: 'e.note' },
}

function delivery(item: (typeof deliveryItems)[number]['key']): LedgerColumn {
  return { value: `delivery_${item}.state`, source: `delivery.${item}`, domain: deliveryStates }
}

/** Employer and post of a liaison as one text, the way the forms ask for it; null when neither is known. */
export function employerPost(liaison: string): string {
  return `CASE WHEN ${liaison}.employer IS NULL THEN ${liaison}.post
    ELSE ${liaison}.employer || coalesce(${liaison}.post, '') END`
}
