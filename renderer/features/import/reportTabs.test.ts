import { expect, it } from 'vitest'
import type { ImportCounts } from '../../../shared/contract/import'
import type { RunReport, RunRow } from '../../../shared/contract/run'
import { reportTabStates, tabOf } from './reportTabs'
import { runEdit, runName } from './runState'

const counts: ImportCounts = { rows: 9, add: 1, change: 2, same: 3, skipped: 3, errors: 1, warnings: 0, notices: 1 }
const run: RunRow = {
  runId: 7, at: '2026-07-02T01:00:00.000Z', operator: '王五', policy: 'replace', erases: false, files: 5, names: ['甲.xlsx', '乙.xlsx', '丙.xlsx'],
  units: ['甲街道'], totals: counts, absent: 4, undecided: 2, undoneAt: null, editId: 12,
}
const report: RunReport = { run, files: [], forms: [], newOrgs: [], newLiaisons: 0, crossUnit: 0 }

it('lists of a report are those of its preview; claims of two units only where there are some', () => {
  const sizes = (crossUnit: number) => Object.fromEntries(reportTabStates({ ...report, crossUnit }, counts).map(({ tab, count }) => [tab, count]))
  expect(sizes(0)).toEqual({ change: 2, add: 1, problem: 2, skip: 3, same: 3, org: 0, absent: 4 })
  expect(sizes(1)).toMatchObject({ cross: 1 })
  const cell = { sheet: '台账', row: 2, column: 'C', text: '50', was: '约50', header: '从业人员数', found: [] }
  const file = { ...counts, batchId: 1, name: '甲.xlsx', form: 'F01', formTitle: '', unit: null, filledOn: null, sheet: null, sha256: '', problems: [], corrected: [cell] }
  expect(reportTabStates({ ...report, files: [file] }, counts).find(({ tab }) => tab === 'corrected')).toMatchObject({ count: 1, label: '改正' })
  expect([tabOf('absent'), tabOf('x'), tabOf(undefined)]).toEqual(['absent', undefined, undefined])
})

it('a run goes by its files, and is taken back or brought again with a question', () => {
  expect(runName(run)).toBe('甲.xlsx、乙.xlsx、丙.xlsx 等 5 个文件')
  expect(runName({ files: 1, names: ['甲.xlsx'] })).toBe('甲.xlsx')
  expect(runEdit(run)).toEqual({ editId: 12, label: '导入“甲.xlsx”等 5 个文件', asks: true })
  expect(runEdit({ ...run, undoneAt: run.at })).toEqual({ editId: 12, label: '撤销：导入“甲.xlsx”等 5 个文件', asks: true })
  expect(runEdit({ ...run, editId: null })).toBeNull()
})
