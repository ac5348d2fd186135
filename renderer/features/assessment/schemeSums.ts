import type { RecordRow } from '../../../shared/contract/record'
import { sumPoints } from '../../../shared/domain/assessment'

/** How many items a scheme has and how many points they give together, by id of the scheme. */
export function schemeSums(items: readonly Pick<RecordRow, 'values'>[]): Map<number, { items: number; points: number }> {
  const sums = new Map<number, { items: number; points: number }>()
  for (const { values } of items) {
    const id = Number(values.schemeId)
    const sum = sums.get(id) ?? { items: 0, points: 0 }
    sums.set(id, { items: sum.items + 1, points: sumPoints([sum.points, Number(values.max)]) })
  }
  return sums
}
