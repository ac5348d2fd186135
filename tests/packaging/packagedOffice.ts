import { fork, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import type { CallName, Input, Output } from '../../shared/contract/index'
import type { Reply } from '../../shared/contract/reply'

/** What comes from an office, as far as this test looks at it. */
type OfficeMessage =
  | { type: 'opened' | 'refused' | 'closed' | 'event' }
  | { type: 'reply'; id: number; reply: Reply<unknown> }
  | { type: 'log'; level: 'info' | 'error'; message: string }

export interface PackagedOffice {
  call<N extends CallName>(name: N, input: Input<N>): Promise<Output<N>>
  /** Bugs the office has logged, and what its process complained of. */
  complaints: string[]
  end(): Promise<void>
}

/** What an office asks of the main process under Electron (electron/host/message.ts). */
interface ReaderOrder {
  type: 'reader'
  reader: number
  order: 'start' | 'kill' | 'post'
  message?: object
}

/** A utility process of Electron, played by plain Node. */
function forkUtility(script: string, appFolder: string): ChildProcess {
  return fork(join(import.meta.dirname, 'utilityProcessHost.mjs'), [script], {
    cwd: appFolder,
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    execArgv: [],
  })
}

/** Plays the main process, which starts the readers of an office and speaks for them. */
function runReaders(office: ChildProcess, script: string, appFolder: string): void {
  const readers = new Map<number, ChildProcess>()
  office.on('message', (order: ReaderOrder | OfficeMessage) => {
    if (order.type !== 'reader') return
    const { reader } = order
    if (order.order === 'post') readers.get(reader)?.send(order.message ?? {})
    if (order.order === 'kill') readers.get(reader)?.kill()
    if (order.order !== 'start') return
    const child = forkUtility(script, appFolder)
    readers.set(reader, child)
    child.on('message', (message) => office.send({ type: 'reader', reader, news: 'message', message }))
    child.once('exit', () => office.connected && office.send({ type: 'reader', reader, news: 'end', lastWords: '' }))
  })
}

/** Runs the office of an unpacked program from its own files, by Node of the same major version as Electron's. */
export async function startPackagedOffice(appFolder: string, dataFolder: string): Promise<PackagedOffice> {
  const programs = join(appFolder, 'dist', 'electron')
  const child = forkUtility(join(programs, 'officeProcess.js'), appFolder)
  runReaders(child, join(programs, 'readerProcess.js'), appFolder)
  const complaints: string[] = []
  /** Takes what arrives until it is what was asked for. */
  let take: (message: OfficeMessage) => void = () => undefined
  child.stderr?.on('data', (text: Buffer) => complaints.push(text.toString()))
  child.on('message', (message: OfficeMessage) => {
    if (message.type === 'log' && message.level === 'error') complaints.push(message.message)
    take(message)
  })
  const ended = new Promise<never>((_resolve, reject) => {
    child.once('exit', () => reject(new Error(`the office ended: ${complaints.join('\n')}`)))
  })
  ended.catch(() => undefined)

  /** Sends one message and waits for an answer of one of these types. */
  function ask(message: object, ...types: OfficeMessage['type'][]): Promise<OfficeMessage> {
    const answer = new Promise<OfficeMessage>((resolve) => {
      take = (arrived) => {
        if (types.includes(arrived.type)) resolve(arrived)
      }
    })
    child.send(message)
    return Promise.race([answer, ended])
  }

  const opened = await ask({ type: 'open', options: { dataFolder, version: '0', demo: false } }, 'opened', 'refused')
  if (opened.type !== 'opened') throw new Error(`${JSON.stringify(opened)}\n${complaints.join('\n')}`)
  let id = 0
  return {
    async call(name, input) {
      const answer = await ask({ type: 'call', id: ++id, name, input }, 'reply')
      if (answer.type !== 'reply' || !answer.reply.ok) throw new Error(`${name}: ${JSON.stringify(answer)}`)
      return answer.reply.value as Output<typeof name>
    },
    complaints,
    async end() {
      await ask({ type: 'close' }, 'closed')
      child.kill()
    },
  }
}
