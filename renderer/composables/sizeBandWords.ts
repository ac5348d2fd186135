import { sizeBands, unstatedSize } from '../../shared/domain/sizeBand'
import { settingsInForce } from './settingsInForce'

/** The bands of 从业人员 in force as the choices of a filter, by their lower bounds; null for 未填. */
export function sizeBandOptions(): { value: number | null; label: string }[] {
  const bands = sizeBands(settingsInForce.value.limits.sizeBands).map(({ from, label }) => ({ value: from, label }))
  return [...bands, { value: null, label: unstatedSize }]
}

/** A band by its lower bound; the bound itself where the setting no longer has it. */
export function sizeBandWord(from: number | null): string {
  return sizeBandOptions().find(({ value }) => value === from)?.label ?? String(from)
}
