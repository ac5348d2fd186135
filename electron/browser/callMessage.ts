import type { IncomingMessage } from 'node:http'
import { attachBytes, detachBytes } from '../../shared/contract/bytes'
import type { DoorLimits } from './doorLimits'

/**
 * The whole body, or null when it is over the limit. An oversized body is read to its end and thrown away, because a
 * browser that is still sending does not look at an early answer. A sender that pauses too long is cut off, and the
 * promise is rejected.
 */
export async function readBody(request: IncomingMessage, { body, pause }: Pick<DoorLimits, 'body' | 'pause'>): Promise<Buffer | null> {
  let chunks: Buffer[] = []
  let size = 0
  const patience = setTimeout(() => request.destroy(), pause)
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) {
      patience.refresh()
      size += chunk.length
      if (size > body) chunks = []
      else chunks.push(chunk)
    }
  } finally {
    clearTimeout(patience)
  }
  return size > body ? null : Buffer.concat(chunks)
}

/** Levels of a message. No input of the contract has ten; thousands would exhaust the stack of whoever copies it. */
const deepest = 100

export class MalformedMessage extends Error {}

/**
 * The value of a message: JSON, or multipart with the JSON text in part `json` and its bytes in `bytes0`, `bytes1` …
 * Throws MalformedMessage when it is neither, or nested beyond reason.
 */
export async function decodeMessage(body: Buffer, type: string): Promise<unknown> {
  try {
    if (/^application\/json\b/i.test(type)) return parseFlat(body.toString('utf8'))
    if (!/^multipart\/form-data\b/i.test(type)) throw new MalformedMessage(type)
    const form = await new Response(body, { headers: { 'content-type': type } }).formData()
    const json = form.get('json')
    const parts: Uint8Array[] = []
    for (let part = form.get('bytes0'); part instanceof Blob; part = form.get(`bytes${parts.length}`)) {
      parts.push(new Uint8Array(await part.arrayBuffer()))
    }
    return attachBytes(parseFlat(json instanceof Blob ? await json.text() : (json ?? '')), parts)
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError || error instanceof RangeError) {
      throw new MalformedMessage(error.message)
    }
    throw error
  }
}

function parseFlat(text: string): unknown {
  const value: unknown = JSON.parse(text)
  let level: unknown[] = [value]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > deepest) throw new MalformedMessage('nested too deep')
    level = level.flatMap((node) => (typeof node === 'object' && node !== null ? Object.values(node) : []))
  }
  return value
}

/** The inverse, for replies. */
export async function encodeMessage(value: unknown): Promise<{ type: string; body: Buffer }> {
  const detached = detachBytes(value)
  const json = JSON.stringify(detached.value)
  if (detached.parts.length === 0) return { type: 'application/json; charset=utf-8', body: Buffer.from(json) }
  const form = new FormData()
  form.set('json', json)
  detached.parts.forEach((part, index) => form.set(`bytes${index}`, new Blob([new Uint8Array(part)])))
  const response = new Response(form)
  return { type: response.headers.get('content-type') ?? '', body: Buffer.from(await response.arrayBuffer()) }
}
