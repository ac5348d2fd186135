import type { DownloadItem, OnBeforeRequestListenerDetails, SaveDialogOptions, Session } from 'electron'
import { EventEmitter } from 'node:events'
import { emitPreventable } from './fakeEvent'

type SessionMethods = Pick<
  Session,
  | 'setDevicePermissionHandler'
  | 'setDisplayMediaRequestHandler'
  | 'setPermissionCheckHandler'
  | 'setPermissionRequestHandler'
  | 'setSpellCheckerEnabled'
>
type RequestListener = (
  details: OnBeforeRequestListenerDetails,
  callback: (response: { cancel?: boolean }) => void,
) => void

/** A session as permissive as Electron's until it is told otherwise. */
export class FakeSession extends EventEmitter implements SessionMethods {
  checksSpelling = true
  #requestHandler: Parameters<Session['setPermissionRequestHandler']>[0] = null
  #checkHandler: Parameters<Session['setPermissionCheckHandler']>[0] = null
  #deviceHandler: Parameters<Session['setDevicePermissionHandler']>[0] = null
  #screenHandler: Parameters<Session['setDisplayMediaRequestHandler']>[0] = null
  #onBeforeRequest: RequestListener | null = null

  readonly webRequest = {
    onBeforeRequest: (listener: RequestListener | null): void => {
      this.#onBeforeRequest = listener
    },
  }

  setPermissionRequestHandler(handler: Parameters<Session['setPermissionRequestHandler']>[0]): void {
    this.#requestHandler = handler
  }

  setPermissionCheckHandler(handler: Parameters<Session['setPermissionCheckHandler']>[0]): void {
    this.#checkHandler = handler
  }

  setDevicePermissionHandler(handler: Parameters<Session['setDevicePermissionHandler']>[0]): void {
    this.#deviceHandler = handler
  }

  setDisplayMediaRequestHandler(handler: Parameters<Session['setDisplayMediaRequestHandler']>[0]): void {
    this.#screenHandler = handler
  }

  setSpellCheckerEnabled(enable: boolean): void {
    this.checksSpelling = enable
  }

  /** What became of a request for `url`. */
  lets(url: string): boolean {
    let isCancelled = false
    const details = { url } as OnBeforeRequestListenerDetails
    this.#onBeforeRequest?.(details, (response) => {
      isCancelled = response.cancel === true
    })
    return !isCancelled
  }

  /** Every way a page can come by this permission. */
  grants(permission: 'media' | 'geolocation' | 'clipboard-read' | 'notifications'): boolean {
    let isGranted = this.#requestHandler === null
    const details = { isMainFrame: true, requestingUrl: 'app://ledger/index.html' }
    this.#requestHandler?.({} as Electron.WebContents, permission, (answer) => (isGranted = answer), details)
    const check = this.#checkHandler?.(null, permission, 'app://ledger/', {
      ...details,
      securityOrigin: 'app://ledger/',
      mediaType: 'unknown',
    })
    return isGranted || check !== false
  }

  grantsDevice(): boolean {
    const device = { deviceId: 'a', name: 'stick', productId: 1, vendorId: 1 } as unknown as Electron.HIDDevice
    return this.#deviceHandler?.({ deviceType: 'hid', origin: 'app://ledger/', device }) ?? true
  }

  /** The streams a request to record the screen is given; undefined when nobody answers it. */
  sharedScreen(): object | null | undefined {
    let streams: object | null | undefined
    const request = { videoRequested: true } as Electron.DisplayMediaRequestHandlerHandlerRequest
    this.#screenHandler?.(request, (answer) => (streams = answer))
    return streams
  }

  /** Starts a download; true when it was let through. */
  downloads(item: FakeDownload): boolean {
    return !emitPreventable(this, 'will-download', {}, item)
  }
}

export class FakeDownload
  extends EventEmitter
  implements Pick<DownloadItem, 'getFilename' | 'getURL' | 'setSaveDialogOptions'>
{
  saveDialog: SaveDialogOptions | undefined
  readonly #name: string
  readonly #url: string

  constructor(name: string, url: string) {
    super()
    this.#name = name
    this.#url = url
  }

  getFilename(): string {
    return this.#name
  }

  getURL(): string {
    return this.#url
  }

  setSaveDialogOptions(options: SaveDialogOptions): void {
    this.saveDialog = options
  }

  end(state: 'completed' | 'cancelled' | 'interrupted'): void {
    this.emit('done', {}, state)
  }
}
