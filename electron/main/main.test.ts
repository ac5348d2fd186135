import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { DoorMessage } from '../host/message'
import { callChannel, eventChannel } from '../preload/channels'
import { createFakeElectron } from './testing/fakeElectron'
import { echoOffice, type OfficeProgram } from './testing/fakeUtilityProcess'

let home = ''
const argv = [...process.argv]

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'desktop-'))
  vi.stubEnv('XDG_DATA_HOME', join(home, 'share'))
  vi.stubEnv('APPDATA', join(home, 'share'))
  vi.stubEnv('APPIMAGE', undefined)
  vi.resetModules()
})

afterEach(() => {
  process.argv = [...argv]
  vi.unstubAllEnvs()
  vi.doUnmock('electron')
  rmSync(home, { recursive: true, force: true })
})

/** Runs main.ts as Electron would: the module first, then `ready`. */
async function start(options: { args?: string[]; hasLock?: boolean; program?: OfficeProgram } = {}) {
  const { fake, electron } = createFakeElectron({
    exe: join(home, 'app', 'ledger'),
    home,
    appData: join(home, 'settings'),
    documents: join(home, 'documents'),
  })
  fake.app.hasLock = options.hasLock ?? true
  fake.utilityProcess.program = options.program ?? echoOffice
  process.argv = ['/app/ledger', ...(options.args ?? [])]
  vi.doMock('electron', () => electron)
  await import('./main')
  if (!fake.app.hasQuit) await fake.app.becomeReady()
  await idle()
  return fake
}

const idle = () => new Promise((resolve) => setTimeout(resolve, 30))
const ownPage = { url: 'app://ledger/index.html', parent: null }

function openMessage(fake: Awaited<ReturnType<typeof start>>) {
  const message = fake.utilityProcess.children[0]?.received[0] as Extract<DoorMessage, { type: 'open' }>
  return message.options
}

describe('the desktop door', () => {
  it('opens one locked-down window beside an office on the default folder', async () => {
    const fake = await start()
    expect(fake.app.isSandboxed).toBe(true)
    const keyring = process.platform === 'linux' ? ['password-store'] : []
    expect([...fake.app.switches.keys()].sort()).toEqual(['disable-background-networking', 'disable-component-update', 'host-resolver-rules', ...keyring])
    expect(fake.app.switches.get('password-store')).toBe(process.platform === 'linux' ? 'basic' : undefined)
    expect(fake.protocol.privileged.map(({ scheme }) => scheme)).toEqual(['app'])
    expect(fake.app.openWindows.size).toBe(1)
    expect(fake.window()?.calls).toEqual(['show'])
    expect(fake.window()?.webContents.navigates('https://example.com/')).toBe(false)
    expect(fake.window()?.webContents.opens('https://example.com/')).toBe('deny')
    expect(fake.session.lets('https://example.com/')).toBe(false)
    expect(fake.session.grants('media')).toBe(false)
    expect(fake.session.listenerCount('will-download')).toBe(1)
    expect(fake.menu.application()?.map(({ label }) => label)).toEqual(['文件', '编辑', '视图', '帮助'])
    expect(openMessage(fake)).toEqual({ dataFolder: join(home, 'share', '双覆盖台账'), version: '1.2.3', demo: false })
    expect(fake.app.getPath('userData')).toBe(join(home, 'settings', 'double-coverage-ledger', 'default'))
  })

  it('answers the page and passes events on', async () => {
    const fake = await start()
    const call = (name: string, input: unknown) => fake.ipcMain.invoke(callChannel, ownPage, name, input)
    expect(await call('unit.list', { a: 1 })).toEqual({ ok: true, value: ['unit.list', { a: 1 }] })
    const event = { type: 'office.changed' as const, areas: ['unit' as const], revision: 5 }
    fake.utilityProcess.children[0]?.say({ type: 'event', event })
    await idle()
    expect(fake.window()?.webContents.sent).toEqual([{ channel: eventChannel, args: [event] }])
  })

  it('closes the office before it ends', async () => {
    const fake = await start()
    fake.window()?.close()
    await idle()
    expect(fake.utilityProcess.children[0]?.received.at(-1)).toEqual({ type: 'close' })
    expect(fake.app.hasQuit).toBe(true)
    expect(existsSync(join(fake.app.getPath('userData'), 'window.json'))).toBe(true)
  })

  it('opens nothing when it is started a second time', async () => {
    const fake = await start({ hasLock: false })
    expect(fake.app.hasQuit).toBe(true)
    expect(fake.app.openWindows.size).toBe(0)
    expect(fake.utilityProcess.forks).toEqual([])
  })

  it('acts on its menu', async () => {
    const fake = await start({ args: ['--data', join(home, '台账')] })
    const press = (menu: string, label: string): void => {
      const items = fake.menu.application()?.find((item) => item.label === menu)?.submenu
      const click = Array.isArray(items) && items.find((item) => item.label === label)?.click
      if (click) (click as () => void)()
    }
    press('文件', '打开数据文件夹')
    expect(fake.shell.opened).toEqual([join(home, '台账')])
    press('视图', '字号 150%')
    expect(fake.window()?.webContents.getZoomFactor()).toBeCloseTo(1.5)
    press('帮助', '关于双覆盖台账')
    expect(fake.dialog.shown[0]?.message).toBe('双覆盖台账 1.2.3')
  })
})

describe('a start that is refused', () => {
  const refusing: OfficeProgram = (message, post) => {
    if (message.type === 'open') post({ type: 'refused', failure: { code: 'damaged-database', details: {} } })
  }

  it('is told in words, and Enter quits', async () => {
    const fake = await start({ program: refusing })
    expect(fake.dialog.shown).toHaveLength(1)
    expect(fake.dialog.shown[0]?.detail).toContain('已损坏')
    expect(fake.dialog.shown[0]?.detail).toContain(join(home, 'share', '双覆盖台账'))
    expect(fake.app.hasQuit).toBe(true)
    expect(fake.app.relaunched).toEqual([])
  })

  it('can be tried again', async () => {
    vi.stubEnv('APPIMAGE', join(home, 'ledger.AppImage'))
    const { fake, electron } = createFakeElectron({ exe: '/tmp/.mount_x/ledger', home, appData: home, documents: home })
    fake.utilityProcess.program = refusing
    fake.dialog.answers.push(1)
    vi.doMock('electron', () => electron)
    await import('./main')
    await fake.app.becomeReady()
    await idle()
    expect(fake.app.relaunched).toEqual([{ execPath: join(home, 'ledger.AppImage') }])
    expect(fake.app.hasQuit).toBe(true)
  })

  it('ends with a sentence on wrong options and on a profile nobody can write', async () => {
    const wrong = await start({ args: ['--data'] })
    expect(wrong.dialog.errors[0]?.content).toContain('--data')
    expect(wrong.app.exitCode).toBe(2)
    expect(wrong.protocol.privileged).toEqual([])

    vi.resetModules()
    writeFileSync(join(home, 'settings'), 'a file where a folder should be')
    const readOnly = await start()
    expect(readOnly.dialog.errors[0]?.content).toContain('不能写入')
    expect(readOnly.app.exitCode).toBe(3)
  })
})

it('says so when a bug keeps it from opening, and does not linger without a window', async () => {
  const { fake, electron } = createFakeElectron({ exe: '/app/ledger', home, appData: home })
  vi.doMock('electron', () => electron)
  await import('./main')
  await fake.app.becomeReady()
  await idle()
  expect(fake.dialog.errors[0]?.content).toContain('意外错误')
  expect(fake.app.exitCode).toBe(1)
  expect(readFileSync(join(home, 'share', '双覆盖台账', 'logs', 'ledger.log'), 'utf8')).toContain("'documents' path")
})

describe('--demo', () => {
  it('fills a throw-away folder before it answers, and removes it at the end', async () => {
    const done: string[] = []
    const fake = await start({ args: ['--demo'], program: sampleOffice(done) })
    expect(done).not.toContain('import.commit')
    await fake.ipcMain.invoke(callChannel, ownPage, 'unit.list', {})
    expect(done).toContain('import.commit')
    expect(done.slice(-2)).toEqual(['period.lock', 'unit.list'])
    const { dataFolder, demo } = openMessage(fake)
    expect(demo).toBe(true)
    expect(dataFolder.startsWith(join(tmpdir(), 'ledger-demo-'))).toBe(true)
    expect(existsSync(dataFolder)).toBe(true)
    const workbooks = Object.keys(sampleDistrict().files)
    expect(done.filter((name) => name === 'import.read')).toHaveLength(workbooks.length)

    fake.window()?.close()
    await vi.waitFor(() => expect(fake.app.hasQuit).toBe(true))
    expect(existsSync(dataFolder)).toBe(false)
  })

  it('says so when the sample cannot be imported', async () => {
    const fake = await start({
      args: ['--demo'],
      program: (message, post) => {
        if (message.type !== 'call') return echoOffice(message, post)
        post({ type: 'reply', id: message.id, reply: { ok: false, failure: { code: 'disk-full', details: {} } } })
      },
    })
    expect(fake.dialog.errors[0]?.content).toMatch(/示例数据没有导入.*磁盘空间/)
    fake.window()?.close()
    await vi.waitFor(() => expect(fake.app.hasQuit).toBe(true))
  })
})

function sampleDistrict(): { files: Record<string, unknown> } {
  const file = join(import.meta.dirname, '..', '..', 'resources', 'sample-district', 'expected.json')
  return JSON.parse(readFileSync(file, 'utf8')) as { files: Record<string, unknown> }
}

/** Answers the calls of an import like an empty office, each after some milliseconds. */
function sampleOffice(done: string[]): OfficeProgram {
  const slowly = 10
  const values: Record<string, unknown> = {
    'office.status': { units: 0, today: '2026-11-21' },
    'record.page': { total: 0, rows: [] },
    'assessment.create': { editId: 1, saved: [] },
    'import.read': { fileId: 'f', unit: null },
    'import.plan': { planId: 'p' },
  }
  return (message, post) => {
    if (message.type !== 'call') return echoOffice(message, post)
    const { id, name } = message
    done.push(name)
    setTimeout(() => post({ type: 'reply', id, reply: { ok: true, value: values[name] ?? {} } }), slowly)
  }
}
