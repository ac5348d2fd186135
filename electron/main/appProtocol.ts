import type { CustomScheme, Protocol } from 'electron'
import { readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'

/** The page's own origin. A standard scheme gives it one, which file:// never does. */
export const appOrigin = 'app://ledger'
export const appPage = `${appOrigin}/index.html`

/** Registered before the app is ready, or Chromium treats the page as one without an origin. */
export const appScheme = {
  scheme: 'app',
  privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
} satisfies CustomScheme

export const contentSecurityPolicy = [
  "default-src 'self'",
  // Widgets and the grid place their elements by style attributes.
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

const mimeTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
}

/** Names as the build writes them. No segment may begin with a dot, so no address can climb out of the folder. */
const servedPath = /^\/(?:[\w-][\w.-]*\/)*[\w-][\w.-]*$/

/** Is this address one of the app's own, on the app's own origin? */
export function isAppUrl(url: string): boolean {
  if (!URL.canParse(url)) return false
  const { protocol, host } = new URL(url)
  return `${protocol}//${host}` === appOrigin
}

/** Serves the built renderer, and nothing else on the computer, under `app://ledger/`. */
export function serveApp(protocol: Pick<Protocol, 'handle'>, rendererFolder: string): void {
  protocol.handle(appScheme.scheme, (request) => answer(rendererFolder, request))
}

export async function answer(rendererFolder: string, request: Pick<Request, 'url' | 'method'>): Promise<Response> {
  const { url, method } = request
  if (method !== 'GET') return refusal(405)
  const path = isAppUrl(url) ? servedPathOf(url) : undefined
  const type = path && mimeTypes[extname(path)]
  if (!path || !type) return refusal(404)
  try {
    return new Response(await readFile(join(rendererFolder, path)), { headers: headers(type) })
  } catch {
    return refusal(404)
  }
}

function servedPathOf(url: string): string | undefined {
  try {
    const path = decodeURIComponent(new URL(url).pathname)
    return servedPath.test(path) ? path : undefined
  } catch {
    return undefined
  }
}

function refusal(status: 404 | 405): Response {
  return new Response(null, { status, headers: headers('text/plain; charset=utf-8') })
}

function headers(type: string): Record<string, string> {
  return {
    'content-type': type,
    'content-security-policy': contentSecurityPolicy,
    'x-content-type-options': 'nosniff',
  }
}
