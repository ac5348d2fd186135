import { rmSync } from 'node:fs'
import { release, type } from 'node:os'
import { join } from 'node:path'
import { fileLog } from '../host/fileLog'
import { systemClock } from '../host/systemClock'
import { showAbout } from './about'
import { serveApp } from './appProtocol'
import { createWindow } from './createWindow'
import type { DesktopPlace, ElectronParts } from './desktopParts'
import { saveDownloads } from './downloads'
import { finishBeforeQuit } from './finishBeforeQuit'
import { answerCalls } from './ipc'
import { menuTemplate } from './menu'
import { openOffice } from './openOffice'
import { secureSession } from './security'
import { readWindowState } from './windowState'

/** Office, page and menu, once Electron is ready. The window appears at once and waits while the office opens. */
export function openDesktop(electron: ElectronParts, place: DesktopPlace): void {
  const { app, BrowserWindow, clipboard, dialog, ipcMain, Menu, protocol, screen, shell } = electron
  const { dataFolder, programFolder } = place
  const { isPackaged } = app
  const session = electron.session.defaultSession
  const log = fileLog(dataFolder, systemClock.now)

  secureSession(session, isPackaged)
  serveApp(protocol, join(programFolder, '..', 'renderer'))
  saveDownloads(session, { dialog, documentsFolder: app.getPath('documents'), log })
  const host = openOffice(electron, place, log)
  answerCalls(ipcMain, host.dispatch)

  const stateFile = join(place.profile, 'window.json')
  const state = readWindowState(stateFile)
  const window = createWindow(
    { BrowserWindow, screen, dialog, log, quit: () => app.quit() },
    { preload: join(programFolder, 'preload.cjs'), state, stateFile, isPackaged, icon: windowIcon(isPackaged, place) },
  )
  const facts = { version: app.getVersion(), dataFolder, runtime: process.versions, system: `${type()} ${release()}` }
  const actions = {
    openDataFolder: () => void shell.openPath(dataFolder),
    showAbout: () => void showAbout(dialog, clipboard, facts),
    setZoom: (factor: number) => window.webContents.setZoomFactor(factor),
  }
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(actions, { isPackaged, zoom: state.zoom })))

  finishBeforeQuit(app, async () => {
    await host.close()
    if (place.isDemo) rmSync(dataFolder, { recursive: true, force: true, maxRetries: 5 })
  })
}

/** Windows takes the icon from the executable; Linux asks the window. Packaged, the file lies beside the asar. */
function windowIcon(isPackaged: boolean, { platform, programFolder }: DesktopPlace): string | undefined {
  if (platform !== 'linux') return undefined
  const appFolder = join(programFolder, '..', '..')
  return isPackaged ? join(appFolder, '..', 'icon.png') : join(appFolder, 'build', 'icons', '256x256.png')
}
