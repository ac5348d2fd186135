import { EventEmitter } from 'node:events'
import type { ForkOptions, UtilityProcess } from 'electron'
import { PassThrough } from 'node:stream'
import { expect, it } from 'vitest'
import type { ReaderNews, ReaderOrder } from '../host/message'
import { orderReaders } from './orderReaders'
import { runReaders } from './runReaders'

const soon = () => new Promise((resolve) => setTimeout(resolve, 20))

/** A process by its two ends: what is posted here arrives there, cloned and later. */
class FakeProcess extends EventEmitter {
  readonly stderr = new PassThrough()
  readonly received: unknown[] = []
  /** The other end, as `process.parentPort` shows it. */
  readonly inside = Object.assign(new EventEmitter(), {
    postMessage: (message: unknown) => this.#later(() => this.emit('message', structuredClone(message))),
  })

  postMessage(message: unknown): void {
    const copy = structuredClone(message)
    this.received.push(copy)
    this.#later(() => this.inside.emit('message', { data: copy, ports: [] }))
  }

  kill(): boolean {
    this.#later(() => this.emit('exit', 15))
    return true
  }

  #later(work: () => void): void {
    setImmediate(work)
  }
}

/** An office whose main process starts readers; `readers` are those started. */
function desktop() {
  const office = new FakeProcess()
  const readers: FakeProcess[] = []
  const forks: { script: string; options: ForkOptions | undefined }[] = []
  const fork = (script: string, _args?: string[], options?: ForkOptions): UtilityProcess => {
    const reader = new FakeProcess()
    readers.push(reader)
    forks.push({ script, options })
    return reader as unknown as UtilityProcess
  }
  runReaders(office as unknown as UtilityProcess, { utilityProcess: { fork }, script: '/app/readerProcess.js' })
  return { office, readers, forks, startReader: orderReaders(office.inside as never) }
}

it('starts readers with their memory bounded and carries what is said both ways', async () => {
  const { startReader, readers, forks } = desktop()
  const [first, second] = [startReader(), startReader()]
  const heard: unknown[] = []
  first.listen((message) => heard.push(['first', message]))
  second.listen((message) => heard.push(['second', message]))
  await soon()
  expect(forks.map(({ script }) => script)).toEqual(['/app/readerProcess.js', '/app/readerProcess.js'])
  expect(forks[0]?.options?.execArgv).toEqual(['--max-old-space-size=1024'])

  const bytes = new Uint8Array([1, 2, 3])
  second.post({ name: '表.xlsx', bytes })
  readers[1]?.inside.on('message', ({ data }: { data: unknown }) => readers[1]?.inside.postMessage(data))
  readers[0]?.inside.postMessage('ready')
  await soon()
  expect(heard).toContainEqual(['second', { name: '表.xlsx', bytes }])
  expect(heard).toContainEqual(['first', 'ready'])
  expect(readers[0]?.received).toEqual([])
})

it('kills a reader, and says of one that ends what it said last', async () => {
  const { startReader, readers } = desktop()
  const ended: string[] = []
  const [killed, dying] = [startReader(), startReader()]
  killed.onEnd((words) => ended.push(`killed: ${words}`))
  dying.onEnd((words) => ended.push(`dying: ${words}`))
  await soon()
  killed.kill()
  readers[1]?.stderr.write('JavaScript heap out of memory\n')
  await soon()
  readers[1]?.emit('exit', 134)
  await soon()
  expect(ended.sort()).toEqual(['dying: JavaScript heap out of memory', 'killed: '])
  killed.post('nobody hears it')
  killed.kill()
})

it('ends the readers of an office that has died', async () => {
  const { office, readers, startReader } = desktop()
  startReader()
  await soon()
  const reader = readers[0]
  const ended = new Promise((resolve) => reader?.once('exit', resolve))
  office.emit('exit', 139)
  expect(await ended).toBe(15)
  expect(office.received.filter((news) => (news as ReaderNews).type === 'reader')).toEqual([])
})

it('leaves every other message to the office', async () => {
  const { office, readers } = desktop()
  office.emit('message', { type: 'opened' } satisfies { type: string })
  office.emit('message', { type: 'reader', reader: 7, order: 'kill' } satisfies ReaderOrder)
  await soon()
  expect(readers).toEqual([])
})
