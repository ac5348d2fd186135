import { frequencyUnits, liaisonKinds } from '../domain/valueDomain'
import { defineRecord } from './field'

/** 指导员、联络员 (docs/domain.md 9.6). */
export const liaisonRecord = defineRecord({
  label: '联络员(指导员)',
  fields: {
    name: { label: '姓名', type: 'text', max: 20, required: true },
    kind: { label: '类别', type: 'choice', options: liaisonKinds, required: true },
    employer: { label: '工作单位', type: 'text', max: 80 },
    post: { label: '职务', type: 'text', max: 40 },
    homeOrg: { label: '组织关系所在', type: 'text', max: 80 },
    fullTime: { label: '专职', type: 'flag', required: true },
    level: { label: '选派层级', type: 'choice', options: ['区级', '乡镇街道级', '其他'] },
    phone: { label: '联系电话', type: 'phone' },
    batch: { label: '批次', type: 'text', max: 20 },
    station: { label: '指导站', type: 'text', max: 40 },
    active: { label: '在岗', type: 'flag', required: true },
  },
  title: ['name'],
  order: { field: 'name', descending: false },
})

/** 联系关系 (docs/domain.md 9.6). */
export const assignmentRecord = defineRecord({
  label: '联系关系',
  fields: {
    liaisonId: { label: '联络员(指导员)', type: 'ref', to: 'liaison', required: true },
    enterpriseId: { label: '企业', type: 'ref', to: 'enterprise', required: true },
    from: { label: '联系起', type: 'date' },
    to: { label: '联系止', type: 'date' },
    frequencyTimes: { label: '走访次数要求', type: 'count', min: 1, max: 100, unit: '次', required: true },
    frequencyUnit: { label: '每', type: 'choice', options: frequencyUnits, required: true },
    endReason: { label: '结束原因', type: 'text', max: 100 },
    note: { label: '备注', type: 'text', max: 200 },
  },
  title: ['liaisonId', 'enterpriseId'],
  order: { field: 'from', descending: true },
})

/** 走访记录 (docs/domain.md 9.7): problem → measure → responsible → deadline → solved. */
export const visitRecord = defineRecord({
  label: '走访记录',
  fields: {
    visitedOn: { label: '走访日期', type: 'date', past: true, required: true },
    liaisonId: { label: '联络员(指导员)', type: 'ref', to: 'liaison', required: true },
    enterpriseId: { label: '企业', type: 'ref', to: 'enterprise', required: true },
    mode: { label: '方式', type: 'choice', options: ['实地', '电话', '线上', '座谈'], required: true },
    metPersons: { label: '见面人员', type: 'text', max: 100 },
    content: { label: '走访内容', type: 'text', max: 500, multiline: true, required: true },
    problem: { label: '发现问题', type: 'text', max: 500, multiline: true },
    measure: { label: '解决措施', type: 'text', max: 500, multiline: true },
    responsible: { label: '责任人', type: 'text', max: 40 },
    deadline: { label: '解决期限', type: 'date' },
    resolution: { label: '解决情况', type: 'choice', options: ['未解决', '正在解决', '已解决'] },
    resolvedOn: { label: '销号日期', type: 'date', past: true },
    suggestion: { label: '意见建议', type: 'text', max: 500, multiline: true },
    followsVisitId: { label: '回访', type: 'ref', to: 'visit', help: '这次是对哪次走访的回访' },
  },
  title: ['visitedOn', 'enterpriseId'],
  order: { field: 'visitedOn', descending: true },
  date: 'visitedOn',
})
