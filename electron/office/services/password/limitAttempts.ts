import { OfficeError } from '../../officeError'

/** Wrong proofs before there is a pause, and how long the pauses grow, in seconds: 2, 4, 8 … 60. */
const free = 2
const longest = 60

/** Lets proofs be looked at one after another, and ever more slowly while they are wrong. */
export interface Attempts {
  /**
   * Rejects as `prove` does; with OfficeError `wrong-password` {reason: 'too-soon', seconds} during a pause, when it is
   * not looked at.
   */
  attempt<T>(prove: () => Promise<T>): Promise<T>
  /** Until the next is looked at. */
  seconds(): number
  /** Wrong ones since the last right one. */
  wrong(): number
}

/** `elapsed`: milliseconds of a clock nobody can set. */
export function limitAttempts(elapsed: () => number = () => performance.now()): Attempts {
  let wrong = 0
  let pauseEnds = 0
  let last: Promise<unknown> = Promise.resolve()

  const seconds = (): number => Math.max(0, Math.ceil((pauseEnds - elapsed()) / 1000))

  async function attempt<T>(prove: () => Promise<T>): Promise<T> {
    if (seconds() > 0) throw new OfficeError('wrong-password', { reason: 'too-soon', seconds: seconds() })
    try {
      const proved = await prove()
      wrong = 0
      return proved
    } catch (error) {
      // A slip in copying a recovery code is no guess.
      if (!(error instanceof OfficeError) || error.code !== 'wrong-password' || error.details['reason'] === 'recovery-code') throw error
      wrong++
      if (wrong > free) pauseEnds = elapsed() + 1000 * Math.min(longest, 2 ** (wrong - free))
      throw new OfficeError('wrong-password', { ...error.details, wrong, seconds: seconds() })
    }
  }

  return {
    attempt(prove) {
      const result = last.then(() => attempt(prove))
      last = result.catch(() => undefined)
      return result
    },
    seconds,
    wrong: () => wrong,
  }
}
