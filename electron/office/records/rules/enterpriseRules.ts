import { ownWord, type OwnWords } from '../../../../shared/domain/ownWords'
import { departedStatuses, type OperatingStatus } from '../../../../shared/domain/valueDomain'
import type { Finding } from '../../../../shared/contract/record'
import { count, error, isBackwards, notice, text, warning, type Values } from './say'

export interface EnterpriseFacts {
  before: Values | null
  /** Another living enterprise with the same name. */
  sameName: string | null
  /** It is covered by an organisation today. */
  built: boolean
  /** What the district calls 经营状态. */
  words: OwnWords
}

/** What is checked of an enterprise beside the contradictions of `checkFacts`: identity, status, parts and wholes. */
export function checkEnterprise(enterprise: Values, { before, sameName, built, words }: EnterpriseFacts): Finding[] {
  const findings: Finding[] = []
  if (sameName !== null) findings.push(warning('name', 'V-03', `与“${sameName}”同名；确是同一家企业的，请用“合并”`))
  const status = text(enterprise, 'operatingStatus') as OperatingStatus | null
  const changed = before !== null && before['operatingStatus'] !== status
  if (changed && status !== '正常经营' && !enterprise['statusReason']) {
    findings.push(error('statusReason', 'field', `经营状态改为“${ownWord(words, 'operatingStatus', status ?? '')}”，应填原因`))
  }
  if (changed && status && departedStatuses.includes(status) && built) {
    findings.push(warning('operatingStatus', 'V-40', '企业离册后党组织仍在，请随后办理撤销或调整'))
  }
  if (isBackwards(text(enterprise, 'establishedOn'), text(enterprise, 'statusSince'))) {
    findings.push(warning('statusSince', 'V-11', '状态起始日期早于成立日期'))
  }
  findings.push(...checkParts(enterprise))
  if (built && enterprise['unbuiltReason']) findings.push(notice('unbuiltReason', 'V-20', '已有党组织覆盖，未建原因可以清空'))
  return findings
}

/** Two enterprises that are not one are two. */
export function checkDistinction(distinction: Values): Finding[] {
  return distinction['oneId'] === distinction['otherId'] ? [error('otherId', 'field', '请选两家不同的企业')] : []
}

function checkParts(enterprise: Values): Finding[] {
  const findings: Finding[] = []
  const total = (count(enterprise, 'formalMembers') ?? 0) + (count(enterprise, 'probationaryMembers') ?? 0)
  const parts = [
    ['membersUnder35', '35岁以下党员'],
    ['membersManagement', '中层以上管理党员'],
    ['membersTechnical', '专业技术党员'],
    ['membersFrontline', '一线职工党员'],
  ] as const
  for (const [field, label] of parts) {
    const part = count(enterprise, field)
    if (part !== null && enterprise['formalMembers'] !== null && part > total) {
      findings.push(warning(field, 'V-28', `${label} ${part} 名，多于党员总数 ${total} 名`))
    }
  }
  const [workers, fullTime] = [count(enterprise, 'partyWorkers'), count(enterprise, 'fullTimePartyWorkers')]
  if (workers !== null && fullTime !== null && fullTime > workers) {
    findings.push(warning('fullTimePartyWorkers', 'V-29', `专职 ${fullTime} 名，多于党务工作者 ${workers} 名`))
  }
  return findings
}
