import type { SettingPreview } from '../../../shared/contract/setting'
import { percent } from '../../../shared/domain/percentage'
import { settingsText } from '../../text/settings'

const text = settingsText.preview

/** A figure under the rules in force and under the changed ones, as people read it. */
export interface FigureChange {
  label: string
  before: string
  after: string
  /** '' when nothing changes. */
  difference: string
}

const figures = Object.keys(text.figures) as (keyof typeof text.figures)[]
const isRate = (figure: keyof typeof text.figures): boolean => 'JVNW'.includes(figure)

/** The figures of all units together. */
export function totalRows({ before, after }: Pick<SettingPreview, 'before' | 'after'>): FigureChange[] {
  return figures.map((figure) => {
    const label = text.figures[figure]
    return isRate(figure) ? rateChange(label, before[figure], after[figure]) : countChange(label, before[figure], after[figure])
  })
}

/** Columns of the table by unit. */
export const unitFigures = ['D', 'G', 'J', 'T', 'U', 'W', 'M'] as const satisfies readonly (keyof typeof text.figures)[]

export interface UnitRow {
  unitId: number
  unit: string
  changed: boolean
  figures: FigureChange[]
}

export function unitRows(preview: Pick<SettingPreview, 'units'>): UnitRow[] {
  return preview.units.map(({ unitId, unit, before, after }) => {
    const all = totalRows({ before, after })
    return {
      unitId,
      unit,
      changed: all.some(({ difference }) => difference !== ''),
      figures: unitFigures.map((figure) => all[figures.indexOf(figure)] ?? countChange(figure, 0, 0)),
    }
  })
}

export function changesNothing(preview: SettingPreview): boolean {
  const { changed, checks, elections } = preview
  return changed.any === 0 && checks.length === 0 && elections.before === elections.after
}

function countChange(label: string, before: number | null, after: number | null): FigureChange {
  const difference = (after ?? 0) - (before ?? 0)
  return { label, before: String(before ?? 0), after: String(after ?? 0), difference: difference === 0 ? '' : signed(String(difference)) }
}

/** Rates have four places, so that the difference is taken of whole hundredths of a point. */
function rateChange(label: string, before: number | null, after: number | null): FigureChange {
  const shown = { label, before: percent(before), after: percent(after) }
  if (before === after) return { ...shown, difference: '' }
  if (before === null || after === null) return { ...shown, difference: '—' }
  const points = (Math.round(after * 10_000) - Math.round(before * 10_000)) / 100
  return { ...shown, difference: text.points(signed(points.toFixed(2))) }
}

function signed(number: string): string {
  return number.startsWith('-') ? `−${number.slice(1)}` : `+${number}`
}
