import { secretarySources } from '../domain/valueDomain'
import { defineRecord } from './field'

/** 书记任职 (docs/domain.md 9.5): a named officer. The term without an end is the one in office. */
export const secretaryTermRecord = defineRecord({
  label: '书记任职',
  fields: {
    partyOrgId: { label: '党组织', type: 'ref', to: 'partyOrg', required: true },
    name: { label: '书记姓名', type: 'text', max: 20, required: true },
    source: { label: '书记来源', type: 'choice', options: secretarySources, wordedBy: 'secretarySource' },
    identity: {
      label: '身份',
      type: 'choice',
      options: ['出资人', '高管', '中层管理人员', '一般职工', '机关选派干部', '村(社区)干部', '其他'],
    },
    enterprisePost: { label: '企业职务', type: 'text', max: 40 },
    fullTime: { label: '专职', type: 'flag' },
    since: { label: '任职起', type: 'date' },
    until: { label: '任职止', type: 'date' },
    phone: { label: '联系电话', type: 'phone' },
    education: { label: '学历', type: 'text', max: 20 },
    trainings: { label: '培训次数', type: 'yearCounts', help: '按年度，例如 2026年2次' },
  },
  title: ['name', 'partyOrgId'],
  order: { field: 'since', descending: true },
})
