/** The same throws every time, so that the sample looks the same on every machine (mulberry32). */
export interface Dice {
  /** 0 ≤ n < below */
  below(limit: number): number
  /** True so often of a hundred. */
  percent(chance: number): boolean
  one<T>(of: readonly T[]): T
}

export function dice(seed: number): Dice {
  let state = seed
  function next(): number {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (limit: number): number => Math.floor(next() * limit)
  return {
    below,
    percent: (chance) => next() * 100 < chance,
    one(of) {
      const chosen = of[below(of.length)]
      if (chosen === undefined) throw new RangeError('nothing to choose from')
      return chosen
    },
  }
}
