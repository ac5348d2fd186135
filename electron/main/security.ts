import type { CommandLine, Event, Session, WebContents } from 'electron'
import { appPage, isAppUrl } from './appProtocol'

/** Everything the page's session may not do, in one place. */
export function secureSession(session: Session, isPackaged: boolean): void {
  denyPermissions(session)
  blockNetwork(session, isPackaged)
  disableSpellcheck(session)
}

/** No page of this app needs a permission; copying and pasting go by the editing commands, which ask for none. */
export function denyPermissions(
  session: Pick<
    Session,
    | 'setPermissionRequestHandler'
    | 'setPermissionCheckHandler'
    | 'setDevicePermissionHandler'
    | 'setDisplayMediaRequestHandler'
  >,
): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.setDisplayMediaRequestHandler((_request, answer) => answer({}))
}

/** What a page may load: its own files, and bytes it already holds. Developer tools only where they can be opened. */
export function isAllowedRequest(url: string, isPackaged: boolean): boolean {
  if (url.startsWith('blob:')) return isAppUrl(url.slice('blob:'.length))
  return isAppUrl(url) || url.startsWith('data:') || (!isPackaged && url.startsWith('devtools:'))
}

/**
 * The app is offline by promise: every request that would leave the computer is cancelled. `besides` are schemes that a
 * session of its own may use beyond those of the page.
 */
export function blockNetwork(
  session: { webRequest: Pick<Session['webRequest'], 'onBeforeRequest'> },
  isPackaged: boolean,
  besides: readonly string[] = [],
): void {
  session.webRequest.onBeforeRequest(({ url }, answer) => {
    answer({ cancel: !isAllowedRequest(url, isPackaged) && !besides.some((scheme) => url.startsWith(scheme)) })
  })
}

/** Second lock behind `blockNetwork`, for requests of Chromium itself that no session sees. Before the app is ready. */
export function cutNetwork(commandLine: Pick<CommandLine, 'appendSwitch'>): void {
  commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND')
  commandLine.appendSwitch('disable-background-networking')
  commandLine.appendSwitch('disable-component-update')
}

/** Off, because it would fetch its dictionaries. */
export function disableSpellcheck(session: Pick<Session, 'setSpellCheckerEnabled'>): void {
  session.setSpellCheckerEnabled(false)
}

/** The window shows one page for ever: it goes nowhere else, opens nothing and embeds nothing. */
export function guardContents(contents: Pick<WebContents, 'on' | 'setWindowOpenHandler'>): void {
  const stay = (event: Event<{ url: string; isMainFrame?: boolean }>): void => {
    // What is printed stands in a frame of the page whose text it holds itself, and which runs no script.
    const isOwnText = event.url === 'about:srcdoc' && event.isMainFrame === false
    if (!isAppPage(event.url) && !isOwnText) event.preventDefault()
  }
  contents.on('will-navigate', stay)
  contents.on('will-frame-navigate', stay)
  contents.on('will-redirect', stay)
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
}

function isAppPage(url: string): boolean {
  return url.replace(/#.*$/, '') === appPage
}
