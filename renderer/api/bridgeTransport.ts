import type { OfficeEvent } from '../../shared/contract/events'
import type { Reply } from '../../shared/contract/reply'
import type { Transport } from './transport'

/** What the preload of the desktop window exposes as `window.office`. */
export interface OfficeBridge {
  call(name: string, input: unknown): Promise<Reply<unknown>>
  onEvent(listener: (event: OfficeEvent) => void): () => void
}

declare global {
  interface Window {
    office?: OfficeBridge
  }
}

/** The desktop window's own way to the office; it lives and dies with the window, so it never reports a loss. */
export function bridgeTransport(bridge: OfficeBridge): Transport {
  return {
    call: (name, input) => bridge.call(name, input),
    onEvent: (listener) => bridge.onEvent(listener),
    onConnection: () => () => undefined,
  }
}
