import type { App, BrowserWindow } from 'electron'

type Focusable = Pick<BrowserWindow, 'isMinimized' | 'restore' | 'show' | 'focus'>

/**
 * Takes the lock of this profile. False: another window has it and has been called to the front, so this start must
 * end at once. `window` may answer undefined while the first start is still under way.
 */
export function takeSingleInstance(
  app: Pick<App, 'requestSingleInstanceLock' | 'on'>,
  window: () => Focusable | undefined,
): boolean {
  if (!app.requestSingleInstanceLock()) return false
  app.on('second-instance', () => {
    const open = window()
    if (!open) return
    if (open.isMinimized()) open.restore()
    open.show()
    open.focus()
  })
  return true
}
