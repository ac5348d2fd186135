import { deliveryItems, deliveryStates } from '../domain/valueDomain'
import { defineRecord } from './field'

/** 三建三送: one item of one enterprise (docs/domain.md 9.8). */
export const deliveryRecord = defineRecord({
  label: '三建三送',
  fields: {
    enterpriseId: { label: '企业', type: 'ref', to: 'enterprise', required: true },
    item: {
      label: '项目',
      type: 'choice',
      options: deliveryItems.map((item) => item.key),
      shown: Object.fromEntries(deliveryItems.map((item) => [item.key, item.label])),
      wordedBy: 'deliveryItems',
      required: true,
    },
    state: { label: '落实情况', type: 'choice', options: deliveryStates, wordedBy: 'delivery', required: true },
    quantity: { label: '数量', type: 'number' },
    unitLabel: { label: '计量单位', type: 'text', max: 6 },
    amount: { label: '金额', type: 'money', per: '元', unit: '元' },
    fundSource: { label: '经费来源', type: 'text', max: 40, suggestedBy: 'fundSources' },
    batch: { label: '批次', type: 'text', max: 40 },
    doneOn: { label: '落实日期', type: 'date', past: true },
    receiver: { label: '接收人', type: 'text', max: 20 },
    handler: { label: '经办人', type: 'text', max: 20 },
    partyOrgId: { label: '党组织', type: 'ref', to: 'partyOrg' },
    sharedWithOrg: { label: '联合党组织共用', type: 'flag' },
    acceptedOn: { label: '验收日期', type: 'date', past: true },
    replacedOn: { label: '更换日期', type: 'date', past: true },
    note: { label: '备注', type: 'text', max: 200 },
  },
  title: ['enterpriseId', 'item'],
  order: { field: 'enterpriseId', descending: false },
  date: 'doneOn',
  unique: { fields: ['enterpriseId', 'item'], at: 'item', message: '这家企业的这一项已有登记，请改原来的那条' },
})
