import { nameKey } from '../text/nameKey'
import type { TouchedRecord } from './touchedRecord'

/** A renamed unit keeps its old name as an alias (completeValues), but not where another unit takes that very name. */
export function releaseTradedNames(touched: readonly TouchedRecord[]): void {
  const renamed = touched.filter(({ kind, before, after, written }) => kind === 'unit' && before !== null && !after.removed && written.has('name'))
  const takers = new Map(renamed.map((unit) => [keyOf(unit.after.values['name']), unit]))
  for (const unit of renamed) {
    const oldKey = keyOf(unit.before?.values['name'])
    const taker = takers.get(oldKey)
    const { aliases } = unit.after.values
    if (!taker || taker === unit || !isTexts(aliases)) continue
    unit.after.values['aliases'] = aliases.filter((alias) => keyOf(alias) !== oldKey)
  }
}

function keyOf(name: unknown): string {
  return nameKey(String(name))
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value)
}
