import { assessmentFormulas } from '../domain/assessment'
import { defineRecord } from './field'

/** 百分考核: the scheme of a year (docs/domain.md 9.12). */
export const schemeRecord = defineRecord({
  label: '考核方案',
  fields: {
    year: { label: '年度', type: 'count', min: 2000, max: 2100, required: true },
    name: { label: '方案名称', type: 'text', max: 60, required: true },
    total: { label: '总分', type: 'count', min: 1, max: 1000, required: true },
    yearBy: {
      label: '年度总分',
      type: 'choice',
      options: ['按考核项目', '按季度分值'],
      help: '等次、名次和平均分以它为准；不选时按考核项目',
    },
    note: { label: '说明', type: 'text', max: 500, multiline: true },
  },
  title: ['year', 'name'],
  order: { field: 'year', descending: true },
})

export const schemeItemRecord = defineRecord({
  label: '考核项目',
  fields: {
    schemeId: { label: '考核方案', type: 'ref', to: 'scheme', required: true },
    sortNo: { label: '序号', type: 'count', min: 1, required: true },
    groupName: { label: '类别', type: 'text', max: 30, required: true },
    text: { label: '考核内容', type: 'text', max: 200, required: true },
    max: { label: '分值', type: 'number', max: 1000, required: true },
    rule: { label: '评分标准', type: 'text', max: 300, multiline: true },
    method: { label: '评分方式', type: 'choice', options: ['人工评分', '系统计算'], required: true },
    formula: { label: '计算公式', type: 'choice', options: assessmentFormulas },
    itemMethod: { label: '考评方式', type: 'text', max: 40, suggestions: ['查看资料', '实地查看', '座谈了解'] },
  },
  title: ['groupName', 'text'],
  order: { field: 'sortNo', descending: false },
})

export const scoreRecord = defineRecord({
  label: '考核得分',
  fields: {
    partyOrgId: { label: '党组织', type: 'ref', to: 'partyOrg', required: true },
    schemeItemId: { label: '考核项目', type: 'ref', to: 'schemeItem', required: true },
    self: { label: '自评分', type: 'number', max: 1000 },
    final: { label: '考核分', type: 'number', max: 1000 },
    deduction: { label: '扣分原因', type: 'text', max: 200 },
    note: { label: '备注', type: 'text', max: 200 },
  },
  title: ['partyOrgId', 'schemeItemId'],
  order: { field: 'partyOrgId', descending: false },
  unique: {
    fields: ['schemeItemId', 'partyOrgId'],
    at: 'schemeItemId',
    message: '这个党组织的这一项已有得分，请改原来的那条',
  },
})

/** 季度分值 of one organisation, for districts that assess by quarter (F11S). */
export const quarterScoreRecord = defineRecord({
  label: '季度分值',
  fields: {
    partyOrgId: { label: '党组织', type: 'ref', to: 'partyOrg', required: true },
    year: { label: '年度', type: 'count', min: 2000, max: 2100, required: true },
    quarter: { label: '季度', type: 'count', min: 1, max: 4, required: true },
    points: { label: '分值', type: 'number', max: 1000 },
  },
  title: ['partyOrgId', 'year', 'quarter'],
  order: { field: 'year', descending: true },
  unique: {
    fields: ['year', 'quarter', 'partyOrgId'],
    at: 'quarter',
    message: '这个党组织这一季度已有分值，请改原来的那条',
  },
})

/** 半年分值 typed for one organisation in the place of the mean of its quarters, and its note (F11S). */
export const yearScoreRecord = defineRecord({
  label: '半年分值',
  fields: {
    partyOrgId: { label: '党组织', type: 'ref', to: 'partyOrg', required: true },
    year: { label: '年度', type: 'count', min: 2000, max: 2100, required: true },
    firstHalf: { label: '上半年分值', type: 'number', max: 1000, help: '不填时取第一、二季度的平均' },
    secondHalf: { label: '下半年分值', type: 'number', max: 1000, help: '不填时取第三、四季度的平均' },
    note: { label: '备注', type: 'text', max: 200 },
  },
  title: ['partyOrgId', 'year'],
  order: { field: 'year', descending: true },
  unique: { fields: ['year', 'partyOrgId'], at: 'year', message: '这个党组织这一年度已有半年分值，请改原来的那条' },
})
