import { expect, it } from 'vitest'
import type { ImportCounts, ImportPlan, PlannedRow } from '../../../shared/contract/import'
import { countsOf, rowColumns, titleOf } from './planScope'
import { rowHeadline } from './rowHeadline'

const counts = (rows: number): ImportCounts => ({ rows, add: rows, change: 0, same: 0, skipped: 0, errors: 0, warnings: 0, notices: 0 })
const plan: ImportPlan = {
  planId: '1', policy: 'replace', totals: counts(5), newOrgs: [], newLiaisons: 0, absent: [],
  files: [{ fileId: 'a', name: '甲.xlsx', unit: null, ...counts(3) }, { fileId: 'b', name: '乙.xlsx', unit: null, ...counts(2) }],
  forms: [{ form: 'F01', title: '企业台账', ...counts(1) }, { form: 'F05', title: '走访台账', ...counts(4) }],
}

it('counts a file, a form or all of a plan, with the columns their rows need', () => {
  expect([{}, { fileId: 'b' }, { form: 'F05' }].map((scope) => countsOf(plan, scope).rows)).toEqual([5, 2, 4])
  expect(rowColumns(plan, {})).toEqual({ form: true, creditCode: true })
  expect(rowColumns(plan, { form: 'F05' })).toEqual({ form: false, creditCode: false })
  expect(rowColumns(plan, { form: 'F01' })).toEqual({ form: false, creditCode: true })
  expect(titleOf(plan, { form: 'F05' })).toBe('走访台账')
})

it('tells a new record by the main things of its form', () => {
  const change = (field: string, label: string, after: string): PlannedRow['changes'][number] => ({ field, label, before: '', after })
  const row = (form: string, changes: PlannedRow['changes']): PlannedRow => ({
    fileId: 'a', file: '甲.xlsx', sheet: '表', row: 3, action: 'add', form, kind: 'visit', recordId: null, name: '', unitName: '', creditCode: null, changes, problems: [],
  })
  const visit = [change('visitedOn', '走访时间', '2026-05-06'), change('visitContent', '走访内容', '宣传政策\n了解情况'), change('visitMode', '走访方式', '实地')]
  expect(rowHeadline(row('F05', visit))).toBe('走访方式 实地 · 走访内容 宣传政策；了解情况')
  expect(rowHeadline(row('F08', visit))).toBe('走访时间 2026-05-06 · 走访内容 宣传政策；了解情况 · 走访方式 实地')
})
