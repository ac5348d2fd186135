import type { S1CountColumn } from '../s1'
import type { EnterpriseFact } from './tableFacts'

/**
 * The sets the columns of S1 count (docs/domain.md 3.2, 13), over facts that are decided already. The ledger asks the
 * same of SQL (figureSql.ts); coverageSql.test.ts compares the two.
 */
export const coverageSets: Readonly<Record<S1CountColumn, (enterprise: EnterpriseFact) => boolean>> = {
  C: (e) => e.registered,
  D: (e) => e.inBase,
  E: (e) => e.inBase && e.aboveScale,
  F: (e) => e.inBase && e.eligible,
  G: (e) => e.inBase && isBuilt(e),
  H: (e) => e.inBase && e.status === '单独',
  I: (e) => e.inBase && e.status === '联合',
  L: (e) => e.inBase && e.eligible && isBuilt(e),
  M: (e) => e.inBase && e.eligible && !isBuilt(e),
  O: (e) => e.inBase && e.aboveScale && isBuilt(e),
  Q: (e) => e.inBase && !isBuilt(e),
  R: (e) => e.inBase && e.status === '工作覆盖(联络)',
  S: (e) => e.inBase && e.status === '工作覆盖(群团)',
  T: (e) => e.inBase && isWorkCovered(e),
  U: (e) => e.inBase && e.status === '未覆盖',
}

export function isBuilt({ status }: Pick<EnterpriseFact, 'status'>): boolean {
  return status === '单独' || status === '联合'
}

export function isWorkCovered({ status }: Pick<EnterpriseFact, 'status'>): boolean {
  return status === '工作覆盖(联络)' || status === '工作覆盖(群团)'
}
