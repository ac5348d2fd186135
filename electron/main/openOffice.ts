import { join } from 'node:path'
import type { Failure } from '../../shared/contract/reply'
import { failureSentence } from '../../shared/text/failureSentence'
import type { LogEntry } from '../host/connectOffice'
import { fillSample } from '../host/fillSample'
import type { DesktopPlace, ElectronParts } from './desktopParts'
import { desktopText } from './desktopText'
import { sendEvent } from './ipc'
import { startOfficeHost, type OfficeHost } from './officeHost'
import { showStartupError } from './startupError'

/** The office of this place; the person is told when it cannot be opened. A demo is filled before any call. */
export function openOffice(electron: ElectronParts, place: DesktopPlace, log: (entry: LogEntry) => void): OfficeHost {
  const { app, BrowserWindow, dialog, session, shell, utilityProcess } = electron
  const { dataFolder, isDemo, programFolder } = place
  let isRefused = false

  async function askWhatNow(failure: Failure): Promise<void> {
    isRefused = true
    const choice = await showStartupError(dialog, shell, failure, dataFolder)
    if (choice === 'retry') app.relaunch({ execPath: place.executable })
    app.quit()
  }

  const host = startOfficeHost({
    utilityProcess,
    BrowserWindow,
    session,
    script: join(programFolder, 'officeProcess.js'),
    readerScript: join(programFolder, 'readerProcess.js'),
    options: { dataFolder, version: app.getVersion(), demo: isDemo },
    log,
    emit: (event) => BrowserWindow.getAllWindows().forEach(({ webContents }) => sendEvent(webContents, event)),
    onRefused: (failure) => void askWhatNow(failure),
  })
  if (!isDemo) return host

  const filled = fillSample(host.dispatch, join(programFolder, '..', '..', 'resources', 'sample-district')).then(
    (failure) => {
      if (!failure || isRefused) return
      dialog.showErrorBox(desktopText.title, desktopText.sampleRefused(failureSentence(failure)))
    },
    (error: unknown) => log({ level: 'error', message: `sample: ${String(error)}` }),
  )
  return {
    ...host,
    async dispatch(name, input) {
      await filled
      return await host.dispatch(name, input)
    },
  }
}
