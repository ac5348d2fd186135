import { defineRecord } from './field'

/** 意见建议(提案) with its answer. */
export const proposalRecord = defineRecord({
  label: '意见建议',
  fields: {
    receivedOn: { label: '收到日期', type: 'date', past: true, required: true },
    raisedBy: { label: '提出人', type: 'text', max: 60, required: true },
    enterpriseId: { label: '企业', type: 'ref', to: 'enterprise' },
    topic: { label: '主题', type: 'text', max: 100, required: true },
    content: { label: '内容', type: 'text', max: 1000, multiline: true, required: true },
    responsibleUnit: { label: '承办单位', type: 'text', max: 40 },
    answerDue: { label: '答复期限', type: 'date' },
    state: { label: '办理情况', type: 'choice', options: ['待答复', '办理中', '已答复'], required: true },
    answer: { label: '答复内容', type: 'text', max: 1000, multiline: true },
    answeredOn: { label: '答复日期', type: 'date', past: true },
    satisfaction: { label: '满意度', type: 'choice', options: ['满意', '基本满意', '不满意'] },
  },
  title: ['receivedOn', 'topic'],
  order: { field: 'receivedOn', descending: true },
  date: 'receivedOn',
})
