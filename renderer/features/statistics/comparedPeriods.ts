import type { LocationQuery } from 'vue-router'
import type { Period } from '../../../shared/contract/period'
import type { TableQuestion } from '../../../shared/domain/statistics/figureRef'

/** Which two stand beside each other. */
export interface Compared {
  /** The later: a locked period, or null for the ledger of today. */
  now: Period | null
  /** What it is compared with; null where nothing earlier is locked. */
  then: Period | null
  /** Periods that may stand for `then`. */
  earlier: Period[]
  unitId: number | undefined
}

/** What the address says; what it leaves open is today against the last period locked before. `periods` come the latest first. */
export function readCompared(query: LocationQuery, periods: readonly Period[], today: string): Compared {
  const id = (name: string): number | undefined => (/^[1-9]\d{0,9}$/.test(String(query[name] ?? '')) ? Number(query[name]) : undefined)
  const locked = periods.filter(({ lockedAt }) => lockedAt !== null)
  const now = locked.find((one) => one.id === id('now')) ?? null
  const earlier = locked.filter((one) => one.id !== now?.id && one.cutOffOn <= (now?.cutOffOn ?? today))
  const before = earlier.find((one) => one.correctedFor === null && one.cutOffOn < (now?.cutOffOn ?? today))
  const then = earlier.find((one) => one.id === id('then')) ?? before ?? earlier[0] ?? null
  return { now, then, earlier, unitId: id('unit') }
}

export function comparedQuestion({ now, then, unitId }: Compared): TableQuestion | undefined {
  if (then === null) return undefined
  return {
    table: 'comparison',
    previousId: then.id,
    ...(now === null ? {} : { periodId: now.id }),
    ...(unitId === undefined ? {} : { unitId }),
  }
}
