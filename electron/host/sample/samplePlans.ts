import type { RecordChange } from '../../../shared/contract/record'
import { addDays } from '../../../shared/domain/calendarDate'
import type { FieldValue } from '../../../shared/record/field'
import { added, type SampleDistrict } from './sampleDistrict'

/** 组建计划 of the enterprises that could have an organisation and have none. */
export function samplePlans({ today, dice, enterprises }: SampleDistrict): RecordChange[] {
  return enterprises.flatMap(({ id, values, computed, unitName }): RecordChange[] => {
    const isUnbuilt = computed['status'] !== '单独' && computed['status'] !== '联合'
    const members = Number(values['formalMembers'] ?? 0)
    if (!isUnbuilt || (members < 3 && !dice.percent(25))) return []
    const plan: Record<string, FieldValue> = {
      ...(values['plannedFoundingOn'] === null && members >= 3 ? { plannedFoundingOn: addDays(today, dice.below(150) - 40) } : {}),
      plannedMode: members >= 3 ? '单独组建' : '联合组建',
      plannedMeasure: members >= 3 ? '召开党员大会，选举支部委员会' : '摸排流动党员，与相邻企业联合组建',
      progress: dice.one(['已与出资人沟通', '已上报请示', '正在确定书记人选', '已召开筹备会']),
      responsibleUnit: unitName,
      responsible: dice.one(['李主任', '王主任', '张科长']),
    }
    return [{ kind: 'enterprise', id, values: plan }]
  })
}

/** How many days ago the newly founded enterprises of the sample were founded, and which looks were taken. */
const newcomers = [
  { days: 12, looks: [] },
  { days: 24, looks: [] },
  { days: 41, looks: ['首次'] },
  { days: 55, looks: [] },
  { days: 84, looks: ['首次'] },
  { days: 98, looks: ['首次', '再次'] },
  { days: 110, looks: ['首次'] },
] as const

/** 新设立企业: a few enterprises without a founding date are given a recent one, and followed up. */
export function sampleNewcomers({ today, enterprises }: SampleDistrict): RecordChange[] {
  const young = enterprises.filter(({ values, computed }) => values['establishedOn'] === null && computed['status'] === '未覆盖')
  const founded: RecordChange[] = []
  const followUps: Record<string, FieldValue>[] = []
  newcomers.forEach(({ days, looks }, i) => {
    const enterprise = young[i * 3]
    if (!enterprise) return
    founded.push({ kind: 'enterprise', id: enterprise.id, values: { establishedOn: addDays(today, -days) } })
    for (const step of looks) {
      const doneOn = addDays(today, (step === '首次' ? 28 : 88) - days)
      followUps.push({ enterpriseId: enterprise.id, step, doneOn, result: '已上门登记党员情况，暂无正式党员', handler: '李主任' })
    }
  })
  return [...founded, ...added('followUp', followUps)]
}
