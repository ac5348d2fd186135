import type { IncomingHttpHeaders } from 'node:http'

/**
 * Did the request come from this door's own pages? `Host` must be the loopback address itself: a foreign name that
 * resolves to 127.0.0.1 (DNS rebinding) carries its own name there. `Origin` and `Sec-Fetch-Site` are set by the
 * browser; a call, which may change records, must carry an `Origin`.
 */
export function isOwnRequest(method: string | undefined, headers: IncomingHttpHeaders, port: number): boolean {
  // Browsers leave the default port out.
  const authority = port === 80 ? '127.0.0.1' : `127.0.0.1:${port}`
  const { host, origin } = headers
  if (host !== authority) return false
  if (origin === undefined ? method !== 'GET' : origin !== `http://${authority}`) return false
  const site = headers['sec-fetch-site']
  return method === 'GET' || site === undefined || site === 'same-origin'
}
