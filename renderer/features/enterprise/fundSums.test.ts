import { expect, it } from 'vitest'
import { fundSums } from './fundSums'

it('adds up what came in and what went out', () => {
  const entry = (direction: string, amount: number) => ({ values: { direction, amount } })
  expect(fundSums([entry('收入', 1000), entry('支出', 250), entry('收入', 5)])).toEqual({ income: 1005, expense: 250, balance: 755 })
  expect(fundSums([])).toEqual({ income: 0, expense: 0, balance: 0 })
})
