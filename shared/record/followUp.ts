import { followUpSteps } from '../domain/followUpStanding'
import { defineRecord } from './field'

/** 新设立企业跟踪: the first and the second look at a newly founded enterprise. */
export const followUpRecord = defineRecord({
  label: '新设立企业跟踪',
  fields: {
    enterpriseId: { label: '企业', type: 'ref', to: 'enterprise', required: true },
    step: { label: '节点', type: 'choice', options: followUpSteps, wordedBy: 'followUpSteps', required: true },
    doneOn: { label: '跟踪日期', type: 'date', past: true, required: true },
    result: { label: '了解到的情况', type: 'text', max: 500, multiline: true, required: true },
    handler: { label: '跟踪人', type: 'text', max: 20 },
    note: { label: '备注', type: 'text', max: 200 },
  },
  title: ['enterpriseId', 'step'],
  order: { field: 'doneOn', descending: true },
  date: 'doneOn',
  unique: { fields: ['enterpriseId', 'step'], at: 'step', message: '这家企业这个节点已有跟踪，请改原来的那条' },
})
