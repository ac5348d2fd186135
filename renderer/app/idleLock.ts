/** Milliseconds between two notes of the last sign of a person; a moving mouse gives hundreds a second. */
const noteEvery = 1000

export interface IdleClock {
  now(): number
  /** When a person was last there, in any tab; 0 when that is not known. */
  last(): number
  keep(at: number): void
}

export interface IdleLock {
  /** A person is there now, whatever was before. */
  begin(): void
  /** A sign of a person. It does not count where the screen is to be locked already: it may be somebody else. */
  touch(minutes: number): void
  /** Whether nobody was there for `minutes`; never for 0. */
  isDue(minutes: number): boolean
}

export function idleLock(clock: IdleClock): IdleLock {
  const begin = (): void => clock.keep(clock.now())

  function isDue(minutes: number): boolean {
    const last = clock.last()
    return minutes > 0 && last > 0 && clock.now() - last >= minutes * 60_000
  }

  function touch(minutes: number): void {
    const since = clock.now() - clock.last()
    // A clock that was set back must not keep the screen open for hours.
    if (!isDue(minutes) && (since >= noteEvery || since < 0)) begin()
  }

  return { begin, touch, isDue }
}
