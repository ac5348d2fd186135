import type { BrowserWindow, UtilityProcess } from 'electron'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Failure } from '../../shared/contract/reply'
import type { PdfNews, PdfOrder } from '../host/message'
import type { ElectronParts } from './desktopParts'
import { blockNetwork, denyPermissions } from './security'

export interface PdfParts extends Pick<ElectronParts, 'BrowserWindow' | 'session'> {
  /** Milliseconds a document may take. */
  pdfLimit?: number
}

const usualLimit = 600_000
/** Kept in memory only: nothing of a printed ledger stays in the profile. */
const partition = 'print'

/** Lays out the documents of an office that runs as a utility process, each in a hidden window that runs no script. */
export function makePdfs(office: UtilityProcess, parts: PdfParts): void {
  const stops = new Map<number, () => void>()
  let isOver = false
  const tell = (news: PdfNews): void => {
    if (!isOver) office.postMessage(news)
  }

  office.on('message', (message: PdfOrder | { type: string }) => {
    if (!('pdf' in message)) return
    if (message.wanted === 'stopped') stops.get(message.pdf)?.()
    else void make(message.pdf, message.html)
  })
  office.once('exit', () => {
    isOver = true
    for (const stop of stops.values()) stop()
  })

  async function make(pdf: number, html: string): Promise<void> {
    let stopped: Failure | undefined
    let window: BrowserWindow | undefined
    const stop = (failure: Failure): void => {
      stopped ??= failure
      // Ends a layout that is under way.
      window?.destroy()
    }
    stops.set(pdf, () => stop({ code: 'cancelled', details: { task: 'print.pdf' } }))
    const timer = setTimeout(() => stop({ code: 'invalid', details: { reason: 'pdf-slow' } }), parts.pdfLimit ?? usualLimit)
    const folder = await mkdtemp(join(tmpdir(), 'ledger-print-'))
    try {
      const page = join(folder, 'page.html')
      await writeFile(page, html, { mode: 0o600 })
      if (!stopped) {
        window = hiddenWindow(parts)
        tell({ type: 'pdf', pdf, made: await layOut(window, page) })
      }
    } catch (error) {
      stopped ??= { code: 'invalid', details: { reason: 'pdf-failed', words: String(error) } }
    } finally {
      clearTimeout(timer)
      stops.delete(pdf)
      if (window && !window.isDestroyed()) window.destroy()
      await rm(folder, { recursive: true, force: true, maxRetries: 5 })
    }
    if (stopped) tell({ type: 'pdf', pdf, failure: stopped })
  }
}

function hiddenWindow({ BrowserWindow, session }: PdfParts): BrowserWindow {
  const own = session.fromPartition(partition)
  denyPermissions(own)
  blockNetwork(own, true, ['file:'])
  return new BrowserWindow({
    show: false,
    webPreferences: {
      partition,
      javascript: false,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
      devTools: false,
    },
  })
}

/** Pages, sizes and margins are those of the document's own style sheet. */
async function layOut(window: BrowserWindow, page: string): Promise<Uint8Array> {
  await window.loadURL(pathToFileURL(page).href)
  return await window.webContents.printToPDF({ preferCSSPageSize: true, printBackground: true, displayHeaderFooter: false, generateTaggedPDF: false })
}
