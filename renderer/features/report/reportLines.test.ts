import { expect, it } from 'vitest'
import type { ReportCheck } from '../../../shared/contract/report'
import { reportLines } from './reportLines'

const sound: ReportCheck = {
  period: '2026年第3季度', from: '2026-07-01', cutOff: '2026-09-30', isLocked: true, folder: '某办_2026年第3季度', files: 14, pdfs: 7, noBrowser: false, broken: [],
  previous: '2026年第2季度', openBridge: [], levels: { error: 0, warning: 0, notice: 3 }, jumps: 0, unreported: [], due: 12,
}
const states = (check: ReportCheck): string[] => reportLines(check, 3).map(({ key, state }) => `${key} ${state}`)

it('is green where everything adds up and everybody reported', () => {
  expect(states(sound).every((line) => line.endsWith('good'))).toBe(true)
})

it('blocks only for figures that do not add up; all else is to be looked at', () => {
  const broken = { ...sound, broken: [{ table: 'S3', sentence: '甲街道：… 不成立' }], openBridge: ['乙镇：… 不成立'] }
  expect(states(broken).filter((line) => line.endsWith('bad'))).toEqual(['identities bad', 'bridge bad'])
  expect(reportLines(broken, 3)[0]).toMatchObject({ details: ['S3 甲街道：… 不成立'], to: { name: 'statistics', query: { table: 'S3', period: '3' } } })
  const doubtful = { ...sound, previous: null, levels: { error: 2, warning: 1, notice: 0 }, jumps: 4, unreported: ['甲街道'], isLocked: false }
  expect(states(doubtful)).toEqual(['identities good', 'bridge warn', 'quality warn', 'jumps warn', 'returns warn', 'records warn'])
})
