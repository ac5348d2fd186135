import type { Finding } from '../../../../shared/contract/record'
import type { OfficeSettings } from '../../../../shared/domain/officeSettings'
import type { RecordKind } from '../../../../shared/record/recordKind'
import type { StoredRecord } from '../../db/storedRecord'
import { checkAssignment, checkVisit } from '../../records/rules/liaisonRules'
import { count, text, type Span } from '../../records/rules/say'
import {
  checkBelongs,
  checkDecision,
  checkDelivery,
  checkFundEntry,
  checkGoal,
  checkProposal,
  checkSchemeItem,
  checkScore,
} from '../../records/rules/workRules'
import { groupBy } from '../groupBy'
import type { QualityFacts } from './qualityFacts'
import type { RecordFinding } from './recordFinding'

type Rule = (record: StoredRecord) => readonly Finding[]

const ref = ({ values }: StoredRecord, field: string): number => count(values, field) ?? 0
const spanOf = ({ values }: StoredRecord): Span => ({ from: text(values, 'from'), to: text(values, 'to') })

/**
 * What the rules of the records of work say, their neighbours looked up in what is kept. The norms of organisation life
 * are no fault of what was written down: they are told where it is typed, and not listed.
 */
export function workFindings(facts: QualityFacts, settings: OfficeSettings): RecordFinding[] {
  const { records } = facts
  const rules: Partial<Record<RecordKind, Rule>> = {
    assignment: assignmentRule(facts),
    visit: visitRule(facts),
    delivery: deliveryRule(facts, settings),
    goalCheck: ({ values }) => checkGoal(values),
    activity: ({ values }) => checkBelongs(values),
    fundEntry: fundRule(facts),
    decision: ({ values }) => checkDecision(values),
    proposal: ({ values }) => checkProposal(values),
    schemeItem: schemeRule(facts),
    score: scoreRule(facts),
  }
  return (Object.entries(rules) as [RecordKind, Rule][]).flatMap(([kind, rule]) =>
    records[kind].flatMap((record) =>
      rule(record).map(({ code, level, field, message }): RecordFinding => ({ code, level, kind, id: record.id, field, message })),
    ),
  )
}

/** Two assignments that overlap are told of the later one. */
function assignmentRule({ records }: QualityFacts): Rule {
  const people = new Map(records.liaison.map(({ id, values }) => [id, values]))
  const ofEnterprise = groupBy(records.assignment, (assignment) => ref(assignment, 'enterpriseId'))
  return (assignment) => {
    const liaison = people.get(ref(assignment, 'liaisonId'))
    const earlier = (ofEnterprise.get(ref(assignment, 'enterpriseId')) ?? []).filter(({ id }) => id < assignment.id)
    return checkAssignment(assignment.values, {
      liaison: liaison ? { name: String(liaison['name']), kind: String(liaison['kind']), active: liaison['active'] === true } : null,
      others: earlier.flatMap((other) => {
        const person = people.get(ref(other, 'liaisonId'))
        return person && person['kind'] === liaison?.['kind'] ? [{ ...spanOf(other), liaisonName: String(person['name']) }] : []
      }),
    })
  }
}

function visitRule({ records }: QualityFacts): Rule {
  const pairOf = (record: StoredRecord): string => `${ref(record, 'liaisonId')} ${ref(record, 'enterpriseId')}`
  const spans = groupBy(records.assignment, pairOf)
  const visits = new Map(records.visit.map((visit) => [visit.id, visit]))
  return (visit) => {
    const followed = visits.get(ref(visit, 'followsVisitId'))
    return checkVisit(visit.values, {
      assigned: (spans.get(pairOf(visit)) ?? []).map(spanOf),
      follows: followed ? { visitedOn: String(followed.values['visitedOn']), enterpriseId: ref(followed, 'enterpriseId') } : null,
    })
  }
}

function deliveryRule({ enterprises }: QualityFacts, wording: OfficeSettings): Rule {
  const built = new Set(enterprises.flatMap(({ id, partyOrgId }) => (partyOrgId === null ? [] : [id])))
  return (delivery) => checkDelivery(delivery.values, { built: built.has(ref(delivery, 'enterpriseId')), wording })
}

/** What each holder has left at the end of each day on which something was booked. */
function fundRule({ records }: QualityFacts): Rule {
  const holderOf = (entry: StoredRecord): string => {
    const partyOrgId = count(entry.values, 'partyOrgId')
    return partyOrgId === null ? `enterprise ${ref(entry, 'enterpriseId')}` : `partyOrg ${partyOrgId}`
  }
  const dayOf = (entry: StoredRecord): string => text(entry.values, 'occurredOn') ?? ''
  const balances = new Map<string, number>()
  const left = new Map<string, number>()
  for (const entry of [...records.fundEntry].sort((a, b) => (dayOf(a) < dayOf(b) ? -1 : dayOf(a) > dayOf(b) ? 1 : 0))) {
    const holder = holderOf(entry)
    const amount = count(entry.values, 'amount') ?? 0
    const balance = (left.get(holder) ?? 0) + (entry.values['direction'] === '收入' ? amount : -amount)
    left.set(holder, balance)
    balances.set(`${holder} ${dayOf(entry)}`, balance)
  }
  return (entry) => checkFundEntry(entry.values, balances.get(`${holderOf(entry)} ${dayOf(entry)}`) ?? 0)
}

function schemeRule({ records }: QualityFacts): Rule {
  const totals = new Map(records.scheme.map(({ id, values }) => [id, count(values, 'total') ?? 0]))
  const sums = new Map<number, number>()
  for (const item of records.schemeItem) {
    const scheme = ref(item, 'schemeId')
    sums.set(scheme, (sums.get(scheme) ?? 0) + (count(item.values, 'max') ?? 0))
  }
  return (item) => {
    const scheme = ref(item, 'schemeId')
    return checkSchemeItem(item.values, { sum: sums.get(scheme) ?? 0, total: totals.get(scheme) ?? 0 })
  }
}

function scoreRule({ records }: QualityFacts): Rule {
  const points = new Map(records.schemeItem.map(({ id, values }) => [id, count(values, 'max')]))
  return (score) => checkScore(score.values, points.get(ref(score, 'schemeItemId')) ?? null)
}
