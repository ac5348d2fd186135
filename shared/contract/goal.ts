import { z } from 'zod'
import { goals, type Goal } from '../domain/valueDomain'
import { bytes, handsOut, read } from './define'

const keys = goals.map(({ key }) => key) as [Goal, ...Goal[]]
export const goalKey = z.enum(keys)

/** 2026年第2季度 */
export const quarter = z.string().regex(/^\d{4}年第[1-4]季度$/)

/**
 * How the verdicts of an enterprise stand: 达标 all six met, 未达标 one of them not, 未评定 one of them not judged,
 * 整改逾期 not met and the deadline has passed. One enterprise may be 未达标, 未评定 and 整改逾期 at once.
 */
export const goalStandings = ['达标', '未达标', '未评定', '整改逾期'] as const
export type GoalStanding = (typeof goalStandings)[number]

/** All conditions must hold; an absent one or an empty list means "any". Registered enterprises (在册) unless `ids` names them. */
export const goalFilter = z.object({
  search: z.string().max(100).optional(),
  unitIds: z.array(z.number().int()).optional(),
  standings: z.array(z.enum(goalStandings)).optional(),
  ids: z.array(z.number().int().positive()).max(1000).optional(),
})
export type GoalFilter = z.infer<typeof goalFilter>

/** Columns of the table beside the six goals. */
export const goalColumnNames = ['unitName', 'name', 'partyOrgName', 'standing', 'deadline', 'remedy', 'checkedOn'] as const
const goalColumn = z.enum([...goalColumnNames, ...keys])
export type GoalColumn = z.infer<typeof goalColumn>

/** A column the rows are in the order of; null for official order of units, then the Chinese order of names. */
export const goalSort = z.object({ field: goalColumn, descending: z.boolean() }).nullable()
export type GoalSort = z.infer<typeof goalSort>

export const goalVerdict = z.object({ met: z.boolean().nullable(), evidence: z.string().nullable() })

/** An enterprise in a quarter: what the records propose for each goal, and what a person confirmed. */
export const goalRow = z.object({
  id: z.number().int().positive(),
  name: z.string(),
  unitName: z.string(),
  partyOrgName: z.string().nullable(),
  /** `met` is null where only a person can judge. */
  suggestions: z.record(goalKey, z.object({ met: z.boolean().nullable(), evidence: z.string() })),
  check: z
    .object({
      id: z.number().int(),
      version: z.number().int(),
      checkedOn: z.string(),
      verdicts: z.record(goalKey, goalVerdict),
      remedy: z.string().nullable(),
      deadline: z.string().nullable(),
    })
    .nullable(),
})
export type GoalRow = z.infer<typeof goalRow>

export const goalCounts = z.object({
  /** Enterprises the filter finds. */
  total: z.number().int(),
  standings: z.record(z.enum(goalStandings), z.number().int()),
  goals: z.record(goalKey, z.object({ met: z.number().int(), unmet: z.number().int() })),
})
export type GoalCounts = z.infer<typeof goalCounts>

export const goalCalls = {
  /** 六有 of a quarter. Facts are those of the quarter's last day, or today. */
  'goal.page': read(
    z.object({
      period: quarter,
      filter: goalFilter.default({}),
      sort: goalSort.default(null),
      offset: z.number().int().min(0).default(0),
      limit: z.number().int().min(1).max(5000).default(100),
    }),
    z.object({ total: z.number().int(), rows: z.array(goalRow) }),
  ),
  'goal.counts': read(z.object({ period: quarter, filter: goalFilter.default({}) }), goalCounts),
  /**
   * What the table shows, as a workbook: the same rows and columns in the same order, each goal with its evidence; all
   * columns without `columns`.
   */
  'goal.export': handsOut(read(
    z.object({
      period: quarter,
      filter: goalFilter.default({}),
      sort: goalSort.default(null),
      columns: z.array(goalColumn).min(1).optional(),
      title: z.string().trim().min(1).max(60),
    }),
    z.object({ fileName: z.string(), bytes, rows: z.number().int() }),
  )),
}
