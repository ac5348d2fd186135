import type { BrowserWindow, BrowserWindowConstructorOptions, Dialog, Rectangle, Screen } from 'electron'
import type { LogEntry } from '../host/connectOffice'
import { appPage } from './appProtocol'
import { askBeforeLeaving } from './askBeforeLeaving'
import { desktopText } from './desktopText'
import { reviveLostPage } from './reviveLostPage'
import { fitBounds, minimumSize, writeWindowState, zoomFactors, type WindowState } from './windowState'

export interface WindowParts {
  BrowserWindow: new (options: BrowserWindowConstructorOptions) => BrowserWindow
  screen: Pick<Screen, 'getDisplayMatching' | 'getPrimaryDisplay'>
  dialog: Pick<Dialog, 'showMessageBox' | 'showMessageBoxSync'>
  log(entry: LogEntry): void
  quit(): void
}

export interface WindowPlace {
  preload: string
  /** How it was left. */
  state: WindowState
  /** Where the state goes when the window closes. */
  stateFile: string
  isPackaged: boolean
  /** Only Linux needs one; elsewhere the executable carries it. */
  icon: string | undefined
}

/** The one window: as it was left last time, on a screen that is still there, shown when there is something to see. */
export function createWindow(parts: WindowParts, place: WindowPlace): BrowserWindow {
  const { bounds, maximised, zoom } = place.state
  const display = bounds ? parts.screen.getDisplayMatching(bounds) : parts.screen.getPrimaryDisplay()
  const window = new parts.BrowserWindow(windowOptions(place, fitBounds(bounds, display.workArea)))

  // Chromium keeps the factor for the page from then on, also when it is loaded again.
  window.webContents.once('dom-ready', () => window.webContents.setZoomFactor(zoom))
  window.once('ready-to-show', () => {
    if (maximised) window.maximize()
    window.show()
  })
  window.on('close', () => rememberWindow(window, place.stateFile, parts.log))
  askBeforeLeaving(window, parts.dialog)
  reviveLostPage(window, parts)
  void window.loadURL(appPage)
  return window
}

function windowOptions(place: WindowPlace, bounds: Rectangle): BrowserWindowConstructorOptions {
  return {
    ...bounds,
    minWidth: Math.min(minimumSize.width, bounds.width),
    minHeight: Math.min(minimumSize.height, bounds.height),
    title: desktopText.title,
    show: false,
    ...(place.icon ? { icon: place.icon } : {}),
    webPreferences: {
      preload: place.preload,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools: !place.isPackaged,
    },
  }
}

function rememberWindow(window: BrowserWindow, stateFile: string, log: WindowParts['log']): void {
  const zoomNow = window.webContents.getZoomFactor()
  try {
    writeWindowState(stateFile, {
      bounds: window.getNormalBounds(),
      maximised: window.isMaximized(),
      // Chromium counts in steps of its own: 125 % comes back as 1.2500000000000002.
      zoom: zoomFactors.find((factor) => Math.abs(factor - zoomNow) < 0.01) ?? 1,
    })
  } catch (error) {
    log({ level: 'error', message: `window state: ${String(error)}` })
  }
}
