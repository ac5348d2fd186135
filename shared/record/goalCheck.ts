import { defineRecord } from './field'

/** 六有评定 of one enterprise in one quarter (docs/domain.md 9.9). Confirmed by a person, never written silently. */
export const goalCheckRecord = defineRecord({
  label: '六有评定',
  fields: {
    enterpriseId: { label: '企业', type: 'ref', to: 'enterprise', required: true },
    period: { label: '季度', type: 'quarter', required: true },
    checkedOn: { label: '评定日期', type: 'date', past: true, required: true },
    orgMet: { label: '有组织', goal: 'org', type: 'flag' },
    orgEvidence: { label: '有组织依据', goal: 'org', type: 'text', max: 200 },
    placeMet: { label: '有场地', goal: 'place', type: 'flag' },
    placeEvidence: { label: '有场地依据', goal: 'place', type: 'text', max: 200 },
    fundMet: { label: '有经费', goal: 'fund', type: 'flag' },
    fundEvidence: { label: '有经费依据', goal: 'fund', type: 'text', max: 200 },
    activityMet: { label: '有活动', goal: 'activity', type: 'flag' },
    activityEvidence: { label: '有活动依据', goal: 'activity', type: 'text', max: 200 },
    ruleMet: { label: '有制度', goal: 'rule', type: 'flag' },
    ruleEvidence: { label: '有制度依据', goal: 'rule', type: 'text', max: 200 },
    effectMet: { label: '有作用', goal: 'effect', type: 'flag' },
    effectEvidence: { label: '有作用依据', goal: 'effect', type: 'text', max: 200 },
    remedy: { label: '整改措施', type: 'text', max: 500, multiline: true },
    deadline: { label: '整改期限', type: 'date' },
  },
  title: ['enterpriseId', 'period'],
  order: { field: 'period', descending: true },
  date: 'checkedOn',
  unique: { fields: ['enterpriseId', 'period'], at: 'period', message: '这家企业这个季度已有评定，请改原来的那条' },
})
