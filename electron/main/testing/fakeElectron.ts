import type {
  CustomScheme,
  Dialog,
  IpcMain,
  Menu,
  MenuItemConstructorOptions,
  MessageBoxOptions,
  Protocol,
  Rectangle,
  Screen,
  Shell,
} from 'electron'
import type { ElectronParts } from '../desktopParts'
import { FakeApp } from './fakeApp'
import { FakeSession } from './fakeSession'
import { FakeUtilityProcess } from './fakeUtilityProcess'
import { fakeBrowserWindow } from './fakeWindow'

export type FakeElectron = ReturnType<typeof createFakeElectron>

/**
 * Electron as far as this app uses it, with the order of events, the refusals and the copying of the real one.
 * `fake` is for looking inside, `electron` for handing to the code under test.
 */
export function createFakeElectron(paths: Record<string, string>) {
  const app = new FakeApp(paths)
  const session = new FakeSession()
  const printSession = new FakeSession()
  const fake = {
    app,
    session,
    printSession,
    utilityProcess: new FakeUtilityProcess(app),
    dialog: fakeDialog(),
    ipcMain: fakeIpcMain(),
    menu: fakeMenu(),
    protocol: fakeProtocol(app),
    screen: fakeScreen(),
    shell: fakeShell(),
    clipboard: fakeClipboard(),
  }
  const parts = {
    ...fake,
    Menu: fake.menu,
    BrowserWindow: fakeBrowserWindow(app),
    session: {
      get defaultSession(): FakeSession {
        app.refuseBeforeReady('session.defaultSession')
        return session
      },
      fromPartition: (): FakeSession => printSession,
    },
  } satisfies Record<keyof ElectronParts, unknown>
  // The one cast: electron.d.ts lets `on` return the whole real class, which no fake can be. What the fakes do
  // implement is checked against the real types where they are declared.
  const electron = parts as unknown as ElectronParts
  return { fake: { ...fake, window: () => parts.BrowserWindow.getAllWindows()[0] }, electron }
}

function fakeDialog() {
  const shown: MessageBoxOptions[] = []
  const errors: { title: string; content: string }[] = []
  /** Button numbers the person will press, in turn; without one he presses Esc. */
  const answers: number[] = []
  function press(...args: unknown[]): number {
    const options = args.at(-1) as MessageBoxOptions
    shown.push(options)
    return answers.shift() ?? options.cancelId ?? 0
  }
  const methods = {
    showMessageBox: (...args: unknown[]) => Promise.resolve({ response: press(...args), checkboxChecked: false }),
    showMessageBoxSync: (...args: unknown[]) => press(...args),
    showErrorBox: (title: string, content: string) => void errors.push({ title, content }),
  } satisfies Pick<Dialog, 'showErrorBox' | 'showMessageBox' | 'showMessageBoxSync'>
  return { ...methods, shown, errors, answers }
}

function fakeIpcMain() {
  const listeners = new Map<string, Parameters<IpcMain['handle']>[1]>()
  const methods = {
    handle(channel, listener) {
      if (listeners.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`)
      listeners.set(channel, listener)
    },
  } satisfies Pick<IpcMain, 'handle'>
  return {
    ...methods,
    /** A frame calls, by way of the copying that lies between the processes. */
    async invoke(channel: string, senderFrame: object | null, ...args: unknown[]): Promise<unknown> {
      const listener = listeners.get(channel)
      if (!listener) throw new Error(`No handler registered for '${channel}'`)
      const event = { senderFrame } as Electron.IpcMainInvokeEvent
      return structuredClone(await listener(event, ...(structuredClone(args) as unknown[])))
    },
  }
}

function fakeMenu() {
  let application: MenuItemConstructorOptions[] | undefined
  const popups: MenuItemConstructorOptions[][] = []
  const templates = new WeakMap<object, MenuItemConstructorOptions[]>()
  return {
    popups,
    application: () => application,
    buildFromTemplate(template: MenuItemConstructorOptions[]) {
      refuseInvalidItems(template)
      const menu = { popup: () => void popups.push(template) } satisfies Pick<Menu, 'popup'>
      templates.set(menu, template)
      return menu
    },
    setApplicationMenu(menu: object | null): void {
      application = menu ? templates.get(menu) : undefined
    },
  }
}

function refuseInvalidItems(template: MenuItemConstructorOptions[]): void {
  for (const item of template) {
    if (!item.label && !item.role && item.type !== 'separator') {
      throw new TypeError('Invalid template for MenuItem: must have at least one of label, role or type')
    }
    if (Array.isArray(item.submenu)) refuseInvalidItems(item.submenu)
  }
}

function fakeProtocol(app: FakeApp) {
  const privileged: CustomScheme[] = []
  const schemes = new Map<string, Parameters<Protocol['handle']>[1]>()
  const methods = {
    registerSchemesAsPrivileged(customSchemes) {
      app.refuseWhenReady('protocol.registerSchemesAsPrivileged')
      privileged.push(...customSchemes)
    },
    handle(scheme, handler) {
      app.refuseBeforeReady('protocol')
      if (schemes.has(scheme)) throw new Error(`Failed to register protocol: ${scheme}`)
      schemes.set(scheme, handler)
    },
  } satisfies Pick<Protocol, 'handle' | 'registerSchemesAsPrivileged'>
  return {
    ...methods,
    privileged,
    async fetch(url: string, init?: RequestInit): Promise<Response> {
      const handler = schemes.get(new URL(url).protocol.slice(0, -1))
      if (!handler) throw new TypeError('net::ERR_UNKNOWN_URL_SCHEME')
      return await handler(new Request(url, init))
    },
  }
}

function fakeScreen() {
  const workArea: Rectangle = { x: 0, y: 0, width: 1920, height: 1040 }
  const display = { workArea } as Electron.Display
  const methods = {
    getPrimaryDisplay: () => display,
    getDisplayMatching: () => display,
  } satisfies Pick<Screen, 'getDisplayMatching' | 'getPrimaryDisplay'>
  return { ...methods, workArea }
}

function fakeShell() {
  const opened: string[] = []
  const methods = {
    openPath(path: string) {
      opened.push(path)
      return Promise.resolve('')
    },
  } satisfies Pick<Shell, 'openPath'>
  return { ...methods, opened }
}

function fakeClipboard() {
  let text = ''
  return { writeText: (written: string) => void (text = written), text: () => text }
}
