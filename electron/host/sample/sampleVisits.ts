import type { RecordChange } from '../../../shared/contract/record'
import { addDays } from '../../../shared/domain/calendarDate'
import type { FieldValue } from '../../../shared/record/field'
import { added, type SampleDistrict } from './sampleDistrict'

const contents = [
  '了解生产经营和用工情况，宣传党的政策',
  '走访车间，与职工座谈，摸排流动党员',
  '指导完善党员活动室和工作制度上墙',
  '与出资人交流党建工作，听取意见建议',
  '了解入党积极分子培养情况',
] as const
const problems = [
  ['没有固定的党员活动场所', '协调园区党群服务中心共用活动室'],
  ['党员人数不足，不能单独组建', '与相邻企业联合组建，先摸清流动党员'],
  ['党建书刊和学习资料不足', '列入下一批配送计划'],
  ['出资人对党建工作不够了解', '安排街道负责同志上门座谈'],
] as const

/** Visits of this year for most assignments, one in six with a problem on its way to an end. */
export function sampleVisits({ today, year, dice, assignments }: SampleDistrict): RecordChange[] {
  const visits: Record<string, FieldValue>[] = []
  for (const { values } of assignments) {
    for (let month = 0; month < 12; month += 3) {
      const visitedOn = addDays(`${year}-01-05`, month * 30 + dice.below(70))
      const hasBegun = typeof values['from'] !== 'string' || values['from'] <= visitedOn
      if (visitedOn > today || !hasBegun || values['to'] !== null || dice.percent(18)) continue
      const visit: Record<string, FieldValue> = {
        visitedOn,
        liaisonId: values['liaisonId'] ?? null,
        enterpriseId: values['enterpriseId'] ?? null,
        mode: dice.one(['实地', '实地', '实地', '电话', '座谈']),
        metPersons: dice.one(['办公室主任', '出资人', '人事负责人', '车间主任']),
        content: dice.one(contents),
      }
      visits.push(dice.percent(16) ? { ...visit, ...problemOf(visitedOn, today, dice) } : visit)
    }
  }
  return added('visit', visits)
}

function problemOf(visitedOn: string, today: string, dice: SampleDistrict['dice']): Record<string, FieldValue> {
  const [problem, measure] = dice.one(problems)
  const deadline = addDays(visitedOn, 60)
  const known = { problem, measure, responsible: dice.one(['李主任', '王主任', '张科长']), deadline }
  const resolvedOn = addDays(visitedOn, 20 + dice.below(30))
  if (resolvedOn <= today && dice.percent(70)) return { ...known, resolution: '已解决', resolvedOn }
  return { ...known, resolution: dice.one(['未解决', '正在解决']) }
}
