import { defineRecord } from './field'

/** 组织生活次数 by quarter: counts, no names (docs/domain.md 9.10). */
export const activityCountRecord = defineRecord({
  label: '组织生活',
  fields: {
    partyOrgId: { label: '党组织', type: 'ref', to: 'partyOrg', required: true },
    quarter: { label: '季度', type: 'quarter', required: true },
    memberMeetings: { label: '党员大会', type: 'count', unit: '次', help: '一般每季度 1 次' },
    committeeMeetings: { label: '支委会', type: 'count', unit: '次', help: '设支委会的，一般每月 1 次' },
    groupMeetings: { label: '党小组会', type: 'count', unit: '次', help: '一般每月 1 次' },
    lectures: { label: '党课', type: 'count', unit: '次' },
    themeDays: { label: '主题党日', type: 'count', unit: '次', help: '一般每月 1 次' },
    other: { label: '其他', type: 'count', unit: '次' },
    note: { label: '备注', type: 'text', max: 200 },
  },
  title: ['partyOrgId', 'quarter'],
  order: { field: 'quarter', descending: true },
  unique: { fields: ['partyOrgId', 'quarter'], at: 'quarter', message: '这个党组织这个季度已有次数，请改原来的那条' },
})

/** 载体活动: a named carrier (双争双强, 一个党员一面旗 …), the list being a setting. */
export const activityRecord = defineRecord({
  label: '载体活动',
  fields: {
    heldOn: { label: '活动日期', type: 'date', past: true, required: true },
    carrier: { label: '活动载体', type: 'text', max: 40, suggestedBy: 'carriers', required: true },
    title: { label: '活动名称', type: 'text', max: 100, required: true },
    partyOrgId: { label: '党组织', type: 'ref', to: 'partyOrg' },
    enterpriseId: { label: '企业', type: 'ref', to: 'enterprise' },
    attendance: { label: '参加人数', type: 'count', unit: '人' },
    content: { label: '主要内容', type: 'text', max: 500, multiline: true },
    result: { label: '成效', type: 'text', max: 500, multiline: true },
  },
  title: ['heldOn', 'title'],
  order: { field: 'heldOn', descending: true },
  date: 'heldOn',
})
