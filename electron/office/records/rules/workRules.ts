import type { Finding } from '../../../../shared/contract/record'
import { activityNorms } from '../../../../shared/domain/activityNorms'
import type { OfficeSettings } from '../../../../shared/domain/officeSettings'
import { ownWord } from '../../../../shared/domain/ownWords'
import { showMoney } from '../../../../shared/record/showField'
import { count, error, isBackwards, notice, text, warning, type Values } from './say'

export interface DeliveryFacts {
  /** The enterprise is covered by an organisation today. */
  built: boolean
  /** What the district calls things. */
  wording: Pick<OfficeSettings, 'words' | 'deliveryLabels'>
}

/** V-37. */
export function checkDelivery(delivery: Values, { built, wording }: DeliveryFacts): Finding[] {
  const findings: Finding[] = []
  if (delivery['state'] === '已落实' && !delivery['doneOn']) {
    findings.push(warning('doneOn', 'V-37', `${ownWord(wording.words, 'delivery', '已落实')}，落实日期为空`))
  }
  if (delivery['item'] === 'plaque' && delivery['state'] === '已落实' && !built) {
    findings.push(warning('state', 'V-37', `没有党组织，却登记已送${wording.deliveryLabels.plaque}`))
  }
  if (isBackwards(text(delivery, 'doneOn'), text(delivery, 'acceptedOn'))) {
    findings.push(error('acceptedOn', 'V-37', '验收日期早于落实日期'))
  }
  return findings
}

export function checkGoal(goal: Values): Finding[] {
  return goal['remedy'] && !goal['deadline'] ? [notice('deadline', 'field', '有整改措施，还没有整改期限')] : []
}

/** Norms of organisation life a quarter; hints only (docs/domain.md). */
export function checkActivityCount(life: Values): Finding[] {
  return activityNorms.flatMap(({ field, label, norm, needsCommittee }) => {
    const done = count(life, field)
    return done !== null && done < norm && !needsCommittee ? [notice(field, 'field', `${label}一般每季度不少于 ${norm} 次`)] : []
  })
}

/** A record that belongs to an organisation or to an enterprise. */
export function checkBelongs(record: Values): Finding[] {
  return record['partyOrgId'] || record['enterpriseId'] ? [] : [error('partyOrgId', 'field', '党组织和企业至少选一个')]
}

/** V-38. `balance`: 分 left with this entry counted. */
export function checkFundEntry(entry: Values, balance: number): Finding[] {
  const findings = checkBelongs(entry)
  if (entry['amount'] === 0) findings.push(error('amount', 'V-38', '金额应大于 0'))
  if (entry['direction'] === '收入' && !entry['source']) findings.push(error('source', 'V-38', '收入应填来源'))
  if (entry['direction'] === '收入' && entry['use']) findings.push(warning('use', 'V-38', '收入不必填支出用途'))
  if (entry['direction'] === '支出' && !entry['use']) findings.push(error('use', 'V-38', '支出应填用途'))
  if (entry['direction'] === '支出' && entry['source']) findings.push(warning('source', 'V-38', '支出不必填收入来源'))
  if (entry['direction'] === '支出' && balance < 0) {
    findings.push(warning('amount', 'V-38', `支出超过结余，差 ${showMoney(-balance, '元')} 元`))
  }
  return findings
}

export function checkDecision(decision: Values): Finding[] {
  const findings: Finding[] = []
  if (!decision['unitId'] && !decision['responsibleUnit']) findings.push(error('unitId', 'field', '责任单位不能为空'))
  if (decision['state'] === '已办结' && !decision['finishedOn']) findings.push(error('finishedOn', 'field', '已办结应填办结日期'))
  if (decision['state'] !== '已办结' && decision['finishedOn']) findings.push(error('state', 'field', '填了办结日期，办理情况应为“已办结”'))
  return findings
}

export function checkProposal(proposal: Values): Finding[] {
  const findings: Finding[] = []
  const answered = proposal['state'] === '已答复'
  if (answered && !proposal['answer']) findings.push(error('answer', 'field', '已答复应填答复内容'))
  if (answered && !proposal['answeredOn']) findings.push(error('answeredOn', 'field', '已答复应填答复日期'))
  if (isBackwards(text(proposal, 'receivedOn'), text(proposal, 'answeredOn'))) {
    findings.push(error('answeredOn', 'field', '答复日期早于收到日期'))
  }
  return findings
}

/** `sum`: points of all items of the scheme, this one counted. */
export function checkSchemeItem(item: Values, { sum, total }: { sum: number; total: number }): Finding[] {
  const findings: Finding[] = []
  if (item['method'] === '系统计算' && !item['formula']) findings.push(error('formula', 'field', '系统计算的项目应选计算公式'))
  if (item['method'] !== '系统计算' && item['formula']) findings.push(error('method', 'field', '选了计算公式，评分方式应为“系统计算”'))
  if (sum > total) findings.push(warning('max', 'field', `各项分值合计 ${sum} 分，超过总分 ${total} 分`))
  return findings
}

export function checkScore(score: Values, max: number | null): Finding[] {
  if (max === null) return []
  return (['self', 'final'] as const).flatMap((field) => {
    const points = count(score, field)
    return points !== null && points > max ? [error(field, 'field', `不能超过该项分值 ${max} 分`)] : []
  })
}
