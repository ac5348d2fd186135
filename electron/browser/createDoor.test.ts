import { request, type IncomingHttpHeaders } from 'node:http'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { OfficeEvent } from '../../shared/contract/events'
import type { Reply } from '../../shared/contract/reply'
import { decodeMessage, encodeMessage } from './callMessage'
import { createDoor, type Door } from './createDoor'
import { readStaticFiles } from './staticFiles'

interface Answer {
  status: number
  headers: IncomingHttpHeaders
  body: Buffer
}

let folder: string
let door: Door
let port: number
let token: string
let calls: { name: string; input: unknown }[]
let emit: (event: OfficeEvent) => void
let reply: (name: string, input: unknown) => Promise<Reply<unknown>>

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ledger-door-'))
  await mkdir(join(folder, 'renderer', 'assets'), { recursive: true })
  await writeFile(join(folder, 'renderer', 'index.html'), '<!doctype html><title>双覆盖台账</title>')
  await writeFile(join(folder, 'renderer', 'assets', 'main-abc.js'), 'export {}')
  await writeFile(join(folder, 'secret.txt'), '机密')
  calls = []
  reply = async (_name, input) => ({ ok: true, value: input })
  door = createDoor({
    files: await readStaticFiles(join(folder, 'renderer')),
    log: () => undefined,
    bodyLimit: 64 * 1024,
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
  port = Number(address.port)
  token = address.searchParams.get('token') ?? ''
})

afterEach(async () => {
  await door.close()
  await rm(folder, { recursive: true })
})

function ask(
  method: string,
  path: string,
  headers: Record<string, string> = {},
  body?: Buffer | string,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asking = request({ host: '127.0.0.1', port, method, path, headers, agent: false }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }),
      )
    })
    asking.on('error', reject)
    asking.end(body)
  })
}

async function enter(): Promise<Record<string, string>> {
  const { headers } = await ask('GET', `/?token=${token}`)
  const cookie = headers['set-cookie']?.[0]?.split(';')[0] ?? ''
  return { cookie, origin: `http://127.0.0.1:${port}` }
}

describe('the key', () => {
  it('exchanges the token in the address for a cookie that scripts and other sites cannot use', async () => {
    const { status, headers } = await ask('GET', `/?token=${token}`)
    expect(status).toBe(303)
    expect(headers.location).toBe('/')
    const cookie = headers['set-cookie']?.[0] ?? ''
    expect(cookie).toMatch(new RegExp(`^ledger-${port}=[\\w-]{32}; Path=/; HttpOnly; SameSite=Strict$`))
    expect(cookie).not.toContain(token)
  })

  it.each(['/', '/index.html', '/assets/main-abc.js', '/events', '/?token=', '/?token=guess'])(
    'keeps %s closed without the key',
    async (path) => {
      expect((await ask('GET', path)).status).toBe(403)
    },
  )

  it('keeps calls closed without the key, and with the key of another start', async () => {
    const own = await enter()
    const json = { origin: own.origin ?? '', 'content-type': 'application/json' }
    expect((await ask('POST', '/call/office.status', json, '{}')).status).toBe(403)
    const forged = { ...json, cookie: `ledger-${port}=${token}` }
    expect((await ask('POST', '/call/office.status', forged, '{}')).status).toBe(403)
    expect(calls).toEqual([])
  })
})

describe('where a request comes from', () => {
  it.each(['evil.example', 'localhost', '127.0.0.1', '127.0.0.1:1', '0.0.0.0'])('refuses the host %s', async (host) => {
    expect((await ask('GET', '/', { ...(await enter()), host })).status).toBe(403)
  })

  it.each(['http://evil.example', 'http://127.0.0.1:1', 'null', 'file://'])('refuses the origin %s', async (origin) => {
    const headers = { ...(await enter()), origin, 'content-type': 'application/json' }
    expect((await ask('POST', '/call/office.status', headers, '{}')).status).toBe(403)
    expect((await ask('GET', '/events', headers)).status).toBe(403)
    expect(calls).toEqual([])
  })

  it('refuses a call without an origin, or sent by another site', async () => {
    const { cookie = '', origin = '' } = await enter()
    const type = { 'content-type': 'application/json' }
    expect((await ask('POST', '/call/office.status', { cookie, ...type }, '{}')).status).toBe(403)
    const crossSite = { cookie, origin, 'sec-fetch-site': 'cross-site', ...type }
    expect((await ask('POST', '/call/office.status', crossSite, '{}')).status).toBe(403)
    expect(calls).toEqual([])
  })
})

describe('files', () => {
  it('serves the renderer with its types, and lets only hashed names be kept', async () => {
    const own = await enter()
    const page = await ask('GET', '/', own)
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8')
    expect(page.headers['cache-control']).toBe('no-store')
    expect(page.body.toString()).toContain('双覆盖台账')
    const script = await ask('GET', '/assets/main-abc.js', own)
    expect(script.headers['content-type']).toBe('text/javascript; charset=utf-8')
    expect(script.headers['cache-control']).toContain('immutable')
  })

  it.each([
    '/../secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/assets/../../secret.txt',
    '/..\\secret.txt',
    '//secret.txt',
    '/secret.txt',
    '/assets',
    '/__proto__',
  ])('finds nothing at %s', async (path) => {
    const answer = await ask('GET', path, await enter())
    expect(answer.status).toBe(404)
    expect(answer.body.toString()).not.toContain('机密')
  })

  it.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'HEAD'])('refuses %s on a file', async (method) => {
    expect((await ask(method, '/index.html', await enter())).status).toBe(405)
  })

  it('sends the security headers with every answer, refusals included', async () => {
    const own = await enter()
    for (const answer of [await ask('GET', '/', own), await ask('GET', '/'), await ask('GET', '/no', own)]) {
      const policy = String(answer.headers['content-security-policy'])
      expect(policy).toContain("default-src 'self'")
      expect(policy).toContain("script-src 'self';")
      expect(policy).not.toContain('unsafe-eval')
      expect(answer.headers['x-content-type-options']).toBe('nosniff')
      expect(answer.headers['referrer-policy']).toBe('no-referrer')
      expect(answer.headers['access-control-allow-origin']).toBeUndefined()
    }
  })
})

describe('calls', () => {
  it('passes JSON in and the reply out', async () => {
    const headers = { ...(await enter()), 'content-type': 'application/json' }
    const answer = await ask('POST', '/call/office.status', headers, '{"名":"东山街道"}')
    expect(calls).toEqual([{ name: 'office.status', input: { 名: '东山街道' } }])
    expect(JSON.parse(answer.body.toString())).toEqual({ ok: true, value: { 名: '东山街道' } })
    expect(answer.headers['cache-control']).toBe('no-store')
  })

  it('passes bytes both ways', async () => {
    const bytes = Uint8Array.from({ length: 5000 }, (_, index) => index % 256)
    const { type, body } = await encodeMessage({ name: '东山.xlsx', bytes, more: [new Uint8Array(0)] })
    const answer = await ask('POST', '/call/import.read', { ...(await enter()), 'content-type': type }, body)
    expect(calls[0]?.input).toEqual({ name: '东山.xlsx', bytes, more: [new Uint8Array(0)] })
    const back = await decodeMessage(answer.body, answer.headers['content-type'] ?? '')
    expect(back).toEqual({ ok: true, value: { name: '东山.xlsx', bytes, more: [new Uint8Array(0)] } })
  })

  it('answers a body over the limit with too-large, without calling the office', async () => {
    const headers = { ...(await enter()), 'content-type': 'application/json' }
    const answer = await ask('POST', '/call/import.read', headers, Buffer.alloc(64 * 1024 + 1, 0x20))
    expect(JSON.parse(answer.body.toString())).toMatchObject({ ok: false, failure: { code: 'too-large' } })
    expect(calls).toEqual([])
  })

  it.each([
    ['application/json', '{"a":'],
    ['text/plain', '{}'],
    ['', '{}'],
    ['multipart/form-data; boundary=x', 'nothing of the kind'],
    ['multipart/form-data', '{}'],
    [
      'multipart/form-data; boundary=x',
      '--x\r\nContent-Disposition: form-data; name="json"\r\n\r\n{"$bytes":7}\r\n--x--\r\n',
    ],
  ])('answers a malformed body of type "%s" with invalid', async (type, body) => {
    const answer = await ask('POST', '/call/import.read', { ...(await enter()), 'content-type': type }, body)
    expect(JSON.parse(answer.body.toString())).toMatchObject({ ok: false, failure: { code: 'invalid' } })
    expect(calls).toEqual([])
  })

  it('passes refusals of the office on as they are', async () => {
    reply = async () => ({ ok: false, failure: { code: 'conflict', details: { row: 3 } } })
    const headers = { ...(await enter()), 'content-type': 'application/json' }
    const answer = await ask('POST', '/call/enterprise.save', headers, '{}')
    const failure = { code: 'conflict', details: { row: 3 } }
    expect(JSON.parse(answer.body.toString())).toEqual({ ok: false, failure })
  })

  it('answers 500 without a word of the cause when the way to the office breaks', async () => {
    reply = () => Promise.reject(new Error('/home/somebody'))
    const headers = { ...(await enter()), 'content-type': 'application/json' }
    const answer = await ask('POST', '/call/office.status', headers, '{}')
    expect(answer.status).toBe(500)
    expect(answer.body.toString()).toBe('')
  })

  it('refuses GET on a call', async () => {
    expect((await ask('GET', '/call/office.status', await enter())).status).toBe(405)
  })
})

describe('events', () => {
  it('sends what the office emits to an open page, and ends with the door', async () => {
    const headers = await enter()
    const received = new Promise<string>((resolve, reject) => {
      const asking = request({ host: '127.0.0.1', port, path: '/events', headers }, (response) => {
        let text = ''
        expect(response.headers['content-type']).toBe('text/event-stream; charset=utf-8')
        response.on('data', (chunk: Buffer) => {
          text += chunk.toString()
          if (text.includes('retry') && !text.includes('data')) {
            emit({ type: 'office.changed', areas: ['unit'], revision: 4 })
            void door.close()
          }
        })
        response.on('end', () => resolve(text))
      })
      asking.on('error', reject)
      asking.end()
    })
    expect(await received).toBe(
      'retry: 1000\n\ndata: {"type":"office.changed","areas":["unit"],"revision":4}\n\n',
    )
  })
})
