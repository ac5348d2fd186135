import type { RecordChange } from '../../../shared/contract/record'
import { quarterLabel } from '../../../shared/domain/quarter'
import { addDays } from '../../../shared/domain/calendarDate'
import { dice } from './dice'
import type { SampleCall } from './sampleCall'
import { readDistrict, type SampleDistrict } from './sampleDistrict'
import { sampleMeetings, sampleProposals, sampleTargets } from './sampleOffice'
import { sampleActivities, sampleElections, sampleFunds, sampleLife, sampleQuarterScores, sampleTrainings, sampleYearScores } from './sampleOrgLife'
import { sampleIndustries } from './sampleIndustries'
import { sampleNewcomers, samplePlans } from './samplePlans'
import { sampleVisits } from './sampleVisits'

const operator = '示例数据'

/**
 * The work of a year on the sample district, so that every screen shows some: visits, organisation life, funds, plans,
 * follow-ups, targets, meetings, proposals, an assessment and two locked periods. What the workbooks state stays as it is.
 */
export async function fillSampleWork(call: SampleCall): Promise<void> {
  const district = await readDistrict(call, dice(20_260_630))
  const parts: [label: string, changes: RecordChange[]][] = [
    ['党组织换届', sampleElections(district)],
    ['走访记录', sampleVisits(district)],
    ['组织生活', sampleLife(district)],
    ['载体活动', sampleActivities(district)],
    ['党建经费', sampleFunds(district)],
    ['书记培训', sampleTrainings(district)],
    ['组建计划', samplePlans(district)],
    ['新设立企业', sampleNewcomers(district)],
    ['年度任务', sampleTargets(district)],
    ['联席会议', sampleMeetings(district)],
    ['意见建议', sampleProposals(district)],
    ['季度考核分', sampleQuarterScores(district)],
    ['半年考核分', sampleYearScores(district)],
    ['行业类别', sampleIndustries(district)],
  ]
  for (const [label, changes] of parts) {
    if (changes.length > 0) await call('record.save', { changes, label: `示例：${label}`, operator })
  }
  await fillAssessment(call, district)
  await lockPeriods(call, district)
}

/** Last year's assessment, scored by hand where nothing is computed. */
async function fillAssessment(call: SampleCall, { year, dice: throws, orgs }: SampleDistrict): Promise<void> {
  const { saved } = await call('assessment.create', { year, name: `${year}年度党建工作考核`, operator })
  const scheme = saved.find(({ kind }) => kind === 'scheme')
  if (!scheme) return
  const { items } = await call('assessment.sheet', { schemeId: scheme.id })
  const changes = orgs.flatMap((org, i) =>
    items
      .filter(({ formula }) => formula === null)
      .map(({ id, max }, j): RecordChange => {
        const final = max - throws.below(4)
        return { kind: 'score', id: -1 - i * items.length - j, values: { partyOrgId: org.id, schemeItemId: id, self: max, final, deduction: final < max ? '资料不全' : null, note: i % 8 === 3 && j === 0 ? '已实地核对' : null } }
      }),
  )
  if (changes.length > 0) await call('record.save', { changes, label: '示例：考核得分', operator })
}

/** The two quarters that ended last. */
async function lockPeriods(call: SampleCall, { today }: SampleDistrict): Promise<void> {
  const last = lastDayBefore(today)
  for (const cutOffOn of [lastDayBefore(last), last]) {
    await call('period.lock', { kind: '季', label: quarterLabel(cutOffOn), cutOffOn, operator })
  }
}

/** The last day of the quarter before the one a day lies in. */
function lastDayBefore(day: string): string {
  const firstMonth = Math.floor((Number(day.slice(5, 7)) - 1) / 3) * 3 + 1
  return addDays(`${day.slice(0, 4)}-${String(firstMonth).padStart(2, '0')}-01`, -1)
}
