import { addYears } from '../../../../shared/domain/calendarDate'
import { electionStanding, termEnd } from '../../../../shared/domain/election'
import { isTermStated } from '../../../../shared/domain/electionReminder'
import type { OrgType } from '../../../../shared/domain/valueDomain'
import type { Finding } from '../../../../shared/contract/record'
import { count, error, isBackwards, notice, overlaps, text, warning, type Span, type Values } from './say'

export interface OrgFacts {
  /** Living enterprises it covers today. */
  covered: { name: string; formalMembers: number | null }[]
  /** Another living, undissolved organisation of the same name. */
  sameName: boolean
  /** Somebody is its secretary today. */
  hasSecretary: boolean
  minMembers: number
  jointLimit: number
  today: string
}

/** No organisation of the party is older. */
const earliest = '1921-07-01'

/** V-11 … V-33 for one organisation (docs/domain.md, checks). */
export function checkPartyOrg(org: Values, facts: OrgFacts): Finding[] {
  const findings: Finding[] = []
  const joint = org['mode'] === '联合组建'
  if (facts.sameName) findings.push(error('name', 'V-32', '已有同名的党组织'))
  if (!org['orgType']) findings.push(warning('orgType', 'V-15', '党组织类别为空'))
  if (!org['foundedOn']) findings.push(warning('foundedOn', 'V-16', '成立时间为空'))
  const founded = text(org, 'foundedOn')
  if (founded !== null && founded < earliest) findings.push(warning('foundedOn', 'V-11', '成立时间早于 1921 年 7 月，请核对'))
  if (joint && !org['jointBasis']) findings.push(warning('jointBasis', 'V-14', '联合组建应填联合组建类型'))
  if (!joint && org['jointBasis']) findings.push(warning('jointBasis', 'V-14', '单独组建不必填联合组建类型'))
  if (!org['dissolvedOn'] && !facts.hasSecretary) findings.push(notice(null, 'V-17', '没有在任的书记（空缺）'))
  findings.push(...checkMembers(org, facts), ...checkTerm(org, facts.today))
  return findings
}

function checkMembers(org: Values, { covered, minMembers, jointLimit }: OrgFacts): Finding[] {
  if (org['dissolvedOn']) return []
  const findings: Finding[] = []
  const joint = org['mode'] === '联合组建'
  const members = covered.reduce((sum, enterprise) => sum + (enterprise.formalMembers ?? 0), 0)
  const type = text(org, 'orgType')
  if (!joint && covered.length > 1) {
    findings.push(error('mode', 'V-32', `单独组建的党组织只能覆盖一家企业，现在覆盖 ${covered.length} 家`))
  }
  if (covered.length === 0) findings.push(warning(null, 'V-32', '还没有覆盖企业'))
  if (joint && covered.length === 1) findings.push(notice('mode', 'V-32', '联合组建的党组织只覆盖一家企业，请核对组建方式'))
  if (covered.length > 0 && members === 0) findings.push(warning(null, 'V-19', '所覆盖的企业都没有正式党员'))
  if (!joint && members > 0 && members < minMembers) {
    findings.push(warning('mode', 'V-21', `单独组建，正式党员只有 ${members} 名，不足 ${minMembers} 名`))
  }
  if (joint) {
    const able = covered.filter((enterprise) => (enterprise.formalMembers ?? 0) >= minMembers)
    if (able.length > 0) {
      findings.push(notice(null, 'V-22', `${able.map(({ name }) => name).join('、')}正式党员达到 ${minMembers} 名，可单独组建`))
    }
    if (covered.length > jointLimit) {
      findings.push(notice(null, 'V-30', `覆盖 ${covered.length} 家企业，超过 ${jointLimit} 家`))
    }
  }
  if (members > 0) findings.push(...checkType(type, members), ...checkCommittee(type, org, members))
  const stated = count(org, 'formalMembersStated')
  if (stated !== null && stated !== members) {
    findings.push(warning('formalMembersStated', 'V-28', `表列正式党员 ${stated} 名，与各企业之和 ${members} 名不符`))
  }
  return findings
}

function checkType(type: string | null, members: number): Finding[] {
  if (type === '党委' && members < 100) return [notice('orgType', 'V-26', `党委一般应有正式党员 100 名以上，现有 ${members} 名`)]
  if (type === '党总支' && members < 50) return [notice('orgType', 'V-26', `党总支一般应有正式党员 50 名以上，现有 ${members} 名`)]
  if (type === '党支部' && members > 50) return [notice('orgType', 'V-26', `正式党员 ${members} 名，已超过 50 名，可设党总支`)]
  return []
}

function checkCommittee(type: string | null, org: Values, members: number): Finding[] {
  const size = count(org, 'committeeSize')
  if (type !== '党支部' || size === null) return []
  if (members >= 7 && size === 0) return [notice('committeeSize', 'V-31', `正式党员 ${members} 名，应设支部委员会`)]
  if (members < 7 && size > 0) return [notice('committeeSize', 'V-31', `正式党员 ${members} 名，不足 7 名，一般不设支部委员会`)]
  if (size > 0 && (size < 3 || size > 7)) return [notice('committeeSize', 'V-31', '支部委员会一般为 3 至 5 人，最多 7 人')]
  return []
}

function checkTerm(org: Values, today: string): Finding[] {
  const findings: Finding[] = []
  const [founded, elected, extended] = [text(org, 'foundedOn'), text(org, 'lastElectionOn'), text(org, 'extendedTo')]
  if (isBackwards(elected, text(org, 'termEndsOn'))) findings.push(error('termEndsOn', 'V-33', '届满时间早于最近换届时间'))
  if (isBackwards(founded, elected)) findings.push(error('lastElectionOn', 'V-33', '换届时间早于成立时间'))
  if (isBackwards(elected, text(org, 'reportedOn'))) findings.push(warning('reportedOn', 'V-33', '换届结果报告时间早于最近换届时间，应是上一届的'))
  if (org['reportedOn'] && elected === null) findings.push(warning('lastElectionOn', 'V-33', '填了换届结果报告时间，最近换届时间为空'))
  if (isBackwards(founded, text(org, 'dissolvedOn'))) findings.push(error('dissolvedOn', 'V-33', '撤销时间早于成立时间'))
  const type = text(org, 'orgType') as OrgType | null
  const term = type && {
    lastElectionOn: elected,
    foundedOn: founded,
    termYears: count(org, 'termYears'),
    type,
    termEndsOn: text(org, 'termEndsOn'),
    extendedTo: extended,
  }
  const end = term && termEnd(term)
  if (extended && end && extended > addYears(end, 1)) findings.push(error('extendedTo', 'V-33', `延期不能超过届满（${end}）后一年`))
  if (extended && end && extended <= end) findings.push(error('extendedTo', 'V-33', `延期应在届满（${end}）之后`))
  if (extended && !org['extensionNo']) findings.push(warning('extensionNo', 'V-33', '延期应有批准文号'))
  const standing = term && isTermStated(term) ? electionStanding(term, today) : null
  if (!org['dissolvedOn'] && standing?.state === '届满未换') {
    const sentence = `已于 ${standing.endsOn} 届满，尚未换届${standing.overdueMoreThanYear ? '，超期一年以上' : ''}`
    findings.push(notice('lastElectionOn', 'V-33', sentence))
  }
  if (org['dissolvedOn'] && !org['dissolveReason']) findings.push(error('dissolveReason', 'field', '撤销应填原因'))
  return findings
}

export interface CoverageFacts {
  /** Other living relations of the enterprise. */
  others: (Span & { orgName: string })[]
  org: { name: string; mode: string; dissolvedOn: string | null; foundedOn: string | null } | null
  /** Other enterprises the organisation covers while this relation lasts. */
  alsoCovered: string[]
  formalMembers: number | null
  minMembers: number
}

/** V-22, V-32 for one relation of an organisation and an enterprise. */
export function checkCoverage(coverage: Values, facts: CoverageFacts): Finding[] {
  const span: Span = { from: text(coverage, 'since'), to: text(coverage, 'until') }
  const findings: Finding[] = []
  if (isBackwards(span.from, span.to)) findings.push(error('until', 'V-32', '覆盖止不能早于覆盖起'))
  const other = facts.others.find((relation) => overlaps(span, relation))
  if (other) findings.push(error('enterpriseId', 'V-32', `这家企业同一时间已由“${other.orgName}”覆盖，请先结束那边的覆盖`))
  const { org } = facts
  if (org?.mode === '单独组建' && facts.alsoCovered.length > 0) {
    findings.push(error('partyOrgId', 'V-32', `“${org.name}”是单独组建，已覆盖${facts.alsoCovered.join('、')}，不能再覆盖别的企业`))
  }
  if (org?.dissolvedOn && (span.to === null || span.to > org.dissolvedOn)) {
    findings.push(error('partyOrgId', 'V-32', `“${org.name}”已于 ${org.dissolvedOn} 撤销`))
  }
  if (org?.foundedOn && isBackwards(org.foundedOn, span.from)) {
    findings.push(warning('since', 'V-32', `覆盖起早于党组织成立时间 ${org.foundedOn}`))
  }
  if (org?.mode === '联合组建' && (facts.formalMembers ?? 0) >= facts.minMembers && span.to === null) {
    findings.push(notice('enterpriseId', 'V-22', `这家企业有正式党员 ${facts.formalMembers ?? 0} 名，可单独组建`))
  }
  return findings
}

export interface SecretaryFacts {
  /** Other terms in the same organisation. */
  others: (Span & { name: string })[]
  /** Other organisations the same person heads now. */
  alsoHeads: string[]
}

/** V-18, V-34 and the order of terms. */
export function checkSecretaryTerm(term: Values, facts: SecretaryFacts): Finding[] {
  const span: Span = { from: text(term, 'since'), to: text(term, 'until') }
  const findings: Finding[] = []
  if (isBackwards(span.from, span.to)) findings.push(error('until', 'V-33', '任职止不能早于任职起'))
  const open = facts.others.find((other) => other.to === null)
  if (span.to === null && open) findings.push(error('until', 'V-33', `“${open.name}”还在任，请先填他的任职止`))
  const former = facts.others.find((other) => other.to !== null && other.to !== span.from && other.from !== span.to && overlaps(span, other))
  if (former) findings.push(warning('since', 'V-33', `任职时间与“${former.name}”的重叠`))
  if (span.to === null && !term['phone']) findings.push(notice('phone', 'V-18', '书记联系电话为空'))
  if (!term['source']) findings.push(notice('source', 'field', '书记来源为空'))
  if (span.to === null && facts.alsoHeads.length > 0) {
    findings.push(notice('name', 'V-34', `同时任${facts.alsoHeads.map((name) => `“${name}”`).join('、')}书记`))
  }
  return findings
}
