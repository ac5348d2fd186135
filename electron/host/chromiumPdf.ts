import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { OfficeError } from '../office/officeError'
import type { PdfJob } from '../office/ports'
import { findChromium } from './findChromium'
import { keepLastWords } from './lastWords'

export interface ChromiumParts {
  find?: () => string | undefined
  /** Milliseconds a document may take. */
  limit?: number
}

/** Ten minutes: a ledger of 20,000 rows on a slow computer. */
const usualLimit = 600_000

/** Makes a PDF with a browser of this computer, run without a window on a profile of its own that is gone afterwards. */
export function chromiumPdf(html: string, { find = findChromium, limit = usualLimit }: ChromiumParts = {}): PdfJob {
  let stopped: 'cancelled' | 'slow' | undefined
  let child: ChildProcess | undefined
  const end = (why: 'cancelled' | 'slow'): void => {
    stopped ??= why
    if (child) killAll(child)
  }

  async function make(): Promise<Uint8Array> {
    const program = find()
    if (program === undefined) throw new OfficeError('invalid', { reason: 'no-chromium' })
    const folder = await mkdtemp(join(tmpdir(), 'ledger-print-'))
    const timer = setTimeout(() => end('slow'), limit)
    try {
      const [page, file] = [join(folder, 'page.html'), join(folder, 'page.pdf')]
      await writeFile(page, html, { mode: 0o600 })
      if (stopped === undefined) await run(program, argumentsFor(folder, page, file))
      refuseStopped()
      return await readFile(file).catch(() => Promise.reject(new OfficeError('invalid', { reason: 'pdf-failed' })))
    } finally {
      clearTimeout(timer)
      // Under Windows a profile may be held for a moment after its browser has ended.
      await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 })
    }
  }

  function refuseStopped(): void {
    if (stopped === 'cancelled') throw new OfficeError('cancelled', { task: 'print.pdf' })
    if (stopped === 'slow') throw new OfficeError('invalid', { reason: 'pdf-slow' })
  }

  function run(program: string, args: readonly string[]): Promise<void> {
    return new Promise((resolve, reject) => {
      // A group of its own: where the browser is a script that starts another program, both are ended.
      child = spawn(program, args, { stdio: ['ignore', 'ignore', 'pipe'], windowsHide: true, detached: process.platform !== 'win32' })
      const lastWords = keepLastWords(child.stderr)
      child.once('error', ({ message }) => reject(new OfficeError('invalid', { reason: 'pdf-failed', words: message })))
      child.once('close', (code) => {
        if (code === 0 || stopped !== undefined) resolve()
        else reject(new OfficeError('invalid', { reason: 'pdf-failed', words: lastWords() }))
      })
    })
  }

  return { done: make(), stop: () => end('cancelled') }
}

function argumentsFor(folder: string, page: string, file: string): string[] {
  return [
    '--headless',
    `--user-data-dir=${join(folder, 'profile')}`,
    `--print-to-pdf=${file}`,
    '--no-pdf-header-footer',
    // The tree of tags of 5,000 rows is sixteen times as large as their pages, and takes longer.
    '--disable-pdf-tagging',
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-extensions',
    '--disable-gpu',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--host-resolver-rules=MAP * ~NOTFOUND',
    // Chromium refuses to run as root inside its sandbox; a page without scripts or network needs none less.
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    pathToFileURL(page).href,
  ]
}

function killAll(child: ChildProcess): void {
  if (child.pid === undefined || process.platform === 'win32') {
    child.kill('SIGKILL')
    return
  }
  try {
    process.kill(-child.pid, 'SIGKILL')
  } catch {
    child.kill('SIGKILL')
  }
}
