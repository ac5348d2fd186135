import { describe, expect, it } from 'vitest'
import { idleLock, type IdleLock } from './idleLock'

function start(): { clock: { at: number; kept: number }; open: () => IdleLock } {
  const clock = { at: 1_000_000_000, kept: 0 }
  const open = (): IdleLock =>
    idleLock({ now: () => clock.at, last: () => clock.kept, keep: (at) => (clock.kept = at) })
  return { clock, open }
}

describe('idleLock', () => {
  it('is due after the minutes and not before', () => {
    const { clock, open } = start()
    const idle = open()
    idle.begin()
    clock.at += 10 * 60_000 - 1
    expect(idle.isDue(10)).toBe(false)
    clock.at += 1
    expect(idle.isDue(10)).toBe(true)
    expect(idle.isDue(0)).toBe(false)
  })

  it('counts a sign in another tab', () => {
    const { clock, open } = start()
    const [mine, theirs] = [open(), open()]
    mine.begin()
    clock.at += 8 * 60_000
    theirs.touch(10)
    clock.at += 8 * 60_000
    expect(mine.isDue(10)).toBe(false)
  })

  it('is not put off by the first sign after the time, as after the computer slept', () => {
    const { clock, open } = start()
    const idle = open()
    idle.begin()
    clock.at += 60 * 60_000
    idle.touch(10)
    expect(idle.isDue(10)).toBe(true)
  })

  it('starts anew when the clock was set back', () => {
    const { clock, open } = start()
    const idle = open()
    idle.begin()
    clock.at -= 3 * 60 * 60_000
    idle.touch(10)
    clock.at += 10 * 60_000
    expect(idle.isDue(10)).toBe(true)
  })
})
