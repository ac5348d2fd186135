import type { TargetSheet } from '../../../shared/contract/target'
import { rate } from '../../../shared/domain/percentage'
import { targetState, yearGone, type TargetState } from '../../../shared/domain/targetStanding'
import { isRateMeasure, targetMeasures, targetPaces, type TargetMeasure } from '../../../shared/record/target'

export interface TargetProgress {
  measure: TargetMeasure
  /** Null for a rate of several units, which each have a target of their own. */
  target: number | null
  done: number | null
  rate: number | null
  /** What ought to be reached by the day of the sheet; null for what is asked for only at the end of the year. */
  expected: number | null
  /** Of the sum; null where it has no target. */
  state: TargetState | null
  /** Units with a target, and those of them behind. */
  units: number
  behind: number
}

/** The tasks that have a target, over all units or some (shared/domain/targetStanding.ts). */
export function targetProgress(sheet: TargetSheet, unitIds: readonly number[]): TargetProgress[] {
  const { year, asOf } = sheet
  const rows = unitIds.length === 0 ? sheet.rows : sheet.rows.filter(({ unitId }) => unitIds.includes(unitId))
  return targetMeasures.flatMap((measure): TargetProgress[] => {
    const pace = targetPaces[measure]
    const cells = rows.flatMap((row) => row.cells.filter((cell) => cell.measure === measure))
    const set = cells.filter(({ target }) => target !== null)
    if (set.length === 0) return []
    const behind = set.filter((cell) => targetState(pace, cell.rate, year, asOf) === '落后').length
    const whole = rows.length === 1 ? set[0] : isRateMeasure(measure) ? undefined : summed(cells)
    const total = whole ?? { target: null, done: unitIds.length === 0 ? doneOfAll(sheet, measure) : null, rate: null }
    const expected = total.target === null || pace === 'level' ? null : pace === 'sum' ? Math.round(total.target * yearGone(year, asOf) * 10) / 10 : total.target
    return [{ measure, ...pick(total), expected, state: targetState(pace, total.rate, year, asOf), units: set.length, behind }]
  })
}

/** How many targets of the units are behind. */
export function targetsBehind(sheet: TargetSheet, unitIds: readonly number[]): number {
  return targetProgress(sheet, unitIds).reduce((sum, { behind }) => sum + behind, 0)
}

type Figures = Pick<TargetProgress, 'target' | 'done' | 'rate'>

function pick({ target, done, rate: reached }: Figures): Figures {
  return { target, done, rate: reached }
}

/** A unit without a target has done something all the same: the sheet's 合计 counts it too. */
function summed(cells: readonly Figures[]): Figures {
  const sum = (key: 'target' | 'done'): number => cells.reduce((all, cell) => all + (cell[key] ?? 0), 0)
  const [target, done] = [sum('target'), sum('done')]
  return { target, done, rate: target === 0 ? null : rate(Math.round(done * 100), Math.round(target * 100)) }
}

function doneOfAll(sheet: TargetSheet, measure: TargetMeasure): number | null {
  return sheet.total.find((cell) => cell.measure === measure)?.done ?? null
}
