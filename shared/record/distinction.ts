import { defineRecord } from './field'

/**
 * Two enterprises that look like one and are not, as somebody said. It holds while their names and codes stay as they
 * were then; the enterprise with the smaller id is the first.
 */
export const distinctionRecord = defineRecord({
  label: '非同一家确认',
  fields: {
    oneId: { label: '企业甲', type: 'ref', to: 'enterprise', required: true },
    otherId: { label: '企业乙', type: 'ref', to: 'enterprise', required: true },
    oneAs: { label: '企业甲当时的名称、代码', type: 'text', max: 1000, required: true },
    otherAs: { label: '企业乙当时的名称、代码', type: 'text', max: 1000, required: true },
    decidedOn: { label: '确认日期', type: 'date', past: true, required: true },
    decidedBy: { label: '确认人', type: 'text', max: 20 },
  },
  title: ['oneId', 'otherId'],
  order: { field: 'decidedOn', descending: true },
  date: 'decidedOn',
  unique: { fields: ['oneId', 'otherId'], at: 'otherId', message: '这两家企业已确认不是同一家' },
})
