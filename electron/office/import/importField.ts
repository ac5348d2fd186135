import type { LedgerFields } from '../../../shared/contract/ledgerRow'
import type { OfficeSettings } from '../../../shared/domain/officeSettings'
import { ownFieldWord, type OwnWords } from '../../../shared/domain/ownWords'
import { deliveryItems, goals, type LiaisonKind, type Sector } from '../../../shared/domain/valueDomain'

type Labels = Pick<OfficeSettings, 'deliveryLabels' | 'goalLabels'>

/** Facts of an enterprise that intake sheets carry beside the F01 fields. Money in 万元. */
export interface SurveyFields {
  sector: Sector
  oldCode: string | null
  industryText: string | null
  registeredAddress: string | null
  establishedOn: string | null
  registeredCapital: number | null
  legalRepName: string | null
  legalRepIsMember: boolean | null
  legalRepPhone: string | null
  membersRegisteredElsewhere: number | null
  partyWorkers: number | null
  fullTimePartyWorkers: number | null
}

/** Everything a ledger sheet can say about one enterprise. */
export type ImportFields = LedgerFields & SurveyFields & { hasLiaison: boolean | null; liaisonKind: LiaisonKind | null }
export type ImportField = keyof ImportFields

/** How a cell of the field is read. */
export type FieldKind =
  /** `person`: the name of somebody, so that a tick or a telephone is none; `multiline`: line ends are kept. */
  | { type: 'text'; max: number; person?: true; multiline?: true }
  | { type: 'code' }
  | { type: 'phone' }
  | { type: 'count' }
  /** Bare figures are in 万元 unless the form is kept in 元. */
  | { type: 'money'; per?: '元' }
  | { type: 'decimal' }
  | { type: 'date'; earliest: string; future: boolean }
  | { type: 'flag' }
  | { type: 'word'; domain: WordDomain }
  /** Several names in one cell: 甲公司、乙公司. */
  | { type: 'names' }
  /** 每月1次 */
  | { type: 'frequency' }

/** Closed lists of words; those of the ledger first, then those of the other forms. */
export type WordDomain =
  | 'enterpriseType'
  | 'industry'
  | 'operatingStatus'
  | 'orgMode'
  | 'jointBasis'
  | 'orgType'
  | 'secretarySource'
  | 'unbuiltReason'
  | 'delivery'
  | 'sector'
  | FormDomain

export type FormDomain =
  | 'liaisonKind'
  | 'fullTime'
  | 'liaisonLevel'
  | 'assignmentState'
  | 'visitMode'
  | 'resolution'
  | 'gender'
  | 'secretaryIdentity'
  | 'fundDirection'
  | 'fundUse'
  | 'deliveryItem'

interface Described {
  label: string
  kind: FieldKind
  /** The F01 group that names whom the column speaks of; resolves leaf headers such as 姓名 and 联系电话. */
  group?: string
}

const text = (max: number): FieldKind => ({ type: 'text', max })
const person = (max: number): FieldKind => ({ type: 'text', max, person: true })
const count: FieldKind = { type: 'count' }
const flag: FieldKind = { type: 'flag' }
const phone: FieldKind = { type: 'phone' }
const orgDate: FieldKind = { type: 'date', earliest: '1921-07-01', future: false }
const word = (domain: WordDomain): FieldKind => ({ type: 'word', domain })

/** Every field an import knows, with its name for people. Order: F01, then the survey form's own. */
export const importFields = {
  unitName: { label: '所属乡镇(街道)', kind: text(40) },
  enterpriseName: { label: '企业名称', kind: text(100), group: '企业基本情况' },
  creditCode: { label: '统一社会信用代码', kind: { type: 'code' }, group: '企业基本情况' },
  placeName: { label: '所在村(社区)、园区或楼宇', kind: text(40), group: '企业基本情况' },
  businessAddress: { label: '经营地址', kind: text(100), group: '企业基本情况' },
  enterpriseType: { label: '企业类型', kind: word('enterpriseType'), group: '企业基本情况' },
  industry: { label: '所属行业', kind: word('industry'), group: '企业基本情况' },
  operatingStatus: { label: '经营状态', kind: word('operatingStatus'), group: '企业基本情况' },
  isAboveScale: { label: '是否规模以上', kind: flag, group: '企业基本情况' },
  employees: { label: '从业人员数', kind: count, group: '企业基本情况' },
  annualRevenue: { label: '年营业收入(万元)', kind: { type: 'money' }, group: '企业基本情况' },
  contactName: { label: '联系人', kind: person(30), group: '企业基本情况' },
  contactPhone: { label: '联系电话', kind: phone, group: '企业基本情况' },
  ownerName: { label: '出资人姓名', kind: text(60), group: '企业出资人情况' },
  ownerIsMember: { label: '出资人是否党员', kind: flag, group: '企业出资人情况' },
  ownerIsSecretary: { label: '出资人是否兼任党组织书记', kind: flag, group: '企业出资人情况' },
  ownerIsDelegate: { label: '是否担任“两代表一委员”', kind: flag, group: '企业出资人情况' },
  formalMembers: { label: '正式党员', kind: count, group: '党员队伍情况(人)' },
  probationaryMembers: { label: '预备党员', kind: count, group: '党员队伍情况(人)' },
  membersRegisteredHere: { label: '组织关系在本企业', kind: count, group: '党员队伍情况(人)' },
  floatingMembers: { label: '流动党员', kind: count, group: '党员队伍情况(人)' },
  activists: { label: '入党积极分子', kind: count, group: '党员队伍情况(人)' },
  admittedThisYear: { label: '本年发展党员', kind: count, group: '党员队伍情况(人)' },
  hasPartyOrg: { label: '是否建立党组织', kind: flag, group: '党组织设置情况' },
  partyOrgName: { label: '党组织名称', kind: text(100), group: '党组织设置情况' },
  orgMode: { label: '组建方式', kind: word('orgMode'), group: '党组织设置情况' },
  jointBasis: { label: '联合组建类型', kind: word('jointBasis'), group: '党组织设置情况' },
  orgType: { label: '党组织类别', kind: word('orgType'), group: '党组织设置情况' },
  orgFoundedOn: { label: '党组织成立时间', kind: orgDate, group: '党组织设置情况' },
  parentOrgName: { label: '上级党组织', kind: text(100), group: '党组织设置情况' },
  lastElectionOn: { label: '本届换届时间', kind: orgDate, group: '党组织设置情况' },
  termEndsOn: { label: '届满时间', kind: { type: 'date', earliest: '1921-07-01', future: true }, group: '党组织设置情况' },
  secretaryName: { label: '书记姓名', kind: person(30), group: '党组织书记情况' },
  secretarySource: { label: '书记来源', kind: word('secretarySource'), group: '党组织书记情况' },
  secretaryPost: { label: '书记企业职务', kind: text(40), group: '党组织书记情况' },
  secretaryPhone: { label: '书记联系电话', kind: phone, group: '党组织书记情况' },
  unbuiltReason: { label: '未建原因', kind: word('unbuiltReason'), group: '未建党组织情况' },
  plannedFoundingOn: { label: '计划组建时间', kind: { type: 'date', earliest: '1949-10-01', future: true }, group: '未建党组织情况' },
  liaisonName: { label: '指导员(联络员)姓名', kind: person(30), group: '党的工作覆盖情况' },
  liaisonEmployerPost: { label: '指导员(联络员)单位及职务', kind: text(80), group: '党的工作覆盖情况' },
  liaisonPhone: { label: '指导员(联络员)联系电话', kind: phone, group: '党的工作覆盖情况' },
  hasUnion: { label: '工会', kind: flag, group: '群团组织情况' },
  hasLeague: { label: '共青团', kind: flag, group: '群团组织情况' },
  hasWomenOrg: { label: '妇联', kind: flag, group: '群团组织情况' },
  'delivery.room': { label: '党员活动室', kind: word('delivery'), group: '“三建三送”落实情况' },
  'delivery.board': { label: '党建宣传专栏', kind: word('delivery'), group: '“三建三送”落实情况' },
  'delivery.rules': { label: '党建工作制度', kind: word('delivery'), group: '“三建三送”落实情况' },
  'delivery.plaque': { label: '党组织牌匾', kind: word('delivery'), group: '“三建三送”落实情况' },
  'delivery.flag': { label: '党旗', kind: word('delivery'), group: '“三建三送”落实情况' },
  'delivery.books': { label: '党建图书', kind: word('delivery'), group: '“三建三送”落实情况' },
  'goal.org': { label: '有组织', kind: flag, group: '“六有”达标情况' },
  'goal.place': { label: '有场地', kind: flag, group: '“六有”达标情况' },
  'goal.fund': { label: '有经费', kind: flag, group: '“六有”达标情况' },
  'goal.activity': { label: '有活动', kind: flag, group: '“六有”达标情况' },
  'goal.rule': { label: '有制度', kind: flag, group: '“六有”达标情况' },
  'goal.effect': { label: '有作用', kind: flag, group: '“六有”达标情况' },
  note: { label: '备注', kind: { type: 'text', max: 500, multiline: true } },
  sector: { label: '类别', kind: word('sector') },
  oldCode: { label: '原注册号/组织机构代码', kind: text(20) },
  industryText: { label: '行业(原文)', kind: text(60) },
  registeredAddress: { label: '注册地址', kind: text(100) },
  establishedOn: { label: '成立日期', kind: { type: 'date', earliest: '1949-10-01', future: false } },
  registeredCapital: { label: '注册资本(万元)', kind: { type: 'money' } },
  legalRepName: { label: '法定代表人', kind: text(60), group: '负责人' },
  legalRepIsMember: { label: '法定代表人是否党员', kind: flag, group: '负责人' },
  legalRepPhone: { label: '法定代表人联系电话', kind: phone, group: '负责人' },
  membersRegisteredElsewhere: { label: '组织关系不在本企业', kind: count },
  partyWorkers: { label: '党务工作者', kind: count },
  fullTimePartyWorkers: { label: '专职党务工作者', kind: count },
  hasLiaison: { label: '是否有指导员(联络员)', kind: flag },
  liaisonKind: { label: '指导员或联络员', kind: text(10) },
} as const satisfies Record<ImportField, Described>

/** Kinds of which a value belongs to one enterprise: neither a merge nor 同上 repeats it. */
export const countedOnce: ReadonlySet<FieldKind['type']> = new Set(['count', 'money', 'decimal', 'code'])

/** How the columns of one sort of table are named and read. */
export interface SheetFields<F extends string> {
  kindOf(field: F): FieldKind
  labelOf(field: F): string
}

export const ledgerFields: SheetFields<ImportField> = { kindOf: fieldKind, labelOf: fieldLabel }

export function isImportField(field: string): field is ImportField {
  return Object.hasOwn(importFields, field)
}

export function fieldLabel(field: ImportField): string {
  return importFields[field].label
}

/** The same with what the district calls its 三建三送 and 六有. */
export function ownFieldLabel(field: ImportField, { deliveryLabels, goalLabels }: Labels): string {
  const item = deliveryItems.find(({ key }) => field === `delivery.${key}`)
  if (item) return deliveryLabels[item.key]
  const goal = goals.find(({ key }) => field === `goal.${key}`)
  return goal ? goalLabels[goal.key] : fieldLabel(field)
}

export function fieldKind(field: ImportField): FieldKind {
  return importFields[field].kind
}

/** A value as people read it, in the words of the district; "" for blank. */
export function shownValue(field: ImportField, value: ImportFields[ImportField] | undefined, words: OwnWords): string {
  if (value === null || value === undefined) return ''
  if (value === true) return '是'
  if (value === false) return '否'
  return ownFieldWord(words, field, String(value))
}
