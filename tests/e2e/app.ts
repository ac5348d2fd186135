import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron, expect, test as base, type Browser, type Page } from '@playwright/test'
import { findChromium } from '../../build/chromium.mjs'
import { presentElectron, sandboxArgs } from '../../build/electron.mjs'
import { root } from '../../build/paths.mjs'
import { startBrowserDoor } from './browserDoor'

export interface AppOptions {
  /** Which door the walk goes through; set by the project in playwright.config.ts. */
  door: 'browser' | 'electron'
}

export interface OpenedApp {
  page: Page
  /** Errors of the page's console and uncaught ones, as text. Every walk must leave it empty. */
  problems: string[]
  /** The data folder; for `sample` the app's own throw-away one, so unknown. */
  dataFolder: string | undefined
  /** Ends the app as its user would; the folder stays until the test is over. */
  close(): Promise<void>
}

export interface OpenOptions {
  /** `empty`: a fresh folder, as on a first start. `sample`: filled with the sample district. */
  data?: 'empty' | 'sample'
  /** An existing folder instead, to open the app again on the same records. */
  folder?: string
}

interface AppFixtures {
  /** Opens the app on fresh data; everything it opened is closed and removed after the test. */
  openApp(options?: OpenOptions): Promise<OpenedApp>
}

const viewport = { width: 1366, height: 768 }

export const test = base.extend<AppFixtures & AppOptions, { sharedBrowser: Browser }>({
  door: ['browser', { option: true }],

  sharedBrowser: [
    async ({ playwright }, use) => {
      const browser = await playwright.chromium.launch({
        executablePath: findChromium(),
        args: [
          ...sandboxArgs(),
          '--disable-quic',
          '--disable-background-networking',
          '--no-first-run',
          '--disable-component-update',
          '--disable-sync',
        ],
      })
      await use(browser)
      await browser.close()
    },
    { scope: 'worker' },
  ],

  async openApp({ door, sharedBrowser }, use, testInfo) {
    const undos: (() => Promise<unknown>)[] = []
    const opened: OpenedApp[] = []

    await use(async ({ data = 'empty', folder } = {}) => {
      const dataFolder = folder ?? (data === 'sample' ? undefined : await freshFolder(undos))
      const args = dataFolder === undefined ? ['--demo'] : ['--data', dataFolder]
      const app =
        door === 'browser' ? await openInChromium(sharedBrowser, args) : await openInElectron(args)
      undos.push(() => app.close())
      const one = { ...app, problems: watch(app.page), dataFolder }
      await app.enter()
      opened.push(one)
      return one
    })

    for (const [index, { page }] of opened.entries()) {
      if (testInfo.status === testInfo.expectedStatus || page.isClosed()) continue
      const path = testInfo.outputPath(`failed-${index}.png`)
      await page.screenshot({ path, fullPage: true }).catch(() => undefined)
    }
    for (const undo of undos.toReversed()) await undo()
    expect(opened.flatMap(({ problems }) => problems)).toEqual([])
  },
})

interface LaunchedApp {
  page: Page
  /** Loads the first page, after somebody listens to its console. */
  enter(): Promise<unknown>
  close(): Promise<void>
}

async function openInChromium(browser: Browser, args: string[]): Promise<LaunchedApp> {
  const door = await startBrowserDoor(args)
  const context = await browser.newContext({ viewport, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' })
  const page = await context.newPage()
  let ending: Promise<void> | undefined
  return {
    page,
    enter: () => page.goto(door.address),
    close() {
      ending ??= context.close().then(async () => expect(await door.stop()).toBe(0))
      return ending
    },
  }
}

async function openInElectron(args: string[]): Promise<LaunchedApp> {
  const app = await _electron.launch({
    executablePath: presentElectron(),
    args: [...sandboxArgs(), root, ...args],
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  })
  const page = await app.firstWindow()
  let ending: Promise<void> | undefined
  return {
    page,
    enter: () => page.waitForLoadState(),
    close() {
      ending ??= app.close()
      return ending
    },
  }
}

async function freshFolder(undos: (() => Promise<unknown>)[]): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'ledger-e2e-'))
  undos.push(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }))
  return folder
}

function watch(page: Page): string[] {
  const problems: string[] = []
  page.on('pageerror', (error) => problems.push(`uncaught: ${error.message}`))
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(`console: ${message.text()}`)
  })
  page.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText
    // A page that goes away or is loaded again leaves its event stream and its last calls unfinished.
    if (reason !== 'net::ERR_ABORTED') problems.push(`failed: ${request.url()} ${reason}`)
  })
  return problems
}

export { expect }
