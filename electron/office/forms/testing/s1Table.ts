import type { S1Table } from '../../../../shared/contract/statistics'
import { addS1, s1Figures, s1Title, type S1Counts } from '../../../../shared/domain/s1'

/** The golden district of docs/domain.md, section 14. */
const counts: readonly (S1Counts & { unit: string })[] = [
  { unit: '甲街道', C: 11, D: 10, E: 4, F: 6, H: 4, I: 3, L: 5, O: 3, R: 1, S: 1 },
  { unit: '乙镇', C: 7, D: 6, E: 2, F: 2, H: 1, I: 3, L: 1, O: 1, R: 1, S: 0 },
  { unit: '丙镇', C: 5, D: 4, E: 0, F: 1, H: 1, I: 1, L: 1, O: 0, R: 1, S: 0 },
]

export function goldenTable(): S1Table {
  return {
    table: 'S1',
    cutOff: '2026-06-30',
    title: s1Title,
    officeName: '示范区委非公有制企业工委',
    note: '注:分母为实体运营企业(正常经营);正式党员3名以上为应建;群团组织指工会、共青团。',
    minMembers: 3,
    rows: counts.map((row, index) => ({ ...s1Figures(row), unitId: index + 1, unit: row.unit })),
    total: s1Figures(addS1(counts)),
  }
}

/** With a unit that has no enterprise at all: every denominator is 0. */
export function tableWithEmptyUnit(): S1Table {
  const table = goldenTable()
  const none: S1Counts = { C: 0, D: 0, E: 0, F: 0, H: 0, I: 0, L: 0, O: 0, R: 0, S: 0 }
  return { ...table, rows: [...table.rows, { ...s1Figures(none), unitId: 4, unit: '丁乡' }] }
}
