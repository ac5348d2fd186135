/** Whether somebody has locked the screen; the ledger below stays open. */
export interface ScreenLock {
  lock(): void
  unlock(): void
  isLocked(): boolean
}

export function createScreenLock(): ScreenLock {
  let locked = false
  return { lock: () => void (locked = true), unlock: () => void (locked = false), isLocked: () => locked }
}
