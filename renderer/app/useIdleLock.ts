import { onScopeDispose, watch } from 'vue'
import { isLedgerShut } from '../api/shutLedger'
import { idleLock } from './idleLock'

const key = 'lastInput'
const signs = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const

/**
 * Locks the screen after `minutes` without a sign of a person in any tab, 0 for never. By the clock, so that the time a
 * computer sleeps counts, and looked at before the first sign after it counts as one.
 */
export function useIdleLock(minutes: () => number, lock: () => void): void {
  const idle = idleLock({
    now: () => Date.now(),
    last: () => Number(localStorage.getItem(key)),
    keep: (at) => localStorage.setItem(key, String(at)),
  })
  const look = (): void => {
    if (!isLedgerShut.value && idle.isDue(minutes())) lock()
  }
  const listen = (): void => {
    look()
    idle.touch(minutes())
  }

  idle.begin()
  // Whoever opened it was there.
  watch(isLedgerShut, (isShut) => {
    if (!isShut) idle.begin()
  })
  for (const sign of signs) window.addEventListener(sign, listen, { capture: true, passive: true })
  document.addEventListener('visibilitychange', look)
  const timer = setInterval(look, 5000)
  onScopeDispose(() => {
    for (const sign of signs) window.removeEventListener(sign, listen, { capture: true })
    document.removeEventListener('visibilitychange', look)
    clearInterval(timer)
  })
}
