import type { RecordChange } from '../../../shared/contract/record'
import { addDays } from '../../../shared/domain/calendarDate'
import type { FieldValue } from '../../../shared/record/field'
import { added, type SampleDistrict } from './sampleDistrict'

/** 年度任务 of every unit. */
export function sampleTargets({ year, dice, units }: SampleDistrict): RecordChange[] {
  const targets = units.flatMap(({ id }): Record<string, FieldValue>[] => [
    { year, unitId: id, measure: '新建党组织数', value: 1 + dice.below(3) },
    { year, unitId: id, measure: '组织覆盖率', value: 60 + dice.below(5) * 5 },
    { year, unitId: id, measure: '两个覆盖率', value: 85 + dice.below(4) * 5 },
    { year, unitId: id, measure: '三建三送户数', value: 3 + dice.below(6) },
  ])
  return added('target', targets)
}

/** Two 联席会议 with what they decided, done, under way and overdue. */
export function sampleMeetings({ today, dice, units }: SampleDistrict): RecordChange[] {
  const meetings = added('meeting', [
    { heldOn: addDays(today, -130), topic: '非公有制企业党建工作联席会议（上半年）', place: '区行政中心三楼会议室', host: '王部长', attendees: '区委组织部、区市场监管局、区工商联、各乡镇街道', summary: '通报“双覆盖”进展，研究应建未建企业组建工作。' },
    { heldOn: addDays(today, -25), topic: '“三建三送”推进会', place: '区行政中心三楼会议室', host: '王部长', attendees: '各乡镇街道党（工）委', summary: '部署党员活动室建设和牌匾、党旗、图书配送。' },
  ])
  const tasks = ['核对应建未建企业名单，逐家制定组建计划', '完成届满党组织换届', '摸排流动党员并接转组织关系', '配送党旗和党建图书', '规范党员活动室标识', '报送三季度统计表'] as const
  const decisions = tasks.map((content, i): Record<string, FieldValue> => {
    const meetingId = i < 3 ? -1 : -2
    const deadline = addDays(today, [-70, -10, 20, 5, 35, -3][i] ?? 30)
    const unitId = units[i % units.length]?.id ?? null
    const known = { meetingId, content, unitId, responsible: dice.one(['李主任', '王主任', '张科长']), deadline }
    if (i === 0) return { ...known, state: '已办结', finishedOn: addDays(deadline, -4), result: '名单已核对，计划已上报' }
    return { ...known, state: i % 2 === 0 ? '办理中' : '未启动' }
  })
  return [...meetings, ...added('decision', decisions)]
}

/** 意见建议: answered, in hand and overdue. */
export function sampleProposals({ today, enterprises }: SampleDistrict): RecordChange[] {
  const said = [
    ['党员活动场所', '希望园区统一建设党群活动中心，供小企业共用', '已答复'],
    ['党务培训', '建议每年为兼职党务工作者办一期培训班', '已答复'],
    ['流动党员', '外地职工党员较多，建议简化组织关系接转手续', '办理中'],
    ['经费保障', '建议明确企业党建经费税前列支办法', '待答复'],
    ['活动时间', '建议主题党日尽量安排在生产淡季', '待答复'],
  ] as const
  const proposals = said.map(([topic, content, state], i): Record<string, FieldValue> => {
    const receivedOn = addDays(today, -90 + i * 18)
    const known = { receivedOn, raisedBy: '企业负责人', enterpriseId: enterprises[i * 7]?.id ?? null, topic, content, responsibleUnit: '区委组织部', answerDue: addDays(receivedOn, 30), state }
    return state === '已答复' ? { ...known, answer: '已采纳，列入年度工作安排', answeredOn: addDays(receivedOn, 21), satisfaction: '满意' } : known
  })
  return added('proposal', proposals)
}
