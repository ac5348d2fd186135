import { request as ask } from 'node:http'
import { networkInterfaces } from 'node:os'
import type { Page } from '@playwright/test'
import { expect, test } from './app'
import { startBrowserDoor, type RunningDoor } from './browserDoor'

interface Answer {
  status: number
  policy: string
  body: string
}

/** A request as a browser would never let a page make it: with any Host and Origin. */
function send(door: RunningDoor, method: string, path: string, headers: Record<string, string> = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = ask({ host: '127.0.0.1', port: door.port, method, path, headers, agent: false }, (response) => {
      let body = ''
      response.setEncoding('utf8')
      response.on('data', (chunk: string) => (body += chunk))
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          policy: String(response.headers['content-security-policy']),
          body,
        }),
      )
    })
    request.on('error', reject)
    request.end(method === 'POST' ? '{}' : undefined)
  })
}

async function cookieOf(page: Page): Promise<string> {
  const [cookie] = await page.context().cookies()
  return `${cookie?.name}=${cookie?.value}`
}

test.describe('without the page', () => {
  let door: RunningDoor

  test.beforeEach(async () => {
    door = await startBrowserDoor(['--data', test.info().outputPath('data')])
  })

  test.afterEach(async () => {
    expect(await door.stop()).toBe(0)
  })

  test('no token: neither pages nor calls nor events', async () => {
    for (const path of ['/', '/index.html', '/events', '/?token=guess']) {
      expect((await send(door, 'GET', path)).status, path).toBe(403)
    }
    const origin = `http://127.0.0.1:${door.port}`
    const headers = { origin, 'content-type': 'application/json' }
    expect((await send(door, 'POST', '/call/office.status', headers)).status).toBe(403)
  })

  test('a foreign Host or Origin is refused even with the token', async () => {
    const { search } = new URL(door.address)
    expect((await send(door, 'GET', `/${search}`, { host: `evil.example:${door.port}` })).status).toBe(403)
    expect((await send(door, 'GET', `/${search}`, { origin: 'http://evil.example' })).status).toBe(403)
    expect((await send(door, 'GET', `/${search}`)).status).toBe(303)
  })

  test('it listens on the loopback address only (skipped without another network interface)', async () => {
    const outside = Object.values(networkInterfaces())
      .flat()
      .find((net) => net?.family === 'IPv4' && !net.internal)
    test.skip(!outside, 'no network interface besides loopback')
    await expect(fetch(`http://${outside?.address}:${door.port}/`)).rejects.toThrow()
  })
})

test.describe('with the page', () => {
  test('the token leaves the address, and the page runs clean under its policy', async ({ openApp }) => {
    const { page } = await openApp()
    await expect(page).toHaveTitle(/双覆盖台账/)
    expect(page.url()).not.toContain('token')
    await expect(page.locator('#app')).not.toBeEmpty()
    const [cookie] = await page.context().cookies()
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Strict', domain: '127.0.0.1' })
  })

  test('nothing outside the renderer can be fetched, whatever the path', async ({ openApp }) => {
    const { page } = await openApp()
    const port = Number(new URL(page.url()).port)
    const cookie = await cookieOf(page)
    const door = { port } as RunningDoor
    for (const path of [
      '/../electron/main.js',
      '/..%2f..%2fpackage.json',
      '/%2e%2e/%2e%2e/package.json',
      '/assets/../../../package.json',
      '/..\\..\\package.json',
      '//etc/passwd',
      '/etc/passwd',
    ]) {
      const answer = await send(door, 'GET', path, { cookie })
      expect(answer.status, path).toBe(404)
      expect(answer.body).not.toMatch(/double-coverage-ledger|root:/)
    }
  })

  test('the policy forbids inline scripts, eval and every other place', async ({ openApp }) => {
    const { page, problems } = await openApp()
    const answer = await send({ port: Number(new URL(page.url()).port) } as RunningDoor, 'GET', '/', {
      cookie: await cookieOf(page),
    })
    expect(answer.policy).toContain("default-src 'self'")
    expect(answer.policy).not.toMatch(/unsafe-eval|script-src[^;]*unsafe-inline|https?:/)
    expect(answer.body).not.toMatch(/<script(?![^>]*\ssrc=)/)

    const outcome = await page.evaluate(() => {
      const script = document.createElement('script')
      script.textContent = 'window.injected = true'
      document.head.append(script)
      return 'injected' in window
    })
    expect(outcome).toBe(false)
    // The refusal itself is announced in the console; nothing else may be.
    expect(problems.splice(0)).toEqual([expect.stringContaining('Content Security Policy')])
  })

  test('the page asks its own door, and nobody else, wherever one goes', async ({ openApp }) => {
    const { page } = await openApp({ data: 'sample' })
    const { origin } = new URL(page.url())
    const asked: string[] = []
    page.context().on('request', (request) => asked.push(request.url()))
    const links = page.getByRole('navigation').first().getByRole('link')
    await expect(links.nth(8)).toBeVisible()
    const places = await links.all()
    for (const place of places) {
      await place.click()
      await page.waitForLoadState('networkidle')
    }
    expect(asked.length).toBeGreaterThan(places.length)
    expect(asked.filter((url) => !url.startsWith(`${origin}/`) && !/^(data|blob):/.test(url))).toEqual([])
  })

  test('another site cannot call the office through the user’s browser', async ({ openApp }) => {
    const { page } = await openApp()
    const address = new URL(page.url()).origin
    const stranger = await page.context().newPage()
    await stranger.route('http://evil.example/', (route) => route.fulfill({ contentType: 'text/html', body: '<p>hi' }))
    await stranger.goto('http://evil.example/')
    const outcome = await stranger.evaluate(async (door) => {
      const tries = await Promise.allSettled([
        fetch(`${door}/call/office.status`, { method: 'POST', body: '{}', credentials: 'include' }),
        fetch(`${door}/index.html`, { credentials: 'include' }),
      ])
      return tries.map(({ status }) => status)
    }, address)
    expect(outcome).toEqual(['rejected', 'rejected'])
  })

  test('a call over 100 MB is answered in words, not cut off', async ({ openApp }) => {
    const { page } = await openApp()
    const reply = await page.evaluate(async () => {
      const form = new FormData()
      form.set('json', JSON.stringify({ name: '大表.xlsx', bytes: { $bytes: 0 } }))
      form.set('bytes0', new Blob([new Uint8Array(101 * 1024 * 1024)]))
      const response = await fetch('/call/import.read', { method: 'POST', body: form })
      return (await response.json()) as unknown
    })
    expect(reply).toMatchObject({ ok: false, failure: { code: 'too-large', details: { limit: '100 MB' } } })
  })
})
