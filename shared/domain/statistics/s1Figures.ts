import type { S1Counts } from '../s1'
import { derivedFigures } from './composeTable'
import { s1Columns } from './s1Table'

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

const columns = s1Columns(0)

/** Derived columns and rates of one row (docs/domain.md, S1), for figures that are counted without the table. */
export function s1Figures(counts: S1Counts): S1Figures {
  const { C, D, E, F, H, I, L, O, R, S } = counts
  const figures = derivedFigures(columns, { C, D, E, F, H, I, L, O, R, S })
  const count = (key: string): number => figures[key] ?? 0
  const rate = (key: string): number | null => figures[key] ?? null
  return {
    C, D, E, F, H, I, L, O, R, S,
    G: count('G'),
    J: rate('J'),
    K: rate('K'),
    M: count('M'),
    N: rate('N'),
    P: rate('P'),
    Q: count('Q'),
    T: count('T'),
    U: count('U'),
    V: rate('V'),
    W: rate('W'),
  }
}
