import type { IpcMain, WebContents } from 'electron'
import type { OfficeEvent } from '../../shared/contract/events'
import type { Reply } from '../../shared/contract/reply'
import { callChannel, eventChannel } from '../preload/channels'
import { isAppUrl } from './appProtocol'

/** The little of a frame that tells whose it is. */
type Sender = { readonly url: string; readonly parent: unknown } | null

/** Only the window's own page, in its main frame, may call the office. */
export function isOwnPage(sender: Sender): boolean {
  return sender !== null && sender.parent === null && isAppUrl(sender.url)
}

/** Answers the page's calls. A foreign sender is no user's mistake, so it gets an exception, not a reply. */
export function answerCalls(
  ipcMain: Pick<IpcMain, 'handle'>,
  dispatch: (name: string, input: unknown) => Promise<Reply<unknown>>,
): void {
  ipcMain.handle(callChannel, async (event, name: unknown, input: unknown): Promise<Reply<unknown>> => {
    if (!isOwnPage(event.senderFrame)) throw new Error('call from a foreign frame refused')
    if (typeof name !== 'string') return { ok: false, failure: { code: 'invalid', details: {} } }
    return await dispatch(name, input)
  })
}

export function sendEvent(contents: Pick<WebContents, 'send' | 'isDestroyed'>, event: OfficeEvent): void {
  if (!contents.isDestroyed()) contents.send(eventChannel, event)
}
