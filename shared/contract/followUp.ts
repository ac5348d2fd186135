import { z } from 'zod'
import { read } from './define'
import { ofUnits } from './visit'

const count = z.number().int()

/** One of the two looks, over the enterprises founded within a year. */
const look = z.object({
  /** Days after the founding (setting). */
  afterDays: count,
  notYet: count,
  due: count,
  overdue: count,
  done: count,
})

export const followUpSummary = z.object({
  newcomers: count,
  /** Enterprises with at least one look 到期 or 逾期. */
  open: count,
  first: look,
  second: look,
})

export const followUpCalls = {
  'followUp.summary': read(ofUnits, followUpSummary),
}
