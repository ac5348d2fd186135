import type { BrowserWindow, Dialog } from 'electron'
import { desktopText } from './desktopText'

/**
 * A page with unsaved input refuses to unload, and Electron, unlike a browser, then simply does nothing when the
 * window is closed. So the question is asked here.
 */
export function askBeforeLeaving(window: BrowserWindow, dialog: Pick<Dialog, 'showMessageBoxSync'>): void {
  const { heading, detail, stay, leave } = desktopText.unsaved
  window.webContents.on('will-prevent-unload', (event) => {
    const answer = dialog.showMessageBoxSync(window, {
      type: 'warning',
      title: desktopText.title,
      message: heading,
      detail,
      buttons: [stay, leave],
      defaultId: 0,
      cancelId: 0,
      noLink: true,
    })
    // Preventing this event means: unload all the same.
    if (answer === 1) event.preventDefault()
  })
}
