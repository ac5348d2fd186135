import type { BrowserWindow, BrowserWindowConstructorOptions, PrintToPDFOptions, Rectangle, WebContents } from 'electron'
import { EventEmitter } from 'node:events'
import type { FakeApp } from './fakeApp'
import { emitPreventable } from './fakeEvent'

type ContentsMethods = Pick<
  WebContents,
  'getZoomFactor' | 'isDestroyed' | 'printToPDF' | 'reload' | 'send' | 'setWindowOpenHandler' | 'setZoomFactor'
>
type WindowMethods = Pick<
  BrowserWindow,
  | 'close'
  | 'destroy'
  | 'focus'
  | 'getNormalBounds'
  | 'isDestroyed'
  | 'isMaximized'
  | 'isMinimized'
  | 'loadURL'
  | 'maximize'
  | 'restore'
  | 'show'
>
type OpenHandler = Parameters<WebContents['setWindowOpenHandler']>[0]

/** A page: its navigations and windows can be tried out, what was sent to it is kept. */
export class FakeContents extends EventEmitter implements ContentsMethods {
  readonly sent: { channel: string; args: unknown[] }[] = []
  readonly mainFrame = { url: '', parent: null }
  /** The page's beforeunload asks to stay. */
  hasUnsavedInput = false
  reloads = 0
  readonly printed: { url: string; options: PrintToPDFOptions }[] = []
  prints: Promise<void> = Promise.resolve()
  isGone = false
  #zoom = 1
  #openHandler: OpenHandler = () => ({ action: 'allow' })

  setWindowOpenHandler(handler: OpenHandler): void {
    this.#openHandler = handler
  }

  setZoomFactor(factor: number): void {
    this.#zoom = factor
  }

  /** Chromium counts zoom in powers of 1.2, so a factor seldom comes back exactly. */
  getZoomFactor(): number {
    return 1.2 ** (Math.log(this.#zoom) / Math.log(1.2))
  }

  isDestroyed(): boolean {
    return this.isGone
  }

  /** Waits until `prints` is settled where a test wants a slow one; a window that is gone meanwhile fails it. */
  async printToPDF(options: PrintToPDFOptions): Promise<Buffer<ArrayBuffer>> {
    this.printed.push({ url: this.mainFrame.url, options })
    await this.prints
    if (this.isGone) throw new TypeError('Object has been destroyed')
    return Buffer.from(`%PDF ${this.mainFrame.url}`)
  }

  reload(): void {
    this.reloads += 1
  }

  send(channel: string, ...args: unknown[]): void {
    if (this.isGone) throw new TypeError('Object has been destroyed')
    this.sent.push({ channel, args: structuredClone(args) })
  }

  /** Tries to go to `url` in the main frame; true when nothing stopped it. */
  navigates(url: string): boolean {
    const facts = { url, isMainFrame: true, isSameDocument: false }
    return ['will-frame-navigate', 'will-navigate'].every((name) => !emitPreventable(this, name, facts, url))
  }

  /** What `window.open(url)` in the page leads to. */
  opens(url: string): 'allow' | 'deny' {
    return this.#openHandler({
      url,
      frameName: '',
      features: '',
      disposition: 'new-window',
      referrer: { url: '', policy: 'default' },
    }).action
  }
}

export class FakeWindow extends EventEmitter implements WindowMethods {
  readonly webContents = new FakeContents()
  readonly options: BrowserWindowConstructorOptions
  readonly calls: string[] = []
  minimised = false
  maximised = false
  bounds: Rectangle
  readonly #app: FakeApp

  constructor(app: FakeApp, options: BrowserWindowConstructorOptions) {
    super()
    app.refuseBeforeReady('BrowserWindow')
    this.#app = app
    this.options = options
    const { x = 0, y = 0, width = 800, height = 600 } = options
    this.bounds = { x, y, width, height }
    app.openWindows.add(this)
    emitPreventable(app, 'web-contents-created', {}, this.webContents)
  }

  loadURL(url: string): Promise<void> {
    this.webContents.mainFrame.url = url
    return new Promise((resolve) => {
      setImmediate(() => {
        this.webContents.emit('dom-ready')
        this.emit('ready-to-show')
        resolve()
      })
    })
  }

  show(): void {
    this.calls.push('show')
  }

  focus(): void {
    this.calls.push('focus')
  }

  restore(): void {
    this.minimised = false
    this.calls.push('restore')
  }

  maximize(): void {
    this.maximised = true
  }

  isMinimized(): boolean {
    return this.minimised
  }

  isMaximized(): boolean {
    return this.maximised
  }

  getNormalBounds(): Rectangle {
    return this.bounds
  }

  isDestroyed(): boolean {
    return this.webContents.isGone
  }

  /** Without asking anybody. */
  destroy(): void {
    if (this.webContents.isGone) return
    this.webContents.isGone = true
    this.emit('closed')
    this.#app.windowClosed(this)
  }

  /** As the real one: the close event first, then the page's beforeunload, then it is gone. */
  close(): void {
    if (emitPreventable(this, 'close')) return
    if (this.webContents.hasUnsavedInput && !emitPreventable(this.webContents, 'will-prevent-unload')) return
    this.webContents.isGone = true
    this.emit('closed')
    this.#app.windowClosed(this)
  }
}

interface FakeBrowserWindow {
  new (options?: BrowserWindowConstructorOptions): FakeWindow
  getAllWindows(): FakeWindow[]
}

/** The class `BrowserWindow` of one fake Electron. */
export function fakeBrowserWindow(app: FakeApp): FakeBrowserWindow {
  return class extends FakeWindow {
    constructor(options: BrowserWindowConstructorOptions = {}) {
      super(app, options)
    }

    static getAllWindows(): FakeWindow[] {
      return [...app.openWindows].filter((window) => window instanceof FakeWindow)
    }
  }
}
