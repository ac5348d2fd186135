import type { JointBasis, OrgMode, OrgType, SecretarySource } from '../../../shared/domain/valueDomain'
import type { ImportFields } from './importField'
import type { KnownUnit } from './unitIndex'

/** A living enterprise as the ledger has it: its flattened fields, its keys, and the records they come from. */
export interface KnownEnterprise extends Omit<ImportFields, 'hasLiaison' | 'liaisonKind'> {
  id: number
  unitId: number
  version: number
  nameKey: string
  formerNames: readonly string[]
  partyOrgId: number | null
  coverageId: number | null
  liaisonId: number | null
  assignmentId: number | null
  deliveryIds: Readonly<Partial<Record<string, number>>>
  goalCheckId: number | null
  goalPeriod: string | null
}

export interface KnownOrg {
  id: number
  name: string
  nameKey: string
  unitId: number
  mode: OrgMode
  jointBasis: JointBasis | null
  orgType: OrgType | null
  foundedOn: string | null
  parentOrgName: string | null
  lastElectionOn: string | null
  termEndsOn: string | null
  secretary: { termId: number; name: string; source: SecretarySource | null; post: string | null; phone: string | null } | null
}

export interface KnownLiaison {
  id: number
  name: string
  phone: string | null
  employerPost: string | null
}

/** What an import is planned against. */
export interface KnownLedger {
  regionName: string | null
  units: readonly KnownUnit[]
  enterprises: readonly KnownEnterprise[]
  orgs: readonly KnownOrg[]
  liaisons: readonly KnownLiaison[]
  /** The last 报告期 whose figures are locked. */
  locked: { label: string; cutOffOn: string } | null
}
