import { request, type ClientRequest, type IncomingMessage } from 'node:http'
import { connect } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { encodeMessage } from './callMessage'
import { securityHeaders } from './securityHeaders'
import { createTestDoor, type TestDoor } from './testing/testDoor'

/** What a page of another place, another program of this machine or a broken client may send: nothing of it is served. */
const limits = { body: 64 * 1024, head: 400, request: 4000, pause: 1000, look: 50, streams: 3, unread: 4096 }
let door: TestDoor
let own: Record<string, string>
beforeEach(async () => {
  door = await createTestDoor(limits)
  own = await door.enter()
})
afterEach(() => door.close())

const json = { 'content-type': 'application/json' }
/** Lines of a call as the door's page would send them, to be altered. */
const head = (...lines: string[]): string =>
  ['POST /call/office.status HTTP/1.1', `Host: 127.0.0.1:${door.port}`, `Cookie: ${own.cookie}`, `Origin: ${own.origin}`, 'Content-Type: application/json', ...lines].join('\r\n')
const statuses = (answer: string): string[] => [...answer.matchAll(/HTTP\/1\.1 (\d{3})/g)].map(([, status]) => status ?? '')

describe('who asks', () => {
  it.each([
    'evil.example', 'evil.example:80', '127.0.0.1.evil.example', 'localhost', '127.1', '2130706433', '0x7f000001', '[::1]', '127.0.0.1@evil.example',
  ])('the name "%s" that leads here (DNS rebinding) is no name of ours', async (name) => {
    for (const host of [name, `${name}:${door.port}`]) {
      expect((await door.ask('GET', '/', { ...own, host })).status, host).toBe(403)
      expect((await door.ask('POST', '/call/office.status', { ...own, ...json, host }, '{}')).status, host).toBe(403)
    }
    expect(door.calls).toEqual([])
  })

  it('no Host, and two of them', async () => {
    expect(statuses(await door.send('GET / HTTP/1.1\r\n\r\n'))).toEqual(['403'])
    expect(statuses(await door.send('GET / HTTP/1.0\r\n\r\n'))).toEqual(['403'])
    const twice = `GET / HTTP/1.1\r\nHost: 127.0.0.1:${door.port}\r\nHost: evil.example\r\nCookie: ${own.cookie}\r\nConnection: close\r\n\r\n`
    expect(statuses(await door.send(twice))).toEqual(['403'])
  })

  it.each([
    ['another port of this machine', { 'sec-fetch-site': 'same-site', 'sec-fetch-dest': 'script' }],
    ['another site', { 'sec-fetch-site': 'cross-site', 'sec-fetch-dest': 'image' }],
  ])('a part embedded by %s, even where the browser sends the cookie', async (_who, sent) => {
    const { cookie = '' } = own
    for (const path of ['/assets/main-abc.js', '/events', '/']) {
      expect((await door.ask('GET', path, { cookie, ...sent })).status, path).toBe(403)
    }
  })

  it('a link somewhere else may open the page', async () => {
    const { cookie = '' } = own
    const opened = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' }
    expect((await door.ask('GET', `/?token=${door.token}`, opened)).status).toBe(303)
    expect((await door.ask('GET', '/', { cookie, 'sec-fetch-site': 'none' })).status).toBe(200)
  })

  it('the cookie of the door on another port, and a cookie in another case or in parts', async () => {
    const other = await createTestDoor({})
    const { cookie = '' } = await other.enter()
    const [name, value = ''] = (own.cookie ?? '').split('=')
    for (const stolen of [cookie, cookie.replace(String(other.port), String(door.port)), `${name?.toUpperCase()}=${value}`, `${name}=${value.slice(1)}`, `${name}=`, `x${own.cookie}`]) {
      expect((await door.ask('POST', '/call/office.status', { ...own, ...json, cookie: stolen }, '{}')).status, stolen).toBe(403)
    }
    await other.close()
  })

  it('the printed address opens again, in a second page and after the browser was closed', async () => {
    for (let time = 0; time < 3; time++) expect((await door.ask('GET', `/?token=${door.token}`)).status).toBe(303)
  })

  it('a question whether another site may call is never answered with yes', async () => {
    const asked = { origin: 'http://evil.example', 'access-control-request-method': 'POST', 'access-control-request-private-network': 'true' }
    for (const headers of [asked, { ...asked, ...own }]) {
      const answer = await door.ask('OPTIONS', '/call/office.status', headers)
      expect([403, 405]).toContain(answer.status)
      expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control'))).toEqual([])
    }
  })
})

describe('what is asked', () => {
  it.each(['http://127.0.0.1/', 'http://evil.example/', 'https://evil.example/', '*', 'secret.txt', '\\..\\secret.txt', '/%00', '/.', '/..;/secret.txt', '/assets/..%5c..%5csecret.txt', '/%252e%252e/secret.txt', '/call/../events'])(
    'the target %s is nothing',
    async (target) => {
      const answer = await door.send(`GET ${target} HTTP/1.1\r\nHost: 127.0.0.1:${door.port}\r\nCookie: ${own.cookie}\r\nConnection: close\r\n\r\n`)
      expect(['400', '404']).toContain(statuses(answer)[0])
      expect(answer).not.toContain('机密')
    },
  )

  it.each(['TRACE', 'PUT', 'PATCH', 'DELETE', 'PROPFIND', 'HEAD'])('%s is no way to ask', async (method) => {
    for (const path of ['/', '/events', '/call/office.status']) expect((await door.ask(method, path, own)).status, path).toBe(405)
    expect(door.calls).toEqual([])
  })

  it('a proxy, another protocol and a strange expectation', async () => {
    expect(statuses(await door.send(`CONNECT evil.example:443 HTTP/1.1\r\nHost: evil.example\r\n\r\n`))).not.toContain('200')
    const upgrade = `GET /events HTTP/1.1\r\nHost: evil.example\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`
    expect(statuses(await door.send(upgrade))).toEqual(['403'])
    expect(statuses(await door.send(`${head('Expect: everything', 'Content-Length: 2', 'Connection: close')}\r\n\r\n{}`))).toEqual(['417'])
    expect(door.calls).toEqual([])
  })

  it('several requests in one piece are answered one by one, each by its own head', async () => {
    const first = `${head('Content-Length: 2')}\r\n\r\n{}`
    const second = `POST /call/record.save HTTP/1.1\r\nHost: 127.0.0.1:${door.port}\r\nContent-Type: application/json\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}`
    expect(statuses(await door.send(first + second))).toEqual(['200', '403'])
    expect(door.calls.map(({ name }) => name)).toEqual(['office.status'])
  })

  it.each([
    ['two lengths', ['Content-Length: 2', 'Content-Length: 40']],
    ['a length and chunks', ['Content-Length: 2', 'Transfer-Encoding: chunked']],
    ['an unknown encoding', ['Transfer-Encoding: chunked, identity']],
    ['a length that is none', ['Content-Length: -2']],
    ['a length with a sign', ['Content-Length: +2']],
    ['a folded header', ['X-A: b\r\n Content-Length: 2']],
    ['a header with a blank before its colon', ['Content-Length : 2']],
    ['a NUL in a header', ['X-A: a\0b', 'Content-Length: 2']],
  ])('%s could hide a second request: the whole connection ends', async (_what, lines) => {
    const smuggled = `POST /call/record.save HTTP/1.1\r\nHost: 127.0.0.1:${door.port}\r\nCookie: ${own.cookie}\r\nOrigin: ${own.origin}\r\n`
    const answer = await door.send(`${head(...lines)}\r\n\r\n0\r\n\r\n${smuggled}Content-Length: 2\r\n\r\n{}`)
    expect(statuses(answer)).toEqual(['400'])
    expect(door.calls).toEqual([])
  })

  it('carries the security headers also where the server refused before there was a request', async () => {
    const answers = [
      await door.send('nonsense\r\n\r\n'),
      await door.send(`GET /${'a'.repeat(20_000)} HTTP/1.1\r\nHost: x\r\n\r\n`),
      await door.send(`${head(`X-Large: ${'a'.repeat(20_000)}`)}\r\n\r\n`),
      await door.send('GET / HTTP/1.1\r\nHost:', 2000),
      await door.send('GET / HTTP/1.1\r\n\r\n'),
      await door.send(head('Expect: everything', 'Connection: close') + '\r\n\r\n'),
    ]
    expect(answers.map((answer) => statuses(answer)[0])).toEqual(['400', '431', '431', '408', '403', '417'])
    for (const answer of answers) {
      for (const [name, value] of Object.entries(securityHeaders)) expect(answer.toLowerCase()).toContain(`${name}: ${value}`.toLowerCase())
    }
  })
})

describe('what a call carries', () => {
  const call = (body: string | Buffer, type = 'application/json') => door.ask('POST', '/call/import.read', { ...own, 'content-type': type }, body)
  const part = (name: string, text: string): string => `--x\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${text}\r\n`

  it.each([
    ['lists', '['.repeat(100_000) + ']'.repeat(100_000)],
    ['objects', '{"a":'.repeat(50_000) + '1' + '}'.repeat(50_000)],
  ])('100,000 levels of %s are refused as malformed', async (_what, text) => {
    await door.close()
    door = await createTestDoor({})
    own = await door.enter()
    for (const [body, type] of [[text, 'application/json'], [`${part('json', text)}--x--\r\n`, 'multipart/form-data; boundary=x']] as const) {
      expect(JSON.parse((await call(body, type)).body.toString())).toMatchObject({ failure: { code: 'invalid' } })
    }
    expect(door.calls).toEqual([])
    expect(door.logged).toEqual([])
  })

  it.each(['__proto__', 'constructor', 'length', 'map', '-1', '0.5', '1e1', 'null', '{}', '[0]', 'true'])('a reference to the part %s leads nowhere', async (index) => {
    const word = /^[a-z_]+$/.test(index) && !['null', 'true'].includes(index) ? `"${index}"` : index
    const body = `${part('json', `{"a":{"$bytes":${word}}}`)}${part('bytes0', 'x')}--x--\r\n`
    expect(JSON.parse((await call(body, 'multipart/form-data; boundary=x')).body.toString())).toMatchObject({ failure: { code: 'invalid' } })
    expect(door.calls).toEqual([])
  })

  it('__proto__ is a word like any other', async () => {
    for (const [body, type] of [
      ['{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}', 'application/json'],
      [`${part('json', '{"__proto__":{"polluted":1}}')}--x--\r\n`, 'multipart/form-data; boundary=x'],
    ] as const) {
      expect((await call(body, type)).status).toBe(200)
    }
    expect(door.calls.map(({ input }) => Object.keys(input as object)[0])).toEqual(['__proto__', '__proto__'])
    expect({}).not.toHaveProperty('polluted')
  })

  it('a piece of a copy from another disk is a call like any other: of our page, with the key, and no larger', async () => {
    const piece = async (length: number) => encodeMessage({ size: 4 * 1024 ** 3, position: 0, bytes: new Uint8Array(length) })
    const small = await piece(1000)
    const strangers: Record<string, string>[] = [{ origin: own.origin ?? '' }, { ...own, origin: 'http://evil.example' }, { ...own, host: 'evil.example' }]
    for (const sent of strangers) {
      expect((await door.ask('POST', '/call/backup.upload', { ...sent, 'content-type': small.type }, small.body)).status).toBe(403)
    }
    const large = await piece(limits.body)
    const refused = await door.ask('POST', '/call/backup.upload', { ...own, 'content-type': large.type }, large.body)
    expect(refused.body.toString()).toContain('"code":"too-large"')
    expect(door.calls).toEqual([])
    expect((await door.ask('POST', '/call/backup.upload', { ...own, 'content-type': small.type }, small.body)).status).toBe(200)
    expect(door.calls.map(({ name }) => name)).toEqual(['backup.upload'])
  })

  it('the limit holds for a body that does not say how long it is', async () => {
    const chunk = `${(8192).toString(16)}\r\n${' '.repeat(8192)}\r\n`
    const answer = await door.send(`${head('Transfer-Encoding: chunked', 'Connection: close')}\r\n\r\n${chunk.repeat(9)}0\r\n\r\n`)
    expect(answer).toContain('"code":"too-large"')
    expect(door.calls).toEqual([])
  })
})

describe('how it is asked', () => {
  it('a head that comes drop by drop is cut off', async () => {
    const socket = connect(door.port, '127.0.0.1')
    const ended = new Promise<string>((resolve) => {
      let answer = ''
      socket.on('data', (chunk) => (answer += chunk.toString()))
      socket.on('error', () => undefined)
      socket.on('close', () => resolve(answer))
    })
    socket.write(`GET / HTTP/1.1\r\nHost: 127.0.0.1:${door.port}\r\n`)
    const drops = setInterval(() => socket.writable && socket.write('X-A: b\r\n'), 50)
    expect(statuses(await ended)).toEqual(['408'])
    clearInterval(drops)
  })

  async function slowUpload(pieces: number, every: number): Promise<string> {
    const asking: ClientRequest = request({ host: '127.0.0.1', port: door.port, method: 'POST', path: '/call/import.read', headers: { ...own, ...json }, agent: false })
    const answer = new Promise<string>((resolve) => {
      asking.on('response', (response: IncomingMessage) => void response.resume().on('end', () => resolve(String(response.statusCode))))
      asking.on('error', () => resolve('cut off'))
    })
    for (let piece = 0; piece < pieces && !asking.destroyed; piece++) {
      asking.write(' '.repeat(1000))
      await pause(every)
    }
    asking.end('{}')
    return answer
  }

  it('an honest slow body arrives; one that pauses too long or never ends does not', async () => {
    expect(await slowUpload(6, 200)).toBe('200')
    expect(await slowUpload(2, 2000)).toBe('cut off')
    expect(await slowUpload(60, 100)).toBe('408')
    expect(door.calls).toHaveLength(1)
    expect(door.logged).toEqual([])
  })

  it('1,000 calls at once are all answered, bytes among them', async () => {
    await door.close()
    door = await createTestDoor({})
    own = await door.enter()
    const { type, body } = await encodeMessage({ bytes: new Uint8Array(2000) })
    const calls = Array.from({ length: 1000 }, (_, index) =>
      index % 10 === 0 ? door.ask('POST', '/call/import.read', { ...own, 'content-type': type }, body) : door.ask('POST', '/call/office.status', { ...own, ...json }, `{"n":${index}}`),
    )
    const answers = await Promise.all(calls)
    expect(answers.filter(({ status }) => status !== 200)).toEqual([])
    expect(door.calls).toHaveLength(1000)
    expect(JSON.parse(answers[999]?.body.toString() ?? '')).toEqual({ ok: true, value: { n: 999 } })
  })

  function listen(): Promise<{ status: number; asking: ClientRequest }> {
    return new Promise((resolve, reject) => {
      const asking = request({ host: '127.0.0.1', port: door.port, path: '/events', headers: own, agent: false }, (response) => {
        response.on('error', () => undefined)
        resolve({ status: response.statusCode ?? 0, asking })
      })
      asking.on('error', reject)
      asking.end()
    })
  }

  it('a page too many hears no events; when one is closed another may', async () => {
    const pages = await Promise.all([listen(), listen(), listen()])
    expect(pages.map(({ status }) => status)).toEqual([200, 200, 200])
    expect((await listen()).status).toBe(503)
    pages[0]?.asking.destroy()
    await expect.poll(async () => (await listen()).status).toBe(200)
  })

  it('pages that read no events are cut off before those fill the memory, and make room', async () => {
    await Promise.all([listen(), listen(), listen()])
    const areas = Array.from({ length: 50 }, () => 'enterprise' as const)
    const flood = setInterval(() => {
      for (let revision = 0; revision < 2000; revision++) door.emit({ type: 'office.changed', areas, revision })
    }, 5)
    await expect.poll(async () => (await listen()).status, { timeout: 10_000 }).toBe(200)
    clearInterval(flood)
  })
})
