import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Failure, Reply } from '../../shared/contract/reply'
import type { LogEntry, OfficeConnection } from '../host/connectOffice'
import { decodeMessage, encodeMessage, MalformedMessage, readBody } from './callMessage'
import { createDoorKey } from './doorKey'
import { doorLimits, type DoorLimits } from './doorLimits'
import { doorText } from './doorText'
import { createEventStream } from './eventStream'
import { isOwnRequest } from './isOwnRequest'
import { refuseUnread } from './refuseUnread'
import { securityHeaders } from './securityHeaders'
import type { StaticFile } from './staticFiles'

export interface DoorOptions {
  office: Pick<OfficeConnection, 'dispatch' | 'onEvent'>
  files: ReadonlyMap<string, StaticFile>
  log(entry: LogEntry): void
  /** Only tests set some. */
  limits?: Partial<DoorLimits>
}

export interface Door {
  /** Listens on 127.0.0.1 and returns the address with the token. Rejects with the system's error (EADDRINUSE …). */
  listen(port: number): Promise<string>
  close(): Promise<void>
}

/** The loopback server: the built renderer, its calls and its events, for whoever holds the key of this start. */
export function createDoor({ office, files, log, limits: own = {} }: DoorOptions): Door {
  const limits = { ...doorLimits, ...own }
  const key = createDoorKey()
  const events = createEventStream(limits)
  const stopListening = office.onEvent((event) => events.send(event))
  // A request without Host is refused with all others that are not ours, not by the server in words of its own.
  const timing = { headersTimeout: limits.head, requestTimeout: limits.request, connectionsCheckingInterval: limits.look }
  const server = createServer({ ...timing, requireHostHeader: false }, (request, response) => {
    for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value)
    answer(request, response).catch((error: unknown) => {
      // Who hung up, or was cut off for taking too long, is no fault of ours and hears no answer.
      if (request.destroyed && !request.complete) return
      log({ level: 'error', message: `${request.method} ${request.url}: ${String(error)}` })
      if (!response.headersSent) sendText(response, 500, '')
      else response.destroy()
    })
  })
  server.maxConnections = limits.connections
  server.on('clientError', refuseUnread)
  server.on('checkExpectation', (_request, response) => response.writeHead(417, securityHeaders).end())

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { port } = server.address() as AddressInfo
    if (!isOwnRequest(request, port)) return sendText(response, 403, doorText.strangeOrigin)
    // Taken as written: no normalising, no decoding, so nothing but a known path can match.
    const [path = '', query] = (request.url ?? '').split('?', 2)

    if (request.method === 'GET' && path === '/' && key.opens(new URLSearchParams(query).get('token'))) {
      response.writeHead(303, { Location: '/', 'Set-Cookie': key.cookie(port) }).end()
      return
    }
    if (!key.isCarriedBy(request.headers.cookie, port)) return sendText(response, 403, doorText.keyNeeded)

    const call = /^\/call\/([\w.]+)$/.exec(path)?.[1]
    if (call) {
      if (request.method !== 'POST') return sendText(response, 405, doorText.notAllowed)
      return await answerCall(call, request, response)
    }
    if (request.method !== 'GET') return sendText(response, 405, doorText.notAllowed)
    if (path === '/events') return events.add(response) ? undefined : sendText(response, 503, doorText.tooManyPages)
    const file = files.get(path)
    if (!file) return sendText(response, 404, doorText.notFound)
    if (file.hashed) response.setHeader('Cache-Control', 'private, max-age=31536000, immutable')
    response.writeHead(200, { 'Content-Type': file.type, 'Content-Length': file.bytes.length }).end(file.bytes)
  }

  async function answerCall(name: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readBody(request, limits)
    if (!body) {
      const limit = `${Math.floor(limits.body / 1024 / 1024)} MB`
      return await sendReply(response, refusal('too-large', { reason: 'bytes', limit }))
    }
    let input: unknown
    try {
      input = await decodeMessage(body, request.headers['content-type'] ?? '')
    } catch (error) {
      if (error instanceof MalformedMessage) return await sendReply(response, refusal('invalid', { call: name }))
      throw error
    }
    await sendReply(response, await office.dispatch(name, input))
  }

  return {
    listen: (port) =>
      new Promise((resolve, reject) => {
        server.once('error', reject)
        server.listen({ port, host: '127.0.0.1', backlog: 1024 }, () => {
          server.off('error', reject)
          resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}/?token=${key.token}`)
        })
      }),
    close: () =>
      new Promise((resolve) => {
        stopListening()
        events.close()
        server.close(() => resolve())
        server.closeIdleConnections()
        // A call under way may finish; a page that keeps its connection busy may not hold up the end.
        setTimeout(() => server.closeAllConnections(), 2000).unref()
      }),
  }
}

function refusal(code: Failure['code'], details: Failure['details']): Reply<never> {
  return { ok: false, failure: { code, details } }
}

async function sendReply(response: ServerResponse, reply: Reply<unknown>): Promise<void> {
  const { type, body } = await encodeMessage(reply)
  response.writeHead(200, { 'Content-Type': type, 'Content-Length': body.length }).end(body)
}

function sendText(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' }).end(text)
}
