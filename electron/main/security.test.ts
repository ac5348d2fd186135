import { describe, expect, it } from 'vitest'
import { cutNetwork, guardContents, isAllowedRequest, secureSession } from './security'
import { createFakeElectron } from './testing/fakeElectron'
import { emitPreventable } from './testing/fakeEvent'

async function securedSession(isPackaged = true) {
  const { fake, electron } = createFakeElectron({})
  await fake.app.becomeReady()
  expect(fake.session.lets('https://example.com/')).toBe(true)
  expect(fake.session.grants('media')).toBe(true)
  secureSession(electron.session.defaultSession, isPackaged)
  return fake.session
}

describe('secureSession', () => {
  it('denies every permission, device and screen, asked for or checked', async () => {
    const session = await securedSession()
    for (const permission of ['media', 'geolocation', 'clipboard-read', 'notifications'] as const) {
      expect(session.grants(permission), permission).toBe(false)
    }
    expect(session.grantsDevice()).toBe(false)
    expect(session.sharedScreen()).toEqual({})
  })

  it.each([
    'https://example.com/',
    'http://127.0.0.1:8080/',
    'ws://localhost/',
    'ftp://example.com/a',
    'file:///etc/passwd',
    'app://other/index.html',
    'blob:https://example.com/1',
    'devtools://devtools/bundled/devtools_app.html',
  ])('lets no request go to %s', async (url) => {
    expect((await securedSession()).lets(url)).toBe(false)
  })

  it.each(['app://ledger/assets/a.js', 'blob:app://ledger/6c1f', 'data:image/png;base64,AA'])(
    'lets the page load %s',
    async (url) => {
      expect((await securedSession()).lets(url)).toBe(true)
    },
  )

  it('checks no spelling, since that fetches dictionaries', async () => {
    expect((await securedSession()).checksSpelling).toBe(false)
  })
})

it('lets developer tools load in the workshop only', () => {
  const url = 'devtools://devtools/bundled/devtools_app.html'
  expect(isAllowedRequest(url, false)).toBe(true)
  expect(isAllowedRequest(url, true)).toBe(false)
})

it('cuts name resolution for Chromium itself, before the app is ready', async () => {
  const { fake, electron } = createFakeElectron({})
  cutNetwork(electron.app.commandLine)
  expect(fake.app.switches.get('host-resolver-rules')).toBe('MAP * ~NOTFOUND')
  await fake.app.becomeReady()
  expect(() => cutNetwork(electron.app.commandLine)).toThrow('before app is ready')
})

describe('guardContents', () => {
  async function guardedPage() {
    const { fake, electron } = createFakeElectron({})
    await fake.app.becomeReady()
    guardContents(new electron.BrowserWindow().webContents)
    const contents = fake.window()?.webContents
    if (!contents) throw new Error('no window')
    return contents
  }

  it('keeps the page where it is', async () => {
    const contents = await guardedPage()
    expect(contents.navigates('app://ledger/index.html')).toBe(true)
    expect(contents.navigates('app://ledger/index.html#/import')).toBe(true)
    for (const url of [
      'https://example.com/',
      'file:///C:/dropped.xlsx',
      'app://ledger/assets/other.html',
      'app://ledger/index.html?next=1',
      'app://other/index.html',
      'javascript:alert(1)',
      'data:text/html,x',
    ]) {
      expect(contents.navigates(url), url).toBe(false)
    }
  })

  it.each(['will-navigate', 'will-frame-navigate', 'will-redirect'])('stops elsewhere at %s', async (name) => {
    const contents = await guardedPage()
    expect(emitPreventable(contents, name, { url: 'https://example.com/' })).toBe(true)
    expect(emitPreventable(contents, name, { url: 'app://ledger/index.html' })).toBe(false)
  })

  it('lets a frame show the text the page gave it, the page itself never', async () => {
    const contents = await guardedPage()
    expect(emitPreventable(contents, 'will-frame-navigate', { url: 'about:srcdoc', isMainFrame: false })).toBe(false)
    expect(emitPreventable(contents, 'will-frame-navigate', { url: 'about:srcdoc', isMainFrame: true })).toBe(true)
  })

  it('opens no window and embeds no web view', async () => {
    const contents = await guardedPage()
    expect(contents.opens('https://example.com/')).toBe('deny')
    expect(contents.opens('app://ledger/index.html')).toBe('deny')
    expect(emitPreventable(contents, 'will-attach-webview')).toBe(true)
  })
})
