import { EventEmitter } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it, vi } from 'vitest'
import { makePdfs } from './makePdfs'
import { orderPdf } from './orderPdf'
import { createFakeElectron } from './testing/fakeElectron'
import type { FakeWindow } from './testing/fakeWindow'

const soon = () => new Promise((resolve) => setTimeout(resolve, 50))

/** The office's two ends: what is posted at one arrives at the other, cloned and later. */
class FakeOffice extends EventEmitter {
  readonly inside = Object.assign(new EventEmitter(), {
    postMessage: (message: unknown) => void setImmediate(() => this.emit('message', structuredClone(message))),
  })

  postMessage(message: unknown): void {
    setImmediate(() => this.inside.emit('message', { data: structuredClone(message) }))
  }
}

async function desktop(pdfLimit?: number) {
  const { fake, electron } = createFakeElectron({})
  await fake.app.becomeReady()
  // The page's own window, so that the end of a printing window does not end the app.
  const page = new electron.BrowserWindow() as unknown as FakeWindow
  const office = new FakeOffice()
  const opened: FakeWindow[] = []
  const seen: string[] = []
  fake.app.on('web-contents-created', (_event, contents: FakeWindow['webContents']) => {
    const window = [...fake.app.openWindows].at(-1) as FakeWindow
    opened.push(window)
    contents.once('dom-ready', () => seen.push(readFileSync(fileURLToPath(contents.mainFrame.url), 'utf8')))
  })
  makePdfs(office as never, { BrowserWindow: electron.BrowserWindow, session: electron.session, ...(pdfLimit === undefined ? {} : { pdfLimit }) })
  return { fake, page, office, opened, seen, pdf: orderPdf(office.inside as never) }
}

it('lays a document out in a hidden window without scripts and by its own pages', async () => {
  const { pdf, opened, seen, fake } = await desktop()
  const bytes = await pdf('<p>台账</p>').done
  expect(Buffer.from(bytes).toString()).toMatch(/^%PDF file:/)
  const [window] = opened
  expect(window?.options).toMatchObject({ show: false, webPreferences: { partition: 'print', javascript: false, sandbox: true, contextIsolation: true } })
  expect(window?.webContents.printed[0]?.options).toEqual({ preferCSSPageSize: true, printBackground: true, displayHeaderFooter: false, generateTaggedPDF: false })
  expect(seen).toEqual(['<p>台账</p>'])
  await soon()
  expect(window?.isDestroyed()).toBe(true)
  expect(() => readFileSync(fileURLToPath(window?.webContents.mainFrame.url ?? ''))).toThrow(/ENOENT/)
  expect(fake.printSession.lets('https://example.com/')).toBe(false)
  expect(fake.printSession.lets('file:///tmp/page.html')).toBe(true)
  expect(fake.printSession.grants('geolocation')).toBe(false)
})

it('makes several at once, each for its own order', async () => {
  const { pdf, seen } = await desktop()
  const [first, second] = [pdf('one'), pdf('two')]
  expect((await Promise.all([first.done, second.done])).map(({ length }) => length > 0)).toEqual([true, true])
  expect([...seen].sort()).toEqual(['one', 'two'])
})

it('ends a document that is stopped, takes too long, or whose office is gone', async () => {
  const { pdf, fake, opened, office } = await desktop(800)
  fake.app.on('web-contents-created', (_event, contents: FakeWindow['webContents']) => {
    contents.prints = new Promise((resolve) => setTimeout(resolve, 1600))
  })
  const stopped = pdf('stopped')
  const ends = Promise.allSettled([stopped.done, pdf('slow').done])
  await soon()
  stopped.stop()
  expect(await ends).toMatchObject([
    { status: 'rejected', reason: { code: 'cancelled' } },
    { status: 'rejected', reason: { code: 'invalid', details: { reason: 'pdf-slow' } } },
  ])
  void pdf('left').done.catch(() => undefined)
  await soon()
  office.emit('exit', 0)
  await soon()
  expect(opened.every((window) => window.isDestroyed())).toBe(true)
  // A layout that ends late still takes its document away.
  const folders = opened.map(({ webContents }) => dirname(fileURLToPath(webContents.mainFrame.url)))
  await vi.waitFor(() => expect(folders.filter((folder) => existsSync(folder))).toEqual([]), { timeout: 6000 })
})
