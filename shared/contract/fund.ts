import { z } from 'zod'
import { read } from './define'
import { recordFilter } from './record'

/** 分 */
const cents = z.number().int()
const sum = z.object({ name: z.string(), amount: cents })

/** 党建经费 over the entries a filter finds; the years over the same entries whatever their dates. */
export const fundSummary = z.object({
  income: cents,
  expense: cents,
  /** 收入 by source and 支出 by use, the largest first. */
  sources: z.array(sum),
  uses: z.array(sum),
  /** By calendar year, the latest first; `balance` is what was left at its end, earlier years carried over. */
  years: z.array(z.object({ year: z.number().int(), income: cents, expense: cents, balance: cents })),
})
export type FundSummary = z.infer<typeof fundSummary>

export const fundCalls = {
  'fund.summary': read(z.object({ filter: recordFilter.default({}) }), fundSummary),
}
