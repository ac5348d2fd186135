import type { Finding } from '../../../../shared/contract/record'
import { error, isBackwards, overlaps, text, warning, type Span, type Values } from './say'

export interface AssignmentFacts {
  liaison: { name: string; kind: string; active: boolean } | null
  /** Other living assignments of the enterprise to liaisons of the same kind. */
  others: (Span & { liaisonName: string })[]
}

/** V-45: one living 指导员 and one living 联络员 per enterprise at most. */
export function checkAssignment(assignment: Values, { liaison, others }: AssignmentFacts): Finding[] {
  const span: Span = { from: text(assignment, 'from'), to: text(assignment, 'to') }
  const findings: Finding[] = []
  if (isBackwards(span.from, span.to)) findings.push(error('to', 'V-45', '联系止不能早于联系起'))
  const other = others.find((relation) => overlaps(span, relation))
  if (other) {
    findings.push(error('enterpriseId', 'V-45', `这家企业同一时间已有${liaison?.kind ?? '联络员'}“${other.liaisonName}”，请先结束那边的联系`))
  }
  if (liaison && !liaison.active && span.to === null) findings.push(warning('liaisonId', 'V-45', `“${liaison.name}”已不在岗`))
  if (span.to !== null && !assignment['endReason']) findings.push(warning('endReason', 'V-45', '结束联系最好写明原因'))
  return findings
}

export interface VisitFacts {
  /** The spans in which this liaison contacts this enterprise. */
  assigned: readonly Span[]
  /** The visit this one looks after; null when it stands for itself. */
  follows: { visitedOn: string; enterpriseId: number } | null
}

/** V-36, a return visit, and the way of a problem to its end. */
export function checkVisit(visit: Values, { assigned, follows }: VisitFacts): Finding[] {
  const findings: Finding[] = []
  const visitedOn = text(visit, 'visitedOn')
  const day: Span = { from: visitedOn, to: visitedOn }
  if (visitedOn && !assigned.some((span) => overlaps(day, span))) {
    findings.push(warning('liaisonId', 'V-36', '这一天该联络员没有联系这家企业，请核对日期和人'))
  }
  if (follows && follows.enterpriseId !== visit['enterpriseId']) {
    findings.push(error('followsVisitId', 'field', '回访的那次走访是另一家企业的'))
  }
  if (follows && isBackwards(follows.visitedOn, visitedOn)) {
    findings.push(error('followsVisitId', 'field', `回访早于那次走访（${follows.visitedOn}）`))
  }
  if (visit['problem']) {
    if (!visit['resolution']) findings.push(error('resolution', 'field', '填了发现问题，应填解决情况'))
    if (visit['resolution'] !== '已解决' && !visit['deadline']) findings.push(warning('deadline', 'field', '问题还没有解决期限'))
    if (visit['resolution'] !== '已解决' && !visit['responsible']) findings.push(warning('responsible', 'field', '问题还没有责任人'))
  } else if (visit['resolution']) findings.push(warning('problem', 'field', '填了解决情况，却没有填发现问题'))
  if (visit['resolution'] === '已解决' && !visit['resolvedOn']) findings.push(error('resolvedOn', 'field', '已解决的问题应填销号日期'))
  if (visit['resolvedOn'] && visit['resolution'] !== '已解决') findings.push(error('resolution', 'field', '填了销号日期，解决情况应为“已解决”'))
  if (isBackwards(visitedOn, text(visit, 'resolvedOn'))) findings.push(error('resolvedOn', 'field', '销号日期早于走访日期'))
  if (isBackwards(visitedOn, text(visit, 'deadline'))) findings.push(warning('deadline', 'field', '解决期限早于走访日期'))
  return findings
}
