import type { IncomingMessage } from 'node:http'

/**
 * Did the request come from this door's own pages? `Host` must be the loopback address itself, once: a foreign name that
 * resolves to 127.0.0.1 (DNS rebinding) carries its own name there. `Origin` and `Sec-Fetch-Site` are set by the
 * browser; a call, which may change records, must carry an `Origin`. Pages of other ports of this machine are `same-site`
 * and would send the cookie along: of them, as of all others, only the opening of a page is taken.
 */
export function isOwnRequest({ method, headers, headersDistinct }: Pick<IncomingMessage, 'method' | 'headers' | 'headersDistinct'>, port: number): boolean {
  // Browsers leave the default port out.
  const authority = port === 80 ? '127.0.0.1' : `127.0.0.1:${port}`
  const { origin } = headers
  const hosts = headersDistinct.host ?? []
  if (hosts.length !== 1 || hosts[0] !== authority) return false
  if (origin === undefined ? method !== 'GET' : origin !== `http://${authority}`) return false
  const site = headers['sec-fetch-site']
  if (site === undefined || site === 'same-origin') return true
  return method === 'GET' && (site === 'none' || headers['sec-fetch-dest'] === 'document')
}
