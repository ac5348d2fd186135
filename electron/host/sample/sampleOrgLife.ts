import type { RecordChange } from '../../../shared/contract/record'
import { addDays } from '../../../shared/domain/calendarDate'
import type { FieldValue } from '../../../shared/record/field'
import { added, type SampleDistrict } from './sampleDistrict'

const quarterEnds = ['03-31', '06-30', '09-30', '12-31'] as const

/** Quarters of the year that have ended. */
function endedQuarters({ year, today }: SampleDistrict): number[] {
  return quarterEnds.flatMap((end, i) => (`${year}-${end}` < today ? [i + 1] : []))
}

/** Organisation life of the quarters that have ended, for nine organisations in ten. */
export function sampleLife(district: SampleDistrict): RecordChange[] {
  const { dice, orgs, year } = district
  const counts = orgs.flatMap((org) =>
    endedQuarters(district).flatMap((quarter): Record<string, FieldValue>[] => {
      if (dice.percent(10)) return []
      return [
        {
          partyOrgId: org.id,
          quarter: `${year}年第${quarter}季度`,
          memberMeetings: 1 + dice.below(2),
          groupMeetings: dice.below(4),
          lectures: dice.below(2),
          themeDays: 2 + dice.below(2),
        },
      ]
    }),
  )
  return added('activityCount', counts)
}

/** 季度考核分 of the quarters that have ended. */
export function sampleQuarterScores(district: SampleDistrict): RecordChange[] {
  const { dice, orgs, year } = district
  const scores = orgs.flatMap((org) =>
    endedQuarters(district).map((quarter) => ({ partyOrgId: org.id, year, quarter, points: 70 + dice.below(29) })),
  )
  return added('quarterScore', scores)
}

/** Halves the office rounded up or down itself, for some organisations, and why. */
export function sampleYearScores(district: SampleDistrict): RecordChange[] {
  const { orgs, year } = district
  if (!endedQuarters(district).includes(2)) return []
  const scores = orgs.flatMap(({ id }, i): Record<string, FieldValue>[] =>
    i % 9 === 4 ? [{ partyOrgId: id, year, firstHalf: 88, note: '上半年获评先进，加分后计' }] : [],
  )
  return added('yearScore', scores)
}

/** 换届: most organisations whose sheets state no election get one, so that every 届期状态 occurs. */
export function sampleElections({ today, dice, orgs }: SampleDistrict): RecordChange[] {
  return orgs.flatMap(({ id, values }): RecordChange[] => {
    const { orgType, foundedOn, lastElectionOn, termEndsOn } = values
    const termYears = orgType === '党委' ? 5 : orgType === '党支部' || orgType === '党总支' ? 3 : null
    if (termYears === null || lastElectionOn !== null || termEndsOn !== null || dice.percent(15)) return []
    const electedOn = addDays(today, -dice.below(termYears * 365 + 120))
    if (typeof foundedOn !== 'string' || electedOn <= foundedOn) return []
    const reported = addDays(electedOn, 5 + (id % 15))
    const reportedOn = reported <= today && id % 3 !== 0 ? reported : null
    return [{ kind: 'partyOrg', id, values: { lastElectionOn: electedOn, electionMethod: '党员大会选举', reportedOn } }]
  })
}

const carriers = [
  ['双争双强', '“争做先锋、争创一流”擂台赛'],
  ['一个党员一面旗', '党员示范岗授旗'],
  ['党员先锋岗', '技术攻关先锋岗评选'],
  ['主题党日', '参观党史馆'],
  ['志愿服务', '社区环境整治志愿服务'],
] as const

/** One activity of a named carrier for every third organisation. */
export function sampleActivities({ today, dice, orgs }: SampleDistrict): RecordChange[] {
  const activities = orgs.flatMap((org): Record<string, FieldValue>[] => {
    if (!dice.percent(35)) return []
    const [carrier, title] = dice.one(carriers)
    const heldOn = addDays(today, -5 - dice.below(240))
    return [{ heldOn, carrier, title, partyOrgId: org.id, attendance: 6 + dice.below(30), result: '党员和职工积极参加' }]
  })
  return added('activity', activities)
}

/** 经费 of this year: an income and up to two expenses for two organisations in three; amounts in 分. */
export function sampleFunds({ today, year, dice, orgs }: SampleDistrict): RecordChange[] {
  const entries = orgs.flatMap((org): Record<string, FieldValue>[] => {
    if (!dice.percent(66)) return []
    const start = addDays(`${year}-01-10`, dice.below(40))
    const income = (20 + dice.below(80)) * 10_000
    const source = dice.one(['企业投入', '党费返还', '财政列支'])
    const own: Record<string, FieldValue>[] = [
      { occurredOn: start, direction: '收入', partyOrgId: org.id, source, amount: income, summary: `${source}年度党建经费` },
    ]
    for (let i = 0; i < dice.below(3); i++) {
      const use = dice.one(['教育培训', '资料及设备', '会议和活动', '困难慰问补助', '阵地建设修缮'])
      const amount = Math.floor(income / (4 + dice.below(4)) / 100) * 100
      const occurredOn = addDays(start, 20 + dice.below(120))
      own.push({ occurredOn, direction: '支出', partyOrgId: org.id, use, amount, summary: `${use}支出` })
    }
    return own.filter(({ occurredOn }) => String(occurredOn) <= today)
  })
  return added('fundEntry', entries)
}

/** Trainings of two secretaries in three. */
export function sampleTrainings({ dice, terms, year }: SampleDistrict): RecordChange[] {
  return terms.flatMap(({ id, values }): RecordChange[] => {
    if (values['until'] !== null || !dice.percent(66)) return []
    const trainings = [{ year: year - 1, count: 1 + dice.below(2) }, { year, count: 1 + dice.below(2) }]
    return [{ kind: 'secretaryTerm', id, values: { trainings } }]
  })
}
