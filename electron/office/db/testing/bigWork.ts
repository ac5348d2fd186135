import type { EntityManager } from 'typeorm'
import { addDays } from '../../../../shared/domain/calendarDate'
import { targetMeasures } from '../../../../shared/record/target'
import { bulkInsert, bulkUpdate } from '../bulkInsert'
import { Activity } from '../entities/activity'
import { ActivityCount } from '../entities/activityCount'
import { Decision } from '../entities/decision'
import { Enterprise } from '../entities/enterprise'
import { FollowUp } from '../entities/followUp'
import { FundEntry } from '../entities/fundEntry'
import { Meeting } from '../entities/meeting'
import { PartyOrg } from '../entities/partyOrg'
import { Proposal } from '../entities/proposal'
import { QuarterScore } from '../entities/quarterScore'
import { Scheme } from '../entities/scheme'
import { SchemeItem } from '../entities/schemeItem'
import { Score } from '../entities/score'
import { Target } from '../entities/target'
import { Visit } from '../entities/visit'
import type { NewRow } from '../newRow'

const today = '2026-06-30'

const times = <T>(count: number, make: (index: number) => T): T[] => Array.from({ length: count }, (_, index) => make(index))

/**
 * Gives a ledger filled by `fillBigLedger` the work of some years: three visits an assignment, life, funds and scores
 * of every organisation, plans, follow-ups, meetings and proposals. `count` as there.
 */
export async function fillBigWork(manager: EntityManager, count: number, units = 20): Promise<void> {
  await bulkInsert(manager, Visit, bigVisits(count))
  await bulkUpdate(
    manager,
    Enterprise,
    times(count, (index) => ({
      id: index + 1,
      establishedOn: addDays(today, -((index * 37) % 7000)),
      plannedFoundingOn: index % 6 === 1 ? `2026-${String((index % 12) + 1).padStart(2, '0')}-01` : null,
    })),
  )
  const orgs = await manager.count(PartyOrg)
  await bulkInsert(manager, FundEntry, times(orgs * 2, (index): NewRow<FundEntry> => {
    const amount = 10_000 + (index % 90) * 500
    const whose = index % 3 === 0 ? { enterpriseId: (index % count) + 1 } : { partyOrgId: (index % orgs) + 1 }
    const kind = index % 2 === 0 ? { direction: '收入', source: '企业投入' } : { direction: '支出', use: '会议和活动' }
    return { id: index + 1, occurredOn: addDays(today, -(index % 900)), amount, summary: `经费${index}`, ...whose, ...kind }
  }))
  await bulkInsert(manager, ActivityCount, times(orgs * 2, (index) => {
    const quarter = `2026年第${index < orgs ? 1 : 2}季度`
    return { id: index + 1, partyOrgId: (index % orgs) + 1, quarter, memberMeetings: 1, lectures: index % 3 }
  }))
  await bulkInsert(manager, Activity, times(orgs, (index) => {
    const heldOn = addDays(today, -(index % 700))
    return { id: index + 1, heldOn, carrier: '双争双强', title: `活动${index}`, partyOrgId: (index % orgs) + 1, attendance: index % 40 }
  }))
  const newcomers = times(count, (index) => index + 1).filter((id) => ((id - 1) * 37) % 7000 < 365 && id % 2 === 0)
  await bulkInsert(manager, FollowUp, newcomers.map((enterpriseId, index) => {
    return { id: index + 1, enterpriseId, step: '首次', doneOn: today, result: '情况正常' }
  }))
  await fillMeetings(manager, count, units)
  await fillScores(manager, orgs)
}

function bigVisits(count: number): NewRow<Visit>[] {
  const visits: NewRow<Visit>[] = []
  const liaisons = Math.max(1, Math.floor(count / 40))
  for (let enterpriseId = 2; enterpriseId <= count; enterpriseId += 4) {
    for (let turn = 0; turn < 3; turn++) {
      const id = visits.length + 1
      const visitedOn = addDays(today, -((enterpriseId * 7 + turn * 91) % 540))
      const problem = id % 5 === 0 ? { problem: `问题${id}`, deadline: addDays(visitedOn, 60) } : {}
      const solved = id % 10 === 0 ? { resolution: '已解决', resolvedOn: addDays(visitedOn, 30) } : {}
      const liaisonId = (enterpriseId % liaisons) + 1
      visits.push({ id, visitedOn, liaisonId, enterpriseId, mode: id % 7 === 0 ? '电话' : '实地', content: `了解生产情况${id}`, ...problem, ...solved })
    }
  }
  return visits
}

async function fillMeetings(manager: EntityManager, count: number, units: number): Promise<void> {
  await bulkInsert(manager, Meeting, times(500, (index) => {
    return { id: index + 1, heldOn: addDays(today, -index * 5), topic: `第${index}次联席会议` }
  }))
  await bulkInsert(manager, Decision, times(5000, (index) => {
    const state = ['未启动', '办理中', '已办结'][index % 3] ?? '未启动'
    return { id: index + 1, meetingId: (index % 500) + 1, unitId: (index % units) + 1, content: `事项${index}`, deadline: addDays(today, 90 - (index % 900)), state }
  }))
  await bulkInsert(manager, Proposal, times(Math.floor(count / 5), (index) => {
    const state = ['待答复', '办理中', '已答复'][index % 3] ?? '待答复'
    const receivedOn = addDays(today, -(index % 800))
    return { id: index + 1, receivedOn, raisedBy: '某企业', enterpriseId: index * 5 + 1, topic: `建议${index}`, content: '希望解决', answerDue: addDays(receivedOn, 60), state }
  }))
  const targets = [2024, 2025, 2026].flatMap((year) =>
    targetMeasures.flatMap((measure) => times(units, (index) => ({ year, measure, unitId: index + 1, value: 50 }))),
  )
  await bulkInsert(manager, Target, targets.map((target, index) => ({ id: index + 1, ...target })))
}

async function fillScores(manager: EntityManager, orgs: number): Promise<void> {
  await bulkInsert(manager, Scheme, [{ id: 1, year: 2026, name: '百分考核', total: 100 }])
  const items = times(5, (index) => {
    return { id: index + 1, schemeId: 1, sortNo: index + 1, groupName: '组织建设', text: `第${index}项`, max: 20, method: '人工评分' }
  })
  await bulkInsert(manager, SchemeItem, items)
  await bulkInsert(manager, Score, times(orgs * items.length, (index) => {
    return { id: index + 1, partyOrgId: (index % orgs) + 1, schemeItemId: Math.floor(index / orgs) + 1, final: index % 20 }
  }))
  await bulkInsert(manager, QuarterScore, times(orgs * 2, (index) => {
    return { id: index + 1, partyOrgId: (index % orgs) + 1, year: 2026, quarter: Math.floor(index / orgs) + 1, points: index % 100 }
  }))
}
