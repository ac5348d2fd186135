import type { TargetPace } from '../domain/targetStanding'
import { defineRecord } from './field'

/** What a yearly target may be set for; done is computed from the records (docs/domain.md 9.13). */
export const targetMeasures = ['新建党组织数', '组织覆盖率', '两个覆盖率', '三建三送户数', '走访完成率'] as const
export type TargetMeasure = (typeof targetMeasures)[number]

/** The others are counts, which sum up over the units. */
export function isRateMeasure(measure: TargetMeasure): boolean {
  return measure.endsWith('率')
}

export const targetPaces: Readonly<Record<TargetMeasure, TargetPace>> = {
  新建党组织数: 'sum',
  组织覆盖率: 'level',
  两个覆盖率: 'level',
  三建三送户数: 'sum',
  走访完成率: 'due',
}

/** 年度任务. A rate is stated in percent. */
export const targetRecord = defineRecord({
  label: '年度任务',
  fields: {
    year: { label: '年度', type: 'count', min: 2000, max: 2100, required: true },
    unitId: { label: '单位', type: 'ref', to: 'unit', required: true },
    measure: { label: '任务', type: 'choice', options: targetMeasures, required: true },
    value: { label: '目标', type: 'number', help: '比率填百分数，例如 85' },
    note: { label: '备注', type: 'text', max: 200 },
  },
  title: ['year', 'unitId', 'measure'],
  order: { field: 'year', descending: true },
  unique: { fields: ['year', 'unitId', 'measure'], at: 'measure', message: '这个单位本年度的这项任务已有目标，请改原来的那条' },
})
