import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createWindow } from './createWindow'
import { createFakeElectron } from './testing/fakeElectron'
import type { WindowState } from './windowState'

let folder = ''

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'create-window-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const firstStart: WindowState = { bounds: undefined, maximised: false, zoom: 1 }

async function openWindow(facts: { state?: WindowState; isPackaged?: boolean; stateFile?: string } = {}) {
  const { fake, electron } = createFakeElectron({})
  await fake.app.becomeReady()
  const logged: string[] = []
  const stateFile = facts.stateFile ?? join(folder, 'window.json')
  createWindow(
    { ...electron, log: ({ message }) => logged.push(message), quit: () => fake.app.quit() },
    {
      preload: '/app/preload.cjs',
      state: facts.state ?? firstStart,
      stateFile,
      isPackaged: facts.isPackaged ?? true,
      icon: undefined,
    },
  )
  const window = fake.window()
  if (!window) throw new Error('no window')
  const saved = () => JSON.parse(readFileSync(stateFile, 'utf8')) as unknown
  return { fake, window, contents: window.webContents, logged, saved }
}

const settled = () => new Promise(setImmediate)

describe('createWindow', () => {
  it('isolates the page and keeps Node from it', async () => {
    const { window } = await openWindow()
    expect(window.options.webPreferences).toEqual({
      preload: '/app/preload.cjs',
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools: false,
    })
    expect((await openWindow({ isPackaged: false })).window.options.webPreferences?.devTools).toBe(true)
  })

  it('shows the page of the app once there is something to see', async () => {
    const { window, contents } = await openWindow()
    expect(window.options.show).toBe(false)
    expect(contents.mainFrame.url).toBe('app://ledger/index.html')
    expect(window.calls).toEqual([])
    await settled()
    expect(window.calls).toEqual(['show'])
  })

  it('opens as it was left', async () => {
    const bounds = { x: 40, y: 30, width: 1200, height: 800 }
    const { window, contents } = await openWindow({ state: { bounds, maximised: true, zoom: 1.25 } })
    await settled()
    expect(window.options).toMatchObject(bounds)
    expect(window.maximised).toBe(true)
    expect(contents.getZoomFactor()).toBeCloseTo(1.25)
  })

  it('remembers size, maximising and zoom when it closes', async () => {
    const { window, contents, saved } = await openWindow()
    await settled()
    contents.setZoomFactor(1.5)
    window.bounds = { x: 5, y: 6, width: 1000, height: 700 }
    window.maximised = true
    window.close()
    expect(saved()).toEqual({ bounds: window.bounds, maximised: true, zoom: 1.5 })
  })

  it('closes also where nothing can be remembered', async () => {
    const { window, fake, logged } = await openWindow({ stateFile: join(folder, 'missing', 'window.json') })
    window.close()
    expect(fake.app.openWindows.size).toBe(0)
    expect(logged[0]).toContain('window state')
  })
})

describe('a page with unsaved input', () => {
  it('stays unless the person says otherwise', async () => {
    const { window, contents, fake } = await openWindow()
    contents.hasUnsavedInput = true
    window.close()
    expect(fake.app.openWindows.size).toBe(1)
    expect(fake.dialog.shown[0]).toMatchObject({ defaultId: 0, cancelId: 0, buttons: ['继续填写', '不保存，离开'] })
    fake.dialog.answers.push(1)
    window.close()
    expect(fake.app.openWindows.size).toBe(0)
  })
})

describe('a page whose process died', () => {
  it('is loaded again', async () => {
    const { contents, fake, logged } = await openWindow()
    contents.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 5 })
    await settled()
    expect(contents.reloads).toBe(1)
    expect(fake.dialog.shown[0]?.detail).toContain('已保存的数据不受影响')
    expect(logged).toEqual(['page: crashed, code 5'])
  })

  it('ends the app when the person prefers that', async () => {
    const { contents, fake } = await openWindow()
    fake.dialog.answers.push(1)
    contents.emit('render-process-gone', {}, { reason: 'oom', exitCode: 9 })
    await settled()
    expect(contents.reloads).toBe(0)
    expect(fake.app.hasQuit).toBe(true)
  })

  it('is none when it ended in order', async () => {
    const { contents, fake } = await openWindow()
    contents.emit('render-process-gone', {}, { reason: 'clean-exit', exitCode: 0 })
    await settled()
    expect(fake.dialog.shown).toEqual([])
  })
})
