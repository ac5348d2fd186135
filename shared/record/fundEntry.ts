import { defineRecord } from './field'

/** 党建经费: one income or expense (docs/domain.md 9.11). */
export const fundEntryRecord = defineRecord({
  label: '党建经费',
  fields: {
    occurredOn: { label: '日期', type: 'date', past: true, required: true },
    direction: { label: '收支', type: 'choice', options: ['收入', '支出'], required: true },
    partyOrgId: { label: '党组织', type: 'ref', to: 'partyOrg' },
    enterpriseId: { label: '企业', type: 'ref', to: 'enterprise' },
    source: { label: '收入来源', type: 'text', max: 20, suggestedBy: 'fundSources' },
    use: {
      label: '支出用途',
      type: 'choice',
      options: ['教育培训', '资料及设备', '会议和活动', '表彰奖励', '困难慰问补助', '阵地建设修缮', '工本耗材', '其他'],
    },
    amount: { label: '金额', type: 'money', per: '元', unit: '元', required: true },
    summary: { label: '摘要', type: 'text', max: 100 },
    voucherNo: { label: '凭证号', type: 'text', max: 30 },
    handler: { label: '经办人', type: 'text', max: 20 },
    note: { label: '备注', type: 'text', max: 200 },
  },
  title: ['occurredOn', 'direction', 'summary'],
  order: { field: 'occurredOn', descending: true },
  date: 'occurredOn',
})
