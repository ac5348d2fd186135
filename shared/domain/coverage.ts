import type { CalendarDate } from './calendarDate'
import { nationalWords, ownWord, type OwnWords } from './ownWords'
import { departedStatuses, type CoverageStatus, type OperatingStatus, type OrgMode } from './valueDomain'

/** The settings a coverage figure depends on; every table's note names them. */
export interface CoverageRules {
  /** BASE: 经营状态 that count as 实体运营. */
  base: readonly OperatingStatus[]
  /** MIN_MEMBERS: 正式党员 from which an organisation is due. */
  minMembers: number
  /** Whether 妇联 counts as work coverage beside 工会 and 共青团. */
  womenCount: boolean
  /** Whether only sector 非公企业 belongs to the base. */
  enterprisesOnly: boolean
  /** Whether only legal persons belong to the base. */
  legalPersonsOnly: boolean
  /** Whether only enterprises stated to be 三有 belong to the base. */
  threeHaveOnly: boolean
  /** 从业人员 an enterprise needs to belong to the base; 0 asks nothing. */
  baseEmployees: number
}

export const nationalRules: CoverageRules = {
  base: ['正常经营'],
  minMembers: 3,
  womenCount: false,
  enterprisesOnly: true,
  legalPersonsOnly: false,
  threeHaveOnly: false,
  baseEmployees: 0,
}

/** What the status of one enterprise on one date is decided from. Null counts are "not stated" and count as 0. */
export interface CoverageFacts {
  operatingStatus: OperatingStatus
  sector: string
  isLegalPerson: boolean
  isThreeHave: boolean | null
  employees: number | null
  formalMembers: number | null
  /** Mode of the living organisation covering it on the date; null when none does. */
  orgMode: OrgMode | null
  /** An assignment of an active liaison lives on the date. */
  liaised: boolean
  hasUnion: boolean | null
  hasLeague: boolean | null
  hasWomenOrg: boolean | null
}

/** A relation lives on a date when it has begun (an unknown beginning has) and its last day has not passed. */
export function livesOn(since: CalendarDate | null, until: CalendarDate | null, date: CalendarDate): boolean {
  return (since === null || since <= date) && (until === null || until >= date)
}

export function isRegistered(facts: Pick<CoverageFacts, 'operatingStatus'>): boolean {
  return !departedStatuses.includes(facts.operatingStatus)
}

type BaseFacts = Pick<CoverageFacts, 'operatingStatus' | 'sector' | 'isLegalPerson' | 'isThreeHave' | 'employees'>

export function isInBase(facts: BaseFacts, rules: CoverageRules): boolean {
  return isRegistered(facts) && outsideBase(facts, rules) === null
}

/** What keeps a registered enterprise out of the base, in words; null when nothing does. */
function outsideBase(facts: BaseFacts, rules: CoverageRules, words = nationalWords): string | null {
  if (!rules.base.includes(facts.operatingStatus)) return statusReason(facts, words)
  if (rules.enterprisesOnly && facts.sector !== '非公企业') return `类别为“${facts.sector}”`
  if (rules.legalPersonsOnly && !facts.isLegalPerson) return '不是法人单位'
  if (rules.threeHaveOnly && facts.isThreeHave !== true) return '不是三有企业'
  if ((facts.employees ?? 0) >= rules.baseEmployees) return null
  return facts.employees === null ? '从业人员数未填' : `从业人员 ${facts.employees} 人，不足 ${rules.baseEmployees} 人`
}

function statusReason({ operatingStatus }: Pick<CoverageFacts, 'operatingStatus'>, words: OwnWords): string {
  return `经营状态为“${ownWord(words, 'operatingStatus', operatingStatus)}”`
}

export function isEligible(facts: Pick<CoverageFacts, 'formalMembers'>, rules: CoverageRules): boolean {
  return (facts.formalMembers ?? 0) >= rules.minMembers
}

export function hasMassOrg(
  facts: Pick<CoverageFacts, 'hasUnion' | 'hasLeague' | 'hasWomenOrg'>,
  rules: CoverageRules,
): boolean {
  return facts.hasUnion === true || facts.hasLeague === true || (rules.womenCount && facts.hasWomenOrg === true)
}

/** Exactly one of five; an organisation wins over a liaison, a liaison over mass organisations. */
export function coverageStatus(facts: CoverageFacts, rules: CoverageRules): CoverageStatus {
  if (facts.orgMode === '单独组建') return '单独'
  if (facts.orgMode === '联合组建') return '联合'
  if (facts.liaised) return '工作覆盖(联络)'
  if (hasMassOrg(facts, rules)) return '工作覆盖(群团)'
  return '未覆盖'
}

/** Why, one fact a sentence part: 正式党员 4 名,可单独组建;现由联合组织覆盖. */
export function coverageReason(facts: CoverageFacts, rules: CoverageRules, words = nationalWords): string {
  return coverageReasons(facts, rules, words).join('；')
}

/** `words`: what the district calls 经营状态. */
export function coverageReasons(facts: CoverageFacts, rules: CoverageRules, words = nationalWords): string[] {
  const reasons = [membersReason(facts, rules), coverReason(facts, rules)]
  const outside = outsideBase(facts, rules, words)
  if (!isRegistered(facts)) reasons.push(`${statusReason(facts, words)}，不在册`)
  else if (outside !== null) reasons.push(`${outside}，不计入实体运营基数`)
  return reasons
}

function membersReason(facts: CoverageFacts, rules: CoverageRules): string {
  const members = facts.formalMembers
  if (members === null) return '正式党员数未填'
  if (members === 0) return '没有正式党员'
  if (!isEligible(facts, rules)) return `正式党员 ${members} 名，不足 ${rules.minMembers} 名`
  if (facts.orgMode === '单独组建') return `正式党员 ${members} 名，符合单独组建条件`
  if (facts.orgMode === '联合组建') return `正式党员 ${members} 名，可单独组建`
  return `正式党员 ${members} 名，应建未建`
}

function coverReason(facts: CoverageFacts, rules: CoverageRules): string {
  switch (coverageStatus(facts, rules)) {
    case '单独':
      return '已单独组建党组织'
    case '联合':
      return '现由联合组织覆盖'
    case '工作覆盖(联络)':
      return '未建党组织，由指导员(联络员)联系'
    case '工作覆盖(群团)':
      return `未建党组织、无指导员(联络员)，已建${massOrgNames(facts, rules)}`
    case '未覆盖':
      return `未建党组织，无指导员(联络员)，无${rules.womenCount ? '工会、共青团、妇联' : '工会、共青团'}`
  }
}

function massOrgNames(facts: CoverageFacts, rules: CoverageRules): string {
  const names = []
  if (facts.hasUnion) names.push('工会')
  if (facts.hasLeague) names.push('共青团')
  if (rules.womenCount && facts.hasWomenOrg) names.push('妇联')
  return names.join('、')
}
