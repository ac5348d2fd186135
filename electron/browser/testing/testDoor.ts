import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { request, type IncomingHttpHeaders } from 'node:http'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { OfficeEvent } from '../../../shared/contract/events'
import type { Reply } from '../../../shared/contract/reply'
import { createDoor } from '../createDoor'
import type { DoorLimits } from '../doorLimits'
import { readStaticFiles } from '../staticFiles'

export interface Answer {
  status: number
  headers: IncomingHttpHeaders
  body: Buffer
}

export interface TestDoor {
  port: number
  token: string
  /** What reached the office. */
  calls: { name: string; input: unknown }[]
  logged: string[]
  emit(event: OfficeEvent): void
  /** What the office answers from now on; at first its input. */
  answerWith(reply: (name: string, input: unknown) => Promise<Reply<unknown>>): void
  ask(method: string, path: string, headers?: Record<string, string>, body?: Buffer | string): Promise<Answer>
  /** The headers of the door's own page. */
  enter(): Promise<Record<string, string>>
  /** Sends text as it is and gives all that comes back until the door hangs up, or `ms` milliseconds have passed. */
  send(text: string | Buffer, ms?: number): Promise<string>
  close(): Promise<void>
}

/** A real door on a real port before an office that repeats what it is told; beside its files lies one it must not serve. */
export async function createTestDoor(limits: Partial<DoorLimits>): Promise<TestDoor> {
  const folder = await mkdtemp(join(tmpdir(), 'ledger-door-'))
  await mkdir(join(folder, 'renderer', 'assets'), { recursive: true })
  await writeFile(join(folder, 'renderer', 'index.html'), '<!doctype html><title>双覆盖台账</title>')
  await writeFile(join(folder, 'renderer', 'assets', 'main-abc.js'), 'export {}')
  await writeFile(join(folder, 'secret.txt'), '机密')
  const calls: TestDoor['calls'] = []
  const logged: string[] = []
  let emit: (event: OfficeEvent) => void = () => undefined
  let reply = async (_name: string, input: unknown): Promise<Reply<unknown>> => ({ ok: true, value: input })
  const door = createDoor({
    files: await readStaticFiles(join(folder, 'renderer')),
    log: ({ message }) => void logged.push(message),
    limits,
    office: {
      dispatch: (name, input) => {
        calls.push({ name, input })
        return reply(name, input)
      },
      onEvent: (listener) => {
        emit = listener
        return () => undefined
      },
    },
  })
  const address = new URL(await door.listen(0))
  const port = Number(address.port)
  const token = address.searchParams.get('token') ?? ''

  const ask: TestDoor['ask'] = (method, path, headers = {}, body) =>
    new Promise((resolve, reject) => {
      const asking = request({ host: '127.0.0.1', port, method, path, headers, agent: false }, (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }))
      })
      asking.on('error', reject)
      asking.end(body)
    })

  return {
    port, token, calls, logged, ask,
    emit: (event) => emit(event),
    answerWith: (next) => void (reply = next),
    async enter() {
      const { headers } = await ask('GET', `/?token=${token}`)
      return { cookie: headers['set-cookie']?.[0]?.split(';')[0] ?? '', origin: `http://127.0.0.1:${port}` }
    },
    send: (text, ms = 1000) =>
      new Promise((resolve) => {
        const socket = connect(port, '127.0.0.1', () => socket.write(text))
        let answer = ''
        const enough = setTimeout(() => socket.destroy(), ms)
        socket.on('data', (chunk) => (answer += chunk.toString()))
        socket.on('error', () => undefined)
        socket.on('close', () => {
          clearTimeout(enough)
          resolve(answer)
        })
      }),
    async close() {
      await door.close()
      await rm(folder, { recursive: true })
    },
  }
}
