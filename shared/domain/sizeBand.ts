/** 从业人员规模: the bands of a district, by which enterprises are listed, sorted and counted (docs/domain.md 10.13). */
export interface SizeBand {
  /** 从业人员 from which an enterprise belongs to the band; 0 for the first. */
  from: number
  /** From which it no longer does; null for the last. */
  below: number | null
  /** 10–49 人 */
  label: string
}

/** What enterprises whose 从业人员 nobody stated are counted under: null is not 0. */
export const unstatedSize = '未填'

/** The bands the bounds make: 10, 50 → 10 人以下, 10–49 人, 50 人及以上. Bounds rise; none make no band. */
export function sizeBands(bounds: readonly number[]): SizeBand[] {
  const [first] = bounds
  if (first === undefined) return []
  return [
    { from: 0, below: first, label: `${first} 人以下` },
    ...bounds.map((from, i): SizeBand => {
      const below = bounds[i + 1] ?? null
      return { from, below, label: below === null ? `${from} 人及以上` : `${from}–${below - 1} 人` }
    }),
  ]
}

/** The band an enterprise belongs to; null where its 从业人员 are not stated. */
export function sizeBandOf(employees: number | null, bands: readonly SizeBand[]): SizeBand | null {
  if (employees === null) return null
  return bands.find(({ from, below }) => employees >= from && (below === null || employees < below)) ?? null
}
