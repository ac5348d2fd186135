import { bridgeTransport } from './bridgeTransport'
import { httpTransport } from './httpTransport'
import type { Transport } from './transport'

let transport: Transport | undefined

/** The way to the office, opened on first use: the desktop bridge where there is one, else the browser door. */
export function office(): Transport {
  transport ??= window.office ? bridgeTransport(window.office) : httpTransport()
  return transport
}
