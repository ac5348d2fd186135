import { Column, Entity, ForeignKey, Index } from 'typeorm'
import type { JointBasis, OrgMode, OrgSector, OrgType } from '../../../../shared/domain/valueDomain'
import { Enterprise } from './enterprise'
import { StoredRow } from './storedRow'
import { Unit } from './unit'

/** 党组织 (docs/domain.md 9.3). Its members are the sum over its enterprises; stated counts are a check value. */
@Entity('party_org')
@Index('party_org_name_key', ['nameKey'])
@Index('party_org_unit', ['unitId'])
export class PartyOrg extends StoredRow {
  @Column({ type: 'text', name: 'name' })
  name: string

  /** Normalised organisation key: without 中共, the ending folded to the type. */
  @Column({ type: 'text', name: 'name_key' })
  nameKey: string

  @Column({ type: 'text', name: 'org_type', nullable: true })
  orgType: OrgType | null

  @Column({ type: 'text', name: 'mode' })
  mode: OrgMode

  @Column({ type: 'text', name: 'joint_basis', nullable: true })
  jointBasis: JointBasis | null

  @Column({ type: 'text', name: 'code', nullable: true })
  code: string | null

  /** Where it is administered; may differ from its enterprises’ units. */
  @ForeignKey(() => Unit, { name: 'fk_party_org_unit', onDelete: 'RESTRICT' })
  @Column({ type: 'integer', name: 'unit_id' })
  unitId: number

  /** As typed, when no record answers to it. */
  @Column({ type: 'text', name: 'parent_org_name', nullable: true })
  parentOrgName: string | null

  @ForeignKey(() => PartyOrg, { name: 'fk_party_org_parent', onDelete: 'RESTRICT' })
  @Column({ type: 'integer', name: 'parent_org_id', nullable: true })
  parentOrgId: number | null

  @ForeignKey(() => Enterprise, { name: 'fk_party_org_lead_enterprise', onDelete: 'RESTRICT' })
  @Column({ type: 'integer', name: 'lead_enterprise_id', nullable: true })
  leadEnterpriseId: number | null

  @Column({ type: 'text', name: 'founded_on', nullable: true })
  foundedOn: string | null

  @Column({ type: 'text', name: 'founded_on_precision', nullable: true })
  foundedOnPrecision: 'day' | 'month' | null

  @Column({ type: 'text', name: 'approval_no', nullable: true })
  approvalNo: string | null

  @Column({ type: 'text', name: 'last_election_on', nullable: true })
  lastElectionOn: string | null

  @Column({ type: 'integer', name: 'term_years', nullable: true })
  termYears: number | null

  /** As stated; null when it is to be computed. */
  @Column({ type: 'text', name: 'term_ends_on', nullable: true })
  termEndsOn: string | null

  @Column({ type: 'text', name: 'extended_to', nullable: true })
  extendedTo: string | null

  @Column({ type: 'text', name: 'extension_no', nullable: true })
  extensionNo: string | null

  @Column({ type: 'text', name: 'reminded_on', nullable: true })
  remindedOn: string | null

  @Column({ type: 'text', name: 'reminded_by', nullable: true })
  remindedBy: string | null

  @Column({ type: 'text', name: 'planned_election_on', nullable: true })
  plannedElectionOn: string | null

  @Column({ type: 'text', name: 'election_method', nullable: true })
  electionMethod: string | null

  @Column({ type: 'integer', name: 'deputy_secretaries', nullable: true })
  deputySecretaries: number | null

  @Column({ type: 'integer', name: 'committee_size', nullable: true })
  committeeSize: number | null

  @Column({ type: 'text', name: 'contact_name', nullable: true })
  contactName: string | null

  @Column({ type: 'text', name: 'contact_phone', nullable: true })
  contactPhone: string | null

  /** ㎡ */
  @Column({ type: 'double precision', name: 'place_area', nullable: true })
  placeArea: number | null

  @Column({ type: 'text', name: 'grade', nullable: true })
  grade: string | null

  @Column({ type: 'boolean', name: 'is_standard', nullable: true })
  isStandard: boolean | null

  @Column({ type: 'integer', name: 'formal_members_stated', nullable: true })
  formalMembersStated: number | null

  @Column({ type: 'integer', name: 'probationary_stated', nullable: true })
  probationaryStated: number | null

  @Column({ type: 'text', name: 'dissolved_on', nullable: true })
  dissolvedOn: string | null

  @Column({ type: 'text', name: 'dissolve_reason', nullable: true })
  dissolveReason: string | null

  /** Proposed on import, not yet confirmed by a person (待核实). */
  @Column({ type: 'boolean', name: 'unverified', default: false })
  unverified: boolean

  /** When the result of the last election was reported to the superior. */
  @Column({ type: 'text', name: 'reported_on', nullable: true })
  reportedOn: string | null

  /** 党组织类型 as stated; null where its enterprises say it (shared/domain/orgClass). */
  @Column({ type: 'text', name: 'org_sector', nullable: true })
  orgSector: OrgSector | null

  /** 行业类别 as stated, a word of the local list; null likewise. */
  @Column({ type: 'text', name: 'local_industry', nullable: true })
  localIndustry: string | null
}
