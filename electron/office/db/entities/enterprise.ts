import { Column, Entity, ForeignKey, Index } from 'typeorm'
import type {
  EnterpriseType,
  OperatingStatus,
  OrgMode,
  Sector,
  UnbuiltReason,
} from '../../../../shared/domain/valueDomain'
import { StoredRow } from './storedRow'
import { Unit } from './unit'
import { wholeNumber } from './wholeNumber'

/**
 * 企业 (docs/domain.md 9.2). Null means "not stated", never 0 or false. Money is integer 分 though the forms speak
 * of 万元. `nameKey`, `searchText` and `sortKey` are derived: whoever writes a name, code or address writes them too.
 */
@Entity('enterprise')
@Index('enterprise_credit_code_living', ['creditCode'], {
  unique: true,
  where: 'deleted_at IS NULL AND credit_code IS NOT NULL',
})
@Index('enterprise_name_key', ['nameKey'])
// Records of any kind are asked for by the unit of their enterprise, a removed one included.
@Index('enterprise_unit', ['unitId'])
// A search looks through every text: here it need not read the wide rows, and new ids are appended.
@Index('enterprise_search', ['id', 'searchText'], { where: 'deleted_at IS NULL' })
// Everything that S1 counts and that the usual order of the ledger needs, so that neither reads the wide rows; SQLite
// sees that only if `deletedAt` is in it too.
@Index(
  'enterprise_living',
  [
    'unitId',
    'operatingStatus',
    'sector',
    'formalMembers',
    'isAboveScale',
    'hasUnion',
    'hasLeague',
    'hasWomenOrg',
    'sortKey',
    'deletedAt',
  ],
  { where: 'deleted_at IS NULL' },
)
export class Enterprise extends StoredRow {
  /** As on the seal. */
  @Column({ type: 'text', name: 'name' })
  name: string

  /** Normalised name: the same key is the same enterprise. */
  @Column({ type: 'text', name: 'name_key' })
  nameKey: string

  /** Lower-case simplified words, pinyin and initials that a search may hit. */
  @Column({ type: 'text', name: 'search_text' })
  searchText: string

  /** Pinyin of the name; text order of the key is Chinese order. */
  @Column({ type: 'text', name: 'sort_key' })
  sortKey: string

  @Column({ type: 'simple-json', name: 'former_names', default: '[]' })
  formerNames: string[]

  @Column({ type: 'text', name: 'short_name', nullable: true })
  shortName: string | null

  /** Unique among living rows when present. */
  @Column({ type: 'text', name: 'credit_code', nullable: true })
  creditCode: string | null

  @Column({ type: 'text', name: 'old_code', nullable: true })
  oldCode: string | null

  @Column({ type: 'text', name: 'sector', default: '非公企业' })
  sector: Sector

  @ForeignKey(() => Unit, { name: 'fk_enterprise_unit', onDelete: 'RESTRICT' })
  @Column({ type: 'integer', name: 'unit_id' })
  unitId: number

  @Column({ type: 'text', name: 'community', nullable: true })
  community: string | null

  @Column({ type: 'text', name: 'place_kind', nullable: true })
  placeKind: string | null

  @Column({ type: 'text', name: 'place_name', nullable: true })
  placeName: string | null

  @Column({ type: 'text', name: 'registered_address', nullable: true })
  registeredAddress: string | null

  @Column({ type: 'text', name: 'business_address', nullable: true })
  businessAddress: string | null

  @Column({ type: 'text', name: 'enterprise_type', nullable: true })
  enterpriseType: EnterpriseType | null

  @Column({ type: 'text', name: 'legal_form', nullable: true })
  legalForm: string | null

  @Column({ type: 'boolean', name: 'is_legal_person', default: true })
  isLegalPerson: boolean

  /** Name of the GB/T 4754 section as in `industryNames`. */
  @Column({ type: 'text', name: 'industry', nullable: true })
  industry: string | null

  /** As typed in the sheet. */
  @Column({ type: 'text', name: 'industry_text', nullable: true })
  industryText: string | null

  @Column({ type: 'text', name: 'local_industry', nullable: true })
  localIndustry: string | null

  @Column({ type: 'boolean', name: 'is_new_economy', nullable: true })
  isNewEconomy: boolean | null

  @Column({ type: 'text', name: 'established_on', nullable: true })
  establishedOn: string | null

  /** 分 */
  @Column({ type: 'bigint', name: 'registered_capital', nullable: true, transformer: wholeNumber })
  registeredCapital: number | null

  /** 分 */
  @Column({ type: 'bigint', name: 'annual_revenue', nullable: true, transformer: wholeNumber })
  annualRevenue: number | null

  @Column({ type: 'integer', name: 'annual_revenue_year', nullable: true })
  annualRevenueYear: number | null

  @Column({ type: 'text', name: 'size_class', nullable: true })
  sizeClass: string | null

  @Column({ type: 'boolean', name: 'is_above_scale', nullable: true })
  isAboveScale: boolean | null

  @Column({ type: 'boolean', name: 'is_three_have', nullable: true })
  isThreeHave: boolean | null

  @Column({ type: 'text', name: 'operating_status', default: '正常经营' })
  operatingStatus: OperatingStatus

  @Column({ type: 'text', name: 'status_since', nullable: true })
  statusSince: string | null

  @Column({ type: 'text', name: 'status_reason', nullable: true })
  statusReason: string | null

  @Column({ type: 'text', name: 'verified_on', nullable: true })
  verifiedOn: string | null

  @Column({ type: 'integer', name: 'employees', nullable: true })
  employees: number | null

  @Column({ type: 'text', name: 'contact_name', nullable: true })
  contactName: string | null

  @Column({ type: 'text', name: 'contact_phone', nullable: true })
  contactPhone: string | null

  @Column({ type: 'text', name: 'legal_rep_name', nullable: true })
  legalRepName: string | null

  @Column({ type: 'boolean', name: 'legal_rep_is_member', nullable: true })
  legalRepIsMember: boolean | null

  @Column({ type: 'text', name: 'legal_rep_phone', nullable: true })
  legalRepPhone: string | null

  @Column({ type: 'text', name: 'owner_name', nullable: true })
  ownerName: string | null

  @Column({ type: 'boolean', name: 'owner_is_member', nullable: true })
  ownerIsMember: boolean | null

  @Column({ type: 'boolean', name: 'owner_is_secretary', nullable: true })
  ownerIsSecretary: boolean | null

  @Column({ type: 'boolean', name: 'owner_is_delegate', nullable: true })
  ownerIsDelegate: boolean | null

  @Column({ type: 'integer', name: 'formal_members', nullable: true })
  formalMembers: number | null

  @Column({ type: 'integer', name: 'probationary_members', nullable: true })
  probationaryMembers: number | null

  @Column({ type: 'integer', name: 'members_registered_here', nullable: true })
  membersRegisteredHere: number | null

  @Column({ type: 'integer', name: 'members_registered_elsewhere', nullable: true })
  membersRegisteredElsewhere: number | null

  @Column({ type: 'integer', name: 'floating_members', nullable: true })
  floatingMembers: number | null

  @Column({ type: 'integer', name: 'members_under35', nullable: true })
  membersUnder35: number | null

  @Column({ type: 'integer', name: 'members_management', nullable: true })
  membersManagement: number | null

  @Column({ type: 'integer', name: 'members_technical', nullable: true })
  membersTechnical: number | null

  @Column({ type: 'integer', name: 'members_frontline', nullable: true })
  membersFrontline: number | null

  @Column({ type: 'integer', name: 'activists', nullable: true })
  activists: number | null

  @Column({ type: 'integer', name: 'applicants', nullable: true })
  applicants: number | null

  @Column({ type: 'integer', name: 'admitted_this_year', nullable: true })
  admittedThisYear: number | null

  @Column({ type: 'boolean', name: 'has_union', nullable: true })
  hasUnion: boolean | null

  @Column({ type: 'boolean', name: 'has_league', nullable: true })
  hasLeague: boolean | null

  @Column({ type: 'boolean', name: 'has_women_org', nullable: true })
  hasWomenOrg: boolean | null

  @Column({ type: 'integer', name: 'party_workers', nullable: true })
  partyWorkers: number | null

  @Column({ type: 'integer', name: 'full_time_party_workers', nullable: true })
  fullTimePartyWorkers: number | null

  @Column({ type: 'text', name: 'unbuilt_reason', nullable: true })
  unbuiltReason: UnbuiltReason | null

  @Column({ type: 'text', name: 'unbuilt_note', nullable: true })
  unbuiltNote: string | null

  @Column({ type: 'text', name: 'planned_mode', nullable: true })
  plannedMode: OrgMode | null

  @Column({ type: 'text', name: 'planned_founding_on', nullable: true })
  plannedFoundingOn: string | null

  @Column({ type: 'text', name: 'planned_founding_on_precision', nullable: true })
  plannedFoundingOnPrecision: 'day' | 'month' | null

  @Column({ type: 'text', name: 'planned_measure', nullable: true })
  plannedMeasure: string | null

  @Column({ type: 'text', name: 'progress', nullable: true })
  progress: string | null

  @Column({ type: 'text', name: 'responsible_unit', nullable: true })
  responsibleUnit: string | null

  @Column({ type: 'text', name: 'responsible', nullable: true })
  responsible: string | null

  @Column({ type: 'simple-json', name: 'tags', default: '[]' })
  tags: string[]

  @Column({ type: 'text', name: 'note', nullable: true })
  note: string | null
}
