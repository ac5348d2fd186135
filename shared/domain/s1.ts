import { rate } from './percentage'

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

export interface S1Figures extends S1Counts {
  G: number
  J: number | null
  K: number | null
  M: number
  N: number | null
  P: number | null
  Q: number
  T: number
  U: number
  V: number | null
  W: number | null
}

/** Derived columns and rates of one row (docs/domain.md, S1). Totals are built from summed counts, never from rates. */
export function s1Figures(counts: S1Counts): S1Figures {
  const { C, D, E, F, H, I, L, O, R, S } = counts
  const G = H + I
  const Q = D - G
  const T = R + S
  return {
    C, D, E, F, G, H, I,
    J: rate(G, D),
    K: rate(H, D),
    L,
    M: F - L,
    N: rate(L, F),
    O,
    P: rate(O, E),
    Q, R, S, T,
    U: Q - T,
    V: rate(T, Q),
    W: rate(G + T, D),
  }
}

export function addS1(rows: readonly S1Counts[]): S1Counts {
  const sum: S1Counts = { C: 0, D: 0, E: 0, F: 0, H: 0, I: 0, L: 0, O: 0, R: 0, S: 0 }
  for (const row of rows) for (const column of s1Counted) sum[column] += row[column]
  return sum
}

export interface S1Column {
  column: string
  group: string
  header: string
  kind: 'number' | 'text' | 'count' | 'rate' | 'points'
  /** Excel formula of row r for derived columns. */
  formula?: (r: number) => string
  width: number
}

/** The table's columns A–Y with headers, widths (characters) and live formulas: screen, export and print read this. */
export const s1Columns: readonly S1Column[] = [
  { column: 'A', group: '', header: '序号', kind: 'number', width: 5 },
  { column: 'B', group: '', header: '单位', kind: 'text', width: 14 },
  { column: 'C', group: '', header: '在册企业数', kind: 'count', width: 7 },
  { column: 'D', group: '', header: '实体运营企业数', kind: 'count', width: 8 },
  { column: 'E', group: '', header: '其中:规模以上', kind: 'count', width: 7 },
  { column: 'F', group: '', header: '其中:正式党员3名以上', kind: 'count', width: 9 },
  { column: 'G', group: '组织覆盖', header: '合计', kind: 'count', width: 7, formula: (r) => `H${r}+I${r}` },
  { column: 'H', group: '组织覆盖', header: '单独组建', kind: 'count', width: 7 },
  { column: 'I', group: '组织覆盖', header: '联合组建', kind: 'count', width: 7 },
  { column: 'J', group: '', header: '组织覆盖率', kind: 'rate', width: 9, formula: (r) => ratio(`G${r}`, `D${r}`) },
  { column: 'K', group: '', header: '单独组建率', kind: 'rate', width: 9, formula: (r) => ratio(`H${r}`, `D${r}`) },
  { column: 'L', group: '', header: '应建已建', kind: 'count', width: 7 },
  { column: 'M', group: '', header: '应建未建', kind: 'count', width: 7, formula: (r) => `F${r}-L${r}` },
  { column: 'N', group: '', header: '应建已建率', kind: 'rate', width: 9, formula: (r) => ratio(`L${r}`, `F${r}`) },
  { column: 'O', group: '', header: '规上已建', kind: 'count', width: 7 },
  { column: 'P', group: '', header: '规上组建率', kind: 'rate', width: 9, formula: (r) => ratio(`O${r}`, `E${r}`) },
  { column: 'Q', group: '未建企业', header: '合计', kind: 'count', width: 7, formula: (r) => `D${r}-G${r}` },
  { column: 'R', group: '未建企业', header: '有指导员(联络员)', kind: 'count', width: 9 },
  { column: 'S', group: '未建企业', header: '仅有群团组织', kind: 'count', width: 8 },
  { column: 'T', group: '', header: '工作覆盖数', kind: 'count', width: 7, formula: (r) => `R${r}+S${r}` },
  { column: 'U', group: '', header: '未覆盖', kind: 'count', width: 7, formula: (r) => `Q${r}-T${r}` },
  { column: 'V', group: '', header: '工作覆盖率', kind: 'rate', width: 9, formula: (r) => ratio(`T${r}`, `Q${r}`) },
  { column: 'W', group: '', header: '两个覆盖率', kind: 'rate', width: 9, formula: (r) => ratio(`(G${r}+T${r})`, `D${r}`) },
  { column: 'X', group: '', header: '较上期(百分点)', kind: 'points', width: 9 },
  { column: 'Y', group: '', header: '备注', kind: 'text', width: 10 },
]

/** The columns as they are headed where an organisation is due from so many formal members on. */
export function s1ColumnsFor(minMembers: number): readonly S1Column[] {
  return s1Columns.map((column) => (column.column === 'F' ? { ...column, header: `其中:正式党员${minMembers}名以上` } : column))
}

function ratio(numerator: string, denominator: string): string {
  return `IF(${denominator}=0,"—",ROUND(${numerator}/${denominator},4))`
}

export const s1Title = '非公有制企业“两个覆盖”情况统计表'
