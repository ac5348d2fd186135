import type { FieldValue } from '../../../shared/record/field'
import type { RecordKind } from '../../../shared/record/recordKind'
import type { TestOffice } from './createTestOffice'

type Values = Record<string, FieldValue>
/** One record and more of each kind, belonging together; ids count from 1 in each kind. */
const seed: [RecordKind, Values][] = [
  ['enterprise', { name: '东河公司', unitId: 1, formalMembers: 3, creditCode: '91350100M000100Y43' }],
  ['enterprise', { name: '西山公司', unitId: 1 }],
  ['partyOrg', { name: '中共东河支部', unitId: 1, mode: '单独组建', orgType: '党支部', foundedOn: '2020-01-01' }],
  ['coverage', { partyOrgId: 1, enterpriseId: 1, since: '2020-01-01' }],
  ['secretaryTerm', { partyOrgId: 1, name: '张三', source: '内选', since: '2020-01-01' }],
  ['liaison', { name: '李四', kind: '联络员' }],
  ['assignment', { liaisonId: 1, enterpriseId: 2, from: '2025-01-01' }],
  ['visit', { visitedOn: '2026-06-01', liaisonId: 1, enterpriseId: 2, mode: '实地', content: '了解情况' }],
  ['delivery', { enterpriseId: 1, item: 'flag', state: '已落实', doneOn: '2026-01-01' }],
  ['goalCheck', { enterpriseId: 1, period: '2026年第2季度', checkedOn: '2026-06-30' }],
  ['activityCount', { partyOrgId: 1, quarter: '2026年第2季度', lectures: 1 }],
  ['activity', { heldOn: '2026-06-01', carrier: '双争双强', title: '学习', partyOrgId: 1 }],
  ['fundEntry', { occurredOn: '2026-06-01', direction: '收入', source: '企业投入', amount: 100, partyOrgId: 1 }],
  ['followUp', { enterpriseId: 1, step: '首次', doneOn: '2026-06-01', result: '正常' }],
  ['target', { year: 2026, unitId: 1, measure: '新建党组织数', value: 5 }],
  ['meeting', { heldOn: '2026-06-01', topic: '部署' }],
  ['decision', { meetingId: 1, content: '落实', unitId: 1, deadline: '2026-12-31' }],
  ['proposal', { receivedOn: '2026-06-01', raisedBy: '王五', topic: '场地', content: '缺场地' }],
  ['scheme', { year: 2026, name: '考核', total: 100 }],
  ['schemeItem', { schemeId: 1, sortNo: 1, groupName: '组织', text: '换届', max: 10, method: '人工评分' }],
  ['score', { partyOrgId: 1, schemeItemId: 1, final: 8 }],
  ['quarterScore', { partyOrgId: 1, year: 2026, quarter: 1, points: 80 }],
  ['yearScore', { partyOrgId: 1, year: 2026, firstHalf: 80 }],
  ['distinction', { oneId: 1, otherId: 2, oneAs: '甲', otherAs: '乙', decidedOn: '2026-06-30' }],
]

/** Sets an empty office up with two units and records of every kind. */
export async function fillEveryKind(office: TestOffice): Promise<void> {
  const units = ['甲街道', '乙街道'].map((name, i) => ({ name, kind: '街道' as const, sortNo: i + 1, aliases: [] }))
  await office.call('office.setup', { regionName: '某区', officeName: '某区委两新工委', units })
  for (const [kind, values] of seed) await office.call('record.save', { changes: [{ kind, id: -1, values }] })
}
