import type { Area } from '../../shared/contract/events'
import { office } from '../api/office'

/** The writes of others, told apart from those of one screen that shows its own already. */
export interface ForeignChanges {
  /** A write of this screen is about to be sent; the answer takes it back when nothing was written. */
  expectOwn: () => () => void
  stop: () => void
}

const pause = 150

/** Calls back when `areas` were written by anybody else; bursts count once. */
export function foreignChanges(areas: readonly Area[], listener: () => void): ForeignChanges {
  let expected = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  const unsubscribe = office().onEvent((event) => {
    if (event.type !== 'office.changed' || !event.areas.some((area) => areas.includes(area))) return
    // Revision 0 stands for all that went unheard while the connection was lost.
    if (event.revision === 0) expected = 0
    else if (expected > 0) {
      expected--
      return
    }
    clearTimeout(timer)
    timer = setTimeout(listener, pause)
  })
  return {
    expectOwn() {
      expected++
      return () => {
        expected = Math.max(0, expected - 1)
      }
    },
    stop() {
      clearTimeout(timer)
      unsubscribe()
    },
  }
}
