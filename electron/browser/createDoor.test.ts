import { request } from 'node:http'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { decodeMessage, encodeMessage } from './callMessage'
import { createTestDoor, type TestDoor } from './testing/testDoor'

const limits = { body: 64 * 1024 }
let door: TestDoor
beforeEach(async () => {
  door = await createTestDoor(limits)
})
afterEach(() => door.close())

describe('the key', () => {
  it('exchanges the token in the address for a cookie that scripts and other sites cannot use', async () => {
    const { status, headers } = await door.ask('GET', `/?token=${door.token}`)
    expect(status).toBe(303)
    expect(headers.location).toBe('/')
    const cookie = headers['set-cookie']?.[0] ?? ''
    expect(cookie).toMatch(new RegExp(`^ledger-${door.port}=[\\w-]{32}; Path=/; HttpOnly; SameSite=Strict$`))
    expect(cookie).not.toContain(door.token)
  })

  it.each(['/', '/index.html', '/assets/main-abc.js', '/events', '/?token=', '/?token=guess'])(
    'keeps %s closed without the key',
    async (path) => {
      expect((await door.ask('GET', path)).status).toBe(403)
    },
  )

  it('keeps calls closed without the key, and with the key of another start', async () => {
    const own = await door.enter()
    const json = { origin: own.origin ?? '', 'content-type': 'application/json' }
    expect((await door.ask('POST', '/call/office.status', json, '{}')).status).toBe(403)
    const forged = { ...json, cookie: `ledger-${door.port}=${door.token}` }
    expect((await door.ask('POST', '/call/office.status', forged, '{}')).status).toBe(403)
    expect(door.calls).toEqual([])
  })
})

describe('where a request comes from', () => {
  it.each(['evil.example', 'localhost', '127.0.0.1', '127.0.0.1:1', '0.0.0.0'])('refuses the host %s', async (host) => {
    expect((await door.ask('GET', '/', { ...(await door.enter()), host })).status).toBe(403)
  })

  it.each(['http://evil.example', 'http://127.0.0.1:1', 'null', 'file://'])('refuses the origin %s', async (origin) => {
    const headers = { ...(await door.enter()), origin, 'content-type': 'application/json' }
    expect((await door.ask('POST', '/call/office.status', headers, '{}')).status).toBe(403)
    expect((await door.ask('GET', '/events', headers)).status).toBe(403)
    expect(door.calls).toEqual([])
  })

  it('refuses a call without an origin, or sent by another site', async () => {
    const { cookie = '', origin = '' } = await door.enter()
    const type = { 'content-type': 'application/json' }
    expect((await door.ask('POST', '/call/office.status', { cookie, ...type }, '{}')).status).toBe(403)
    const crossSite = { cookie, origin, 'sec-fetch-site': 'cross-site', ...type }
    expect((await door.ask('POST', '/call/office.status', crossSite, '{}')).status).toBe(403)
    expect(door.calls).toEqual([])
  })
})

describe('files', () => {
  it('serves the renderer with its types, and lets only hashed names be kept', async () => {
    const own = await door.enter()
    const page = await door.ask('GET', '/', own)
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8')
    expect(page.headers['cache-control']).toBe('no-store')
    expect(page.body.toString()).toContain('双覆盖台账')
    const script = await door.ask('GET', '/assets/main-abc.js', own)
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
    const answer = await door.ask('GET', path, await door.enter())
    expect(answer.status).toBe(404)
    expect(answer.body.toString()).not.toContain('机密')
  })

  it.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'HEAD'])('refuses %s on a file', async (method) => {
    expect((await door.ask(method, '/index.html', await door.enter())).status).toBe(405)
  })

  it('sends the security headers with every answer, refusals included', async () => {
    const own = await door.enter()
    for (const answer of [await door.ask('GET', '/', own), await door.ask('GET', '/'), await door.ask('GET', '/no', own)]) {
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
    const headers = { ...(await door.enter()), 'content-type': 'application/json' }
    const answer = await door.ask('POST', '/call/office.status', headers, '{"名":"东山街道"}')
    expect(door.calls).toEqual([{ name: 'office.status', input: { 名: '东山街道' } }])
    expect(JSON.parse(answer.body.toString())).toEqual({ ok: true, value: { 名: '东山街道' } })
    expect(answer.headers['cache-control']).toBe('no-store')
  })

  it('passes bytes both ways', async () => {
    const bytes = Uint8Array.from({ length: 5000 }, (_, index) => index % 256)
    const { type, body } = await encodeMessage({ name: '东山.xlsx', bytes, more: [new Uint8Array(0)] })
    const answer = await door.ask('POST', '/call/import.read', { ...(await door.enter()), 'content-type': type }, body)
    expect(door.calls[0]?.input).toEqual({ name: '东山.xlsx', bytes, more: [new Uint8Array(0)] })
    const back = await decodeMessage(answer.body, answer.headers['content-type'] ?? '')
    expect(back).toEqual({ ok: true, value: { name: '东山.xlsx', bytes, more: [new Uint8Array(0)] } })
  })

  it('answers a body over the limit with too-large, without calling the office', async () => {
    const headers = { ...(await door.enter()), 'content-type': 'application/json' }
    const answer = await door.ask('POST', '/call/import.read', headers, Buffer.alloc(64 * 1024 + 1, 0x20))
    expect(JSON.parse(answer.body.toString())).toMatchObject({ ok: false, failure: { code: 'too-large' } })
    expect(door.calls).toEqual([])
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
    const answer = await door.ask('POST', '/call/import.read', { ...(await door.enter()), 'content-type': type }, body)
    expect(JSON.parse(answer.body.toString())).toMatchObject({ ok: false, failure: { code: 'invalid' } })
    expect(door.calls).toEqual([])
  })

  it('passes refusals of the office on as they are', async () => {
    door.answerWith(async () => ({ ok: false, failure: { code: 'conflict', details: { row: 3 } } }))
    const headers = { ...(await door.enter()), 'content-type': 'application/json' }
    const answer = await door.ask('POST', '/call/enterprise.save', headers, '{}')
    const failure = { code: 'conflict', details: { row: 3 } }
    expect(JSON.parse(answer.body.toString())).toEqual({ ok: false, failure })
  })

  it('answers 500 without a word of the cause when the way to the office breaks', async () => {
    door.answerWith(() => Promise.reject(new Error('/home/somebody')))
    const headers = { ...(await door.enter()), 'content-type': 'application/json' }
    const answer = await door.ask('POST', '/call/office.status', headers, '{}')
    expect(answer.status).toBe(500)
    expect(answer.body.toString()).toBe('')
  })

  it('refuses GET on a call', async () => {
    expect((await door.ask('GET', '/call/office.status', await door.enter())).status).toBe(405)
  })
})

describe('events', () => {
  it('sends what the office emits to an open page, and ends with the door', async () => {
    const headers = await door.enter()
    const received = new Promise<string>((resolve, reject) => {
      const asking = request({ host: '127.0.0.1', port: door.port, path: '/events', headers }, (response) => {
        let text = ''
        expect(response.headers['content-type']).toBe('text/event-stream; charset=utf-8')
        response.on('data', (chunk: Buffer) => {
          text += chunk.toString()
          if (text.includes('retry') && !text.includes('data')) {
            door.emit({ type: 'office.changed', areas: ['unit'], revision: 4 })
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
