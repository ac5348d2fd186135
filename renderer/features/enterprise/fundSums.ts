import type { RecordRow } from '../../../shared/contract/record'

/** Integer 分 of all entries: what came in, what went out, what is left. */
export function fundSums(rows: readonly Pick<RecordRow, 'values'>[]): { income: number; expense: number; balance: number } {
  const sum = (direction: string): number =>
    rows.reduce((all, { values }) => all + (values['direction'] === direction ? Number(values['amount']) : 0), 0)
  const [income, expense] = [sum('收入'), sum('支出')]
  return { income, expense, balance: income - expense }
}
