import type { BrowserWindow, Dialog } from 'electron'
import type { LogEntry } from '../host/connectOffice'
import { desktopText } from './desktopText'

export interface ReviveParts {
  dialog: Pick<Dialog, 'showMessageBox'>
  log(entry: LogEntry): void
  quit(): void
}

/** A page whose process died leaves a blank window; the office beside it still has every record. */
export function reviveLostPage(window: BrowserWindow, { dialog, log, quit }: ReviveParts): void {
  const { heading, detail, reload, quit: leave } = desktopText.pageLost
  window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    if (reason === 'clean-exit') return
    log({ level: 'error', message: `page: ${reason}, code ${exitCode}` })
    void dialog
      .showMessageBox(window, {
        type: 'error',
        title: desktopText.title,
        message: heading,
        detail,
        buttons: [reload, leave],
        defaultId: 0,
        cancelId: 0,
        noLink: true,
      })
      .then(({ response }) => {
        if (response === 0) window.webContents.reload()
        else quit()
      })
  })
}
