/**
 * What becomes of a field that was issued, may have changed in the ledger since, and comes back:
 * `same` both say the same; `theirs` only who filled it in changed it; `ours` they left it as it was, or blank: whatever
 * the ledger says by now stays; `conflict` both changed it, to different things.
 */
export type Standing = 'same' | 'theirs' | 'ours' | 'conflict'

/**
 * `base` is what was issued, undefined where the field was not; `theirs` what came back, undefined where nothing is
 * stated. Only with all three does an old sheet never revert a newer ledger.
 */
export function threeWay<T>(base: T | undefined, ours: T, theirs: T | undefined, isSame: (a: T, b: T) => boolean = Object.is): Standing {
  if (theirs === undefined) return 'ours'
  if (isSame(ours, theirs)) return 'same'
  if (base === undefined || isSame(base, ours)) return 'theirs'
  return isSame(base, theirs) ? 'ours' : 'conflict'
}
