import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { answer, appScheme, isAppUrl, serveApp } from './appProtocol'
import { createFakeElectron } from './testing/fakeElectron'

let folder = ''
let renderer = ''

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'app-protocol-'))
  renderer = join(folder, 'renderer')
  mkdirSync(join(renderer, 'assets'), { recursive: true })
  writeFileSync(join(folder, 'secret.json'), '{"secret":true}')
  writeFileSync(join(renderer, 'index.html'), '<!doctype html>')
  writeFileSync(join(renderer, '.stamp.json'), '{}')
  writeFileSync(join(renderer, 'assets', 'index-Dx_4-a.js'), 'export {}')
  writeFileSync(join(renderer, 'assets', 'index-Dx_4-a.js.map'), '{}')
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

const get = (url: string) => answer(renderer, { url, method: 'GET' })

describe('serveApp', () => {
  it('serves the built page by its scheme, which is registered before the app is ready', async () => {
    const { fake, electron } = createFakeElectron({})
    electron.protocol.registerSchemesAsPrivileged([appScheme])
    expect(() => serveApp(electron.protocol, renderer)).toThrow('ready')
    await fake.app.becomeReady()
    serveApp(electron.protocol, renderer)
    const page = await fake.protocol.fetch('app://ledger/index.html')
    expect(page.status).toBe(200)
    expect(await page.text()).toBe('<!doctype html>')
    expect(fake.protocol.privileged[0]).toMatchObject({ scheme: 'app', privileges: { standard: true, secure: true } })
    expect(fake.protocol.privileged[0]?.privileges?.bypassCSP).toBeUndefined()
  })

  it('names the type of a file by its extension and forbids guessing', async () => {
    const script = await get('app://ledger/assets/index-Dx_4-a.js')
    expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
    expect(script.headers.get('x-content-type-options')).toBe('nosniff')
    expect((await get('app://ledger/index.html')).headers.get('content-type')).toBe('text/html; charset=utf-8')
  })

  it('sends the content security policy with every answer', async () => {
    for (const url of ['app://ledger/index.html', 'app://ledger/missing.js']) {
      const policy = (await get(url)).headers.get('content-security-policy')?.split('; ')
      expect(policy).toEqual(
        expect.arrayContaining([
          "default-src 'self'",
          "style-src 'self' 'unsafe-inline'",
          "img-src 'self' data: blob:",
          "font-src 'self' data:",
          "connect-src 'self'",
        ]),
      )
      expect(policy?.join()).not.toContain('unsafe-eval')
    }
  })

  it('ignores query and fragment', async () => {
    expect((await get('app://ledger/index.html?x=1#/ledger')).status).toBe(200)
  })

  it.each([
    ['a parent folder', 'app://ledger/../secret.json'],
    ['an encoded parent folder', 'app://ledger/%2e%2e/secret.json'],
    ['encoded slashes', 'app://ledger/..%2fsecret.json'],
    ['everything encoded', 'app://ledger/%2e%2e%2f%2e%2e%2fsecret.json'],
    ['encoding twice', 'app://ledger/%252e%252e%252fsecret.json'],
    ['a parent folder further in', 'app://ledger/assets/..%2f..%2fsecret.json'],
    ['backslashes', 'app://ledger/..\\secret.json'],
    ['encoded backslashes', 'app://ledger/..%5csecret.json'],
    ['an absolute path', 'app://ledger//etc/hostname.json'],
    ['an encoded absolute path', 'app://ledger/%2fetc%2fhostname.json'],
    ['a drive letter', 'app://ledger/C:/secret.json'],
    ['an encoded drive letter', 'app://ledger/c%3a%5csecret.json'],
    ['a null byte', 'app://ledger/index.html%00.json'],
    ['a hidden file', 'app://ledger/.stamp.json'],
    ['broken encoding', 'app://ledger/%e0%a4.html'],
    ['a folder', 'app://ledger/assets'],
    ['the bare host', 'app://ledger/'],
    ['a file of a kind the build does not make', 'app://ledger/assets/index-Dx_4-a.js.map'],
    ['a file that is not there', 'app://ledger/assets/other.js'],
    ['another host', 'app://other/index.html'],
    ['another scheme', 'file://ledger/index.html'],
    ['something that is no address', 'index.html'],
  ])('refuses %s', async (_what, url) => {
    const reply = await get(url)
    expect(reply.status).toBe(404)
    expect(await reply.text()).toBe('')
  })

  it('answers reading only', async () => {
    const reply = await answer(renderer, { url: 'app://ledger/index.html', method: 'POST' })
    expect(reply.status).toBe(405)
  })
})

describe('isAppUrl', () => {
  it('knows its own origin and nothing that looks like it', () => {
    expect(isAppUrl('app://ledger/index.html#/import')).toBe(true)
    for (const url of [
      'app://ledger.evil/',
      'app://evil/ledger',
      'https://ledger/',
      'app:ledger',
      'app://ledger:80/',
      'blob:app://ledger/1',
      '',
    ]) {
      expect(isAppUrl(url), url).toBe(false)
    }
  })
})
