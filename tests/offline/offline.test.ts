import { execFile, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { findChromium } from '../../build/chromium.mjs'
import expected from '../../resources/sample-district/expected.json'
import { attachBytes, detachBytes } from '../../shared/contract/bytes'
import type { CallName, Input, Output } from '../../shared/contract/index'
import type { Reply } from '../../shared/contract/reply'

/** Nothing ever leaves the machine: the built doors do a month's work while every socket, name and child is written down. */
const root = join(import.meta.dirname, '../..')
const programs = join(root, 'dist/electron')
const sample = join(root, 'resources/sample-district')
let folder = ''
let log = ''
beforeEach(() => {
  expect(existsSync(join(programs, 'browser.js')), 'dist/ is not built: npm test -- build').toBe(true)
  folder = mkdtempSync(join(tmpdir(), 'ledger-offline-'))
  log = join(folder, 'network.log')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const watched = () => ({
  cwd: folder,
  env: { ...process.env, INIT_CWD: folder, LEDGER_NETWORK_LOG: log, NODE_OPTIONS: `--import=${pathToFileURL(join(import.meta.dirname, 'recordNetwork.mjs')).href}` },
})
const run = (...args: string[]) => promisify(execFile)(process.execPath, args, { ...watched(), maxBuffer: 1 << 26 })
const recorded = (what: string): string[] =>
  readFileSync(log, 'utf8').split('\n').filter((line) => line.startsWith(`${what} `)).map((line) => line.slice(what.length + 1))
/** What would be more than listening to oneself. */
const outward = (): string[] => ['connect', 'udp-bind', 'udp-send', 'udp-connect', 'look-up'].flatMap((what) => recorded(what).map((where) => `${what} ${where}`))
/** The programs children were: readers of files, and where there is one the browser that makes a PDF, kept from every name. */
const children = (): string[] =>
  [...new Set(recorded('child').map((line) => (line.includes('--print-to-pdf') && line.includes('--host-resolver-rules=MAP * ~NOTFOUND') ? 'pdf' : basename(line.split(' ').find((word) => word.endsWith('.js')) ?? line))))].sort()
const expectedChildren = findChromium() ? ['pdf', 'readerChild.js'] : ['readerChild.js']

/** A reply of the door, with the bytes of a file where there is one. */
async function valueOf(answer: Response): Promise<unknown> {
  if (answer.headers.get('content-type')?.startsWith('application/json')) return answer.json()
  const form = await answer.formData()
  const file = form.get('bytes0')
  const bytes = file instanceof Blob ? [new Uint8Array(await file.arrayBuffer())] : []
  return attachBytes(JSON.parse(String(form.get('json'))), bytes)
}

it('the recorder sees what it should: fetch, a name, a datagram, a port, in a thread and in a child', async () => {
  const asks = (port: number): string => `fetch('http://127.0.0.1:${port}/').catch(() => 0)`
  const child = join(folder, 'child.mjs')
  writeFileSync(child, asks(60_003))
  await run('--input-type=module', '-e', `
    import { fork } from 'node:child_process'
    import { createSocket } from 'node:dgram'
    import { lookup } from 'node:dns/promises'
    import { createServer } from 'node:net'
    import { Worker } from 'node:worker_threads'
    await ${asks(60_001)}
    await lookup('localhost').catch(() => 0)
    const socket = createSocket('udp4')
    socket.send('x', 60000, '127.0.0.1', () => socket.close())
    const server = createServer().listen(0, () => server.close())
    new Worker("${asks(60_002)}", { eval: true })
    fork(${JSON.stringify(child)}, { execArgv: [] })`)
  expect(recorded('connect')).toEqual(expect.arrayContaining(['127.0.0.1:60001', '127.0.0.1:60002', '127.0.0.1:60003']))
  expect(recorded('look-up')).toContain('localhost')
  expect(recorded('udp-send')).not.toEqual([])
  expect(recorded('listen')).toContain('every address:0')
})

it('the command line opens no socket at all', { timeout: 120_000 }, async () => {
  const cli = join(programs, 'cli.js')
  const inDistrict = (...args: string[]) => run(cli, ...args, '--data', join(folder, '数据'))
  await inDistrict('setup', join(sample, 'expected.json'))
  await inDistrict('import', join(sample, '东山街道.xlsx'), join(sample, '西岭街道.xls'), '--commit')
  await inDistrict('list', 'enterprises')
  await inDistrict('stats', 'S1')
  await inDistrict('check').catch(({ code }: { code: number }) => expect(code).toBe(1))
  await inDistrict('export', 'F01', '--out', join(folder, 'F01.xlsx'))
  await inDistrict('template', 'F01', '--out', join(folder, '模板.xlsx'))
  if (findChromium()) await inDistrict('print', 'F02', '--out', join(folder, 'F02.pdf'))
  await inDistrict('undo', '1', '--later', 'back')
  expect(recorded('begun').length).toBeGreaterThan(8)
  expect([outward(), recorded('listen')]).toEqual([[], []])
  expect(children()).toEqual(expectedChildren)
})

it('the browser door listens on 127.0.0.1, and that is all', { timeout: 120_000 }, async () => {
  const door = spawn(process.execPath, [join(programs, 'browser.js'), '--no-open', '--data', join(folder, '数据')], { ...watched(), stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = new Promise((resolve) => door.once('exit', resolve))
  const address = await new Promise<string>((resolve) => {
    let said = ''
    door.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      const found = /http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]+(?=\s)/.exec(said)?.[0]
      if (found) resolve(found)
    })
  })
  try {
    const { origin } = new URL(address)
    const entered = await fetch(address, { redirect: 'manual' })
    const cookie = entered.headers.get('set-cookie')?.split(';')[0] ?? ''
    const call = async <N extends CallName>(name: N, input: Input<N>): Promise<Output<N>> => {
      const { value, parts } = detachBytes(input)
      const form = new FormData()
      form.set('json', JSON.stringify(value))
      parts.forEach((part, index) => form.set(`bytes${index}`, new Blob([new Uint8Array(part)])))
      const answer = await fetch(`${origin}/call/${name}`, { method: 'POST', headers: { cookie, origin }, body: form })
      const reply = (await valueOf(answer)) as Reply<Output<N>>
      if (!reply.ok) throw new Error(`${name}: ${JSON.stringify(reply.failure)}`)
      return reply.value
    }
    await call('office.setup', expected.setup as Input<'office.setup'>)
    const { fileId } = await call('import.read', { name: '东山街道.xlsx', bytes: readFileSync(join(sample, '东山街道.xlsx')) })
    const { planId } = await call('import.plan', { fileIds: [fileId] })
    await call('import.commit', { planId })
    const table = await call('statistics.exportTable', { table: 'S1' })
    const form = await call('form.export', { form: 'F01' })
    const templates = await call('template.perUnit', { forms: ['F01'] })
    for (const { bytes } of [table, form, templates]) expect(bytes.length).toBeGreaterThan(1000)
    if (findChromium()) expect((await call('print.pdf', { what: { kind: 'form', question: { form: 'F02' } } })).bytes.length).toBeGreaterThan(1000)
    await call('office.check', {})
  } finally {
    door.kill('SIGTERM')
    await ended
  }
  expect(recorded('listen')).toEqual(['127.0.0.1:0'])
  expect(outward()).toEqual([])
  expect(children()).toEqual(expectedChildren)
})
