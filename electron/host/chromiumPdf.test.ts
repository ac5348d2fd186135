import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { chmodSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { chromiumPdf } from './chromiumPdf'
import { findChromium } from './findChromium'

const folder = mkdtempSync(join(tmpdir(), 'ledger-maker-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** A program that stands for a browser. */
function program(name: string, script: string): () => string {
  const path = join(folder, name)
  writeFileSync(path, `#!/bin/sh\n${script}\n`)
  chmodSync(path, 0o755)
  return () => path
}
const leftovers = (): string[] => readdirSync(tmpdir()).filter((name) => name.startsWith('ledger-print-'))

describe('findChromium', () => {
  const on = (platform: NodeJS.Platform, env: NodeJS.ProcessEnv, ...there: string[]) => findChromium({ platform, env, exists: (path) => there.includes(path) })

  it('takes the one that is named, or none', () => {
    expect(on('linux', { CHROMIUM: '/opt/own' }, '/opt/own', '/usr/bin/chromium')).toBe('/opt/own')
    expect(on('linux', { CHROMIUM: '/opt/gone' }, '/usr/bin/chromium')).toBeUndefined()
  })

  it('looks where systems keep theirs', () => {
    expect(on('linux', { PATH: '/home/a/bin' }, '/usr/bin/microsoft-edge')).toBe('/usr/bin/microsoft-edge')
    expect(on('linux', { PATH: '/home/a/bin' }, '/home/a/bin/chromium', '/usr/bin/chromium')).toBe('/home/a/bin/chromium')
    const edge = join('C:/Program Files (x86)', 'Microsoft/Edge/Application/msedge.exe')
    expect(on('win32', { 'PROGRAMFILES(X86)': 'C:/Program Files (x86)' }, edge)).toBe(edge)
    expect(on('darwin', {}, '/Applications/Chromium.app/Contents/MacOS/Chromium')).toContain('Chromium')
    expect(on('linux', {})).toBeUndefined()
  })
})

describe.skipIf(process.platform === 'win32')('chromiumPdf (programs are shell scripts: not on Windows)', () => {
  it('says what stood in the way, and leaves nothing behind', async () => {
    const before = leftovers()
    await expect(chromiumPdf('', { find: () => undefined }).done).rejects.toMatchObject({ code: 'invalid', details: { reason: 'no-chromium' } })
    await expect(chromiumPdf('', { find: program('failing', 'echo no display >&2; exit 3') }).done).rejects.toMatchObject({ details: { reason: 'pdf-failed', words: 'no display' } })
    await expect(chromiumPdf('', { find: () => join(folder, 'absent') }).done).rejects.toMatchObject({ details: { reason: 'pdf-failed' } })
    await expect(chromiumPdf('', { find: program('empty', 'exit 0') }).done).rejects.toMatchObject({ details: { reason: 'pdf-failed' } })
    expect(leftovers()).toEqual(before)
  })

  it('ends what takes too long or is stopped, the programs it started included', async () => {
    const sleeping = program('sleeping', 'sleep 30 & wait')
    await expect(chromiumPdf('', { find: sleeping, limit: 300 }).done).rejects.toMatchObject({ details: { reason: 'pdf-slow' } })
    const job = chromiumPdf('', { find: sleeping })
    setTimeout(() => job.stop(), 300)
    await expect(job.done).rejects.toMatchObject({ code: 'cancelled' })
  })
})

it.skipIf(findChromium() === undefined)('asks nobody, whatever a document names (skipped without a Chromium)', { timeout: 120_000 }, async () => {
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(request.url ?? '')
    response.end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const places = [`http://127.0.0.1:${port}`, `http://localhost:${port}`, `http://[::ffff:127.0.0.1]:${port}`]
  const html = places.map((place) => `<link rel="stylesheet" href="${place}/style"><img src="${place}/img"><iframe src="${place}/frame"></iframe>
    <script>fetch('${place}/fetch', { mode: 'no-cors' }); new WebSocket('${place.replace('http', 'ws')}/socket')</script>`).join('')
  const pdf = await chromiumPdf(`<!doctype html><link rel="preconnect" href="${places[0]}">${html}<p>甲`).done
  expect(Buffer.from(pdf).subarray(0, 5).toString()).toBe('%PDF-')
  expect(asked).toEqual([])
  await new Promise((resolve) => server.close(resolve))
})
