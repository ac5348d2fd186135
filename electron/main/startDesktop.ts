import { mkdirSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Failure } from '../../shared/contract/reply'
import { failureSentence } from '../../shared/text/failureSentence'
import { defaultDataFolder } from '../host/defaultDataFolder'
import { fileLog } from '../host/fileLog'
import { systemClock } from '../host/systemClock'
import { appScheme } from './appProtocol'
import { addContextMenu } from './contextMenu'
import { chooseFolders } from './dataFolder'
import type { ElectronParts } from './desktopParts'
import { desktopText } from './desktopText'
import { openDesktop } from './openDesktop'
import { cutNetwork, guardContents } from './security'
import { takeSingleInstance } from './singleInstance'

/** What the system says about this start. */
export interface StartFacts {
  argv: readonly string[]
  currentFolder: string
  env: NodeJS.ProcessEnv
  platform: NodeJS.Platform
  /** Folder of the built main.js, with preload.cjs and officeProcess.js beside it. */
  programFolder: string
}

/** Everything that must happen before Electron is ready; then the window. Ends the app where it may not go on. */
export function startDesktop(electron: ElectronParts, facts: StartFacts): void {
  const { app, dialog, protocol, Menu } = electron
  // Inside an AppImage the running executable lies in a mount that ends with it.
  const executable = facts.env.APPIMAGE ?? app.getPath('exe')
  const chosen = chooseFolders({
    argv: facts.argv,
    currentFolder: facts.currentFolder,
    executableFolder: dirname(executable),
    settingsFolder: app.getPath('appData'),
    defaultFolder: defaultDataFolder(facts.platform, facts.env, app.getPath('home')),
  })
  if (!chosen.ok) {
    dialog.showErrorBox(desktopText.title, chosen.sentence)
    app.exit(2)
    return
  }
  const { records, profile } = chosen.folders

  try {
    mkdirSync(profile, { recursive: true })
  } catch {
    const failure: Failure = { code: 'read-only', details: { folder: profile } }
    dialog.showErrorBox(desktopText.title, failureSentence(failure))
    app.exit(3)
    return
  }
  app.setPath('userData', profile)
  app.enableSandbox()
  app.setAppUserModelId('cn.shuangfugai.ledger')
  cutNetwork(app.commandLine)
  // There is no secret to keep, and looking for a keyring may ask the person for a password.
  if (facts.platform === 'linux') app.commandLine.appendSwitch('password-store', 'basic')
  protocol.registerSchemesAsPrivileged([appScheme])
  app.on('web-contents-created', (_event, contents) => {
    guardContents(contents)
    addContextMenu(contents, Menu)
  })

  if (!takeSingleInstance(app, () => electron.BrowserWindow.getAllWindows()[0])) {
    app.quit()
    return
  }
  const place = {
    dataFolder: records ?? mkdtempSync(join(tmpdir(), 'ledger-demo-')),
    isDemo: records === undefined,
    profile,
    executable,
    platform: facts.platform,
    programFolder: facts.programFolder,
  }
  void app
    .whenReady()
    .then(() => openDesktop(electron, place))
    .catch((error: unknown) => {
      fileLog(place.dataFolder, systemClock.now)({ level: 'error', message: `start: ${String(error)}` })
      dialog.showErrorBox(desktopText.title, failureSentence({ code: 'unexpected', details: {} }))
      app.exit(1)
    })
}
