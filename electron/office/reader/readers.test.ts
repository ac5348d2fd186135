import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { forkReader } from '../../host/forkReader'
import { slowlyEncrypted } from '../excel/testing/encryptPackage'
import { rawXlsx } from '../excel/testing/rawXlsx'
import { OfficeError } from '../officeError'
import type { ReaderPort } from '../ports'
import { createReaders, type Readers, type ReadersOptions } from './createReaders'
import { mostReaders, readingTime } from './readingLimits'

const megabyte = 1024 * 1024
const sample = join(import.meta.dirname, '../../../resources/sample-district')
const file = (name: string) => ({ name, bytes: readFileSync(join(sample, name)) })
const small = { name: '表.xlsx', bytes: rawXlsx({ sheets: [{ name: '表', rows: '<row r="1"><c r="A1"><v>1</v></c></row>' }] }) }

/** Real readers, and what was seen of them. */
function watched(options: Partial<ReadersOptions> = {}) {
  const ports: ReaderPort[] = []
  const logs: string[] = []
  let living = 0
  let most = 0
  const readers = createReaders({
    most: 2,
    log: ({ message }) => logs.push(message),
    startReader() {
      const port = forkReader()
      ports.push(port)
      most = Math.max(most, ++living)
      port.onEnd(() => void (living -= 1))
      return port
    },
    ...options,
  })
  open.push(readers)
  return { readers, ports, logs, living: () => living, most: () => most }
}
const open: Readers[] = []
afterEach(() => open.splice(0).forEach((readers) => readers.close()))

async function failure(reading: Promise<unknown>): Promise<object> {
  const error: unknown = await reading.catch((reason: unknown) => reason)
  if (!(error instanceof OfficeError)) throw new Error(`no refusal: ${String(error)}`)
  return error.toFailure()
}

/** Asks for ten million turns of a hash before anybody can know whether a password fits. */
const slow = {
  name: '慢.xlsx',
  bytes: slowlyEncrypted(10_000_000),
}

describe('readers', () => {
  it('read files and keep a process for the next one', async () => {
    const { readers, ports } = watched()
    expect((await readers.read(file('桥头镇.xlsx'))).sheets[0]?.rows).toHaveLength(29)
    expect((await readers.read(file('西岭街道.xls'))).kind).toBe('xls')
    expect((await readers.read(file('石桥镇.csv'))).kind).toBe('csv')
    expect(ports).toHaveLength(1)
  })

  it('read several files at once, but not more than they may', async () => {
    const { readers, most } = watched()
    const names = ['桥头镇.xlsx', '西岭街道.xls', '北台镇.ods', '石桥镇.csv', '青石乡.xls']
    const read = await Promise.all(names.map((name) => readers.read(file(name))))
    expect(read.map(({ kind }) => kind)).toEqual(['xlsx', 'xls', 'ods', 'csv', 'html'])
    expect(most()).toBe(2)
  })

  it('read a large file alone and give its memory back', async () => {
    const { readers, ports, living } = watched()
    const large = { name: '大.csv', bytes: Buffer.from(`甲,乙\n${'一,二\n'.repeat(700_000)}`) }
    const [first, second] = await Promise.all([readers.read(large), readers.read(small)])
    expect(first.sheets[0]?.rows).toHaveLength(700_001)
    expect(second.sheets[0]?.rows).toEqual([[1]])
    expect(ports).toHaveLength(2)
    await expect.poll(living).toBe(1)
  })

  it('give on what the reader refuses, with the name of the file', async () => {
    const { readers } = watched()
    const refused = await failure(readers.read({ name: '通知.xlsx', bytes: Buffer.from('%PDF-1.7') }))
    const details = { file: '通知.xlsx', reason: 'other-document', kind: 'pdf' }
    expect(refused).toEqual({ code: 'unreadable-file', details })
  })

  it('give on the password', async () => {
    const { readers } = watched()
    const bytes = readFileSync(join(import.meta.dirname, '../excel/fixtures/encrypted.xls'))
    expect(await failure(readers.read({ name: '密.xls', bytes }))).toMatchObject({ details: { reason: 'password-needed' } })
    expect((await readers.read({ name: '密.xls', bytes, password: '台账2026' })).sheets[0]?.rows[0]).toEqual(['企业台账'])
  })

  it('do not even take what is larger than anything that is read', async () => {
    const { readers, ports } = watched()
    const huge = { name: '巨.xlsx', bytes: new Uint8Array(60 * megabyte + 1) }
    expect(await failure(readers.read(huge))).toEqual({
      code: 'too-large', details: { file: '巨.xlsx', reason: 'bytes', limit: '60 MB' },
    })
    expect(ports).toHaveLength(0)
  })
})

describe('a file that would never end', () => {
  it('is given up in time, and the next file is read', async () => {
    const { readers, ports, logs } = watched({ time: () => 1500 })
    const started = performance.now()
    expect(await failure(readers.read(slow))).toEqual({
      code: 'unreadable-file', details: { file: '慢.xlsx', reason: 'too-slow' },
    })
    expect(performance.now() - started).toBeLessThan(8000)
    expect(logs).toEqual([`reader: killed over a file of ${slow.bytes.length} bytes`])
    expect((await readers.read(small)).sheets[0]?.rows).toEqual([[1]])
    expect(ports).toHaveLength(2)
  })

  it('is given up in time when notes are to be written into it, and the next one is annotated', async () => {
    const { readers } = watched({ time: () => 1500 })
    const notes = { resultHeader: '校验结果', commentMark: '【校验】', cover: { name: '校验说明', columnWidths: [9], rows: [], merges: [] }, tables: [], at: '2026-06-30T08:00:00Z' }
    expect(await failure(readers.annotate({ ...slow, notes }))).toEqual({ code: 'unreadable-file', details: { file: '慢.xlsx', reason: 'too-slow' } })
    expect(await readers.annotate({ ...small, notes })).toMatchObject({ extension: 'xlsx' })
  })

  it('is ended when it is cancelled', async () => {
    const { readers, living } = watched({ time: () => 60_000 })
    const cancelling = new AbortController()
    const running = failure(readers.read(slow, cancelling.signal))
    const waiting = failure(readers.read({ ...small, bytes: Buffer.alloc(5 * megabyte, 'x') }, cancelling.signal))
    await new Promise((resolve) => setTimeout(resolve, 800))
    cancelling.abort()
    expect(await running).toEqual({ code: 'cancelled', details: { file: '慢.xlsx' } })
    expect(await waiting).toEqual({ code: 'cancelled', details: { file: '表.xlsx' } })
    await expect.poll(living).toBe(0)
    expect((await readers.read(small)).kind).toBe('xlsx')
  })

  it('is ended when the office closes', async () => {
    const { readers, living } = watched({ time: () => 60_000 })
    const running = failure(readers.read(slow))
    await new Promise((resolve) => setTimeout(resolve, 300))
    readers.close()
    expect(await running).toMatchObject({ code: 'cancelled' })
    await expect.poll(living).toBe(0)
  })
})

it('answers a file that fills the memory, and this process does not feel it', async () => {
  const { readers, logs } = watched({ startReader: () => forkReader({ options: ['--max-old-space-size=64'] }) })
  const before = process.memoryUsage().rss
  const full = { name: '满.csv', bytes: Buffer.from('甲,乙\n'.padEnd(3 * megabyte, ',\n')) }
  expect(await failure(readers.read(full))).toEqual({ code: 'too-large', details: { file: '满.csv', reason: 'memory' } })
  expect(logs[0]).toMatch(/^reader: died over a file of \d+ bytes: [\s\S]*heap/)
  expect(process.memoryUsage().rss - before).toBeLessThan(150 * megabyte)
  expect((await readers.read(small)).kind).toBe('xlsx')
})

describe('a reader', () => {
  it('that dies is answered as a file that needs too much memory', async () => {
    const { readers, ports, logs } = watched()
    const reading = readers.read(small)
    ports[0]?.kill()
    await expect(reading).rejects.toThrow('a reader unstarted')
    const next = readers.read(small)
    await expect.poll(() => ports.length).toBe(2)
    ports[1]?.listen((message) => {
      if (typeof message === 'object' && message !== null && 'type' in message && message.type === 'ready') ports[1]?.kill()
    })
    expect(await failure(next)).toEqual({ code: 'too-large', details: { file: '表.xlsx', reason: 'memory' } })
    expect(logs.at(-1)).toMatch(/^reader: died over a file of \d+ bytes/)
  })

  it('that died while it waited for work is replaced', async () => {
    const { readers, ports } = watched()
    await readers.read(small)
    ports[0]?.kill()
    expect((await readers.read(small)).kind).toBe('xlsx')
    expect(ports).toHaveLength(2)
  })

  it('ends after a while without work', async () => {
    const { readers, living } = watched({ idleTime: 200 })
    await readers.read(small)
    expect(living()).toBe(1)
    await expect.poll(living, { timeout: 5000 }).toBe(0)
    expect((await readers.read(small)).kind).toBe('xlsx')
  })
})

it('gives a file ten seconds, and a large one two more for each megabyte beyond five', () => {
  expect([0, 1, 5 * megabyte, 6 * megabyte, 60 * megabyte].map(readingTime)).toEqual([
    10_000, 10_000, 10_000, 12_000, 120_000,
  ])
})

it('leaves a core to the office and memory to the others', () => {
  const gigabytes = (count: number) => count * 1024 * megabyte
  expect(mostReaders(1, gigabytes(4))).toBe(1)
  expect(mostReaders(2, gigabytes(8))).toBe(1)
  expect(mostReaders(4, gigabytes(4))).toBe(2)
  expect(mostReaders(8, gigabytes(16))).toBe(4)
  expect(mostReaders(4, gigabytes(1))).toBe(1)
})
