/** Columns of S1 that are counts of enterprises and so open a list. */
export const s1CountColumns = ['C', 'D', 'E', 'F', 'G', 'H', 'I', 'L', 'M', 'O', 'Q', 'R', 'S', 'T', 'U'] as const
export type S1CountColumn = (typeof s1CountColumns)[number]

/** What must be counted; every other column follows from these. */
export interface S1Counts {
  /** 在册企业数 */
  C: number
  /** 实体运营企业数, the denominator */
  D: number
  /** 其中:规模以上 */
  E: number
  /** 其中:正式党员3名以上 */
  F: number
  /** 单独组建 */
  H: number
  /** 联合组建 */
  I: number
  /** 应建已建 */
  L: number
  /** 规上已建 */
  O: number
  /** 未建,有指导员(联络员) */
  R: number
  /** 未建,仅有群团组织 */
  S: number
}
export const s1Counted = ['C', 'D', 'E', 'F', 'H', 'I', 'L', 'O', 'R', 'S'] as const satisfies readonly (keyof S1Counts)[]

export function addS1(rows: readonly S1Counts[]): S1Counts {
  const sum: S1Counts = { C: 0, D: 0, E: 0, F: 0, H: 0, I: 0, L: 0, O: 0, R: 0, S: 0 }
  for (const row of rows) for (const column of s1Counted) sum[column] += row[column]
  return sum
}
