import type { App } from 'electron'
import { EventEmitter } from 'node:events'
import { existsSync } from 'node:fs'
import { emitPreventable } from './fakeEvent'

type AppMethods = Pick<
  App,
  | 'enableSandbox'
  | 'exit'
  | 'getPath'
  | 'getVersion'
  | 'isPackaged'
  | 'isReady'
  | 'quit'
  | 'relaunch'
  | 'requestSingleInstanceLock'
  | 'setAppUserModelId'
  | 'setPath'
  | 'whenReady'
>

interface Closable {
  close(): void
}

/** `app` with its life: ready once, quits by way of its windows, refuses late what must come early. */
export class FakeApp extends EventEmitter implements AppMethods {
  isPackaged = true
  hasLock = true
  isSandboxed = false
  hasQuit = false
  exitCode: number | undefined
  relaunched: Parameters<App['relaunch']>[0][] = []
  readonly openWindows = new Set<Closable>()
  readonly switches = new Map<string, string | undefined>()
  readonly commandLine = {
    appendSwitch: (name: string, value?: string): void => {
      this.refuseWhenReady('app.commandLine.appendSwitch')
      this.switches.set(name, value)
    },
  }
  readonly #paths: Map<string, string>
  #isReady = false
  #announceReady: () => void = () => undefined
  readonly #ready = new Promise<void>((resolve) => {
    this.#announceReady = resolve
  })

  constructor(paths: Record<string, string>) {
    super()
    this.#paths = new Map(Object.entries(paths))
  }

  becomeReady(): Promise<void> {
    this.#isReady = true
    this.emit('ready')
    this.#announceReady()
    return this.#ready
  }

  isReady(): boolean {
    return this.#isReady
  }

  whenReady(): Promise<void> {
    return this.#ready
  }

  refuseWhenReady(what: string): void {
    if (this.#isReady) throw new Error(`${what} should be called before app is ready`)
  }

  refuseBeforeReady(what: string): void {
    if (!this.#isReady) throw new Error(`${what} can only be used after app is ready`)
  }

  enableSandbox(): void {
    this.refuseWhenReady('app.enableSandbox()')
    this.isSandboxed = true
  }

  setAppUserModelId(): void {}

  requestSingleInstanceLock(): boolean {
    return this.hasLock
  }

  getVersion(): string {
    return '1.2.3'
  }

  getPath(name: Parameters<App['getPath']>[0]): string {
    const path = this.#paths.get(name)
    if (path === undefined) throw new Error(`Failed to get '${name}' path`)
    return path
  }

  setPath(name: string, path: string): void {
    if (!existsSync(path)) throw new Error('Path must exist')
    this.#paths.set(name, path)
  }

  relaunch(options?: Parameters<App['relaunch']>[0]): void {
    this.relaunched.push(options)
  }

  exit(code = 0): void {
    this.exitCode = code
    this.hasQuit = true
  }

  /** before-quit, then every window is closed, then will-quit: each may still say no. */
  quit(): void {
    if (this.hasQuit || emitPreventable(this, 'before-quit')) return
    for (const window of [...this.openWindows]) window.close()
    if (this.openWindows.size === 0) this.finishQuit()
  }

  windowClosed(window: Closable): void {
    this.openWindows.delete(window)
    if (this.openWindows.size > 0) return
    if (this.listenerCount('window-all-closed') > 0) this.emit('window-all-closed')
    else this.finishQuit()
  }

  private finishQuit(): void {
    if (this.hasQuit || emitPreventable(this, 'will-quit')) return
    this.hasQuit = true
    this.emit('quit')
  }
}
