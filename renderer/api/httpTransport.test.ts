import { describe, expect, it } from 'vitest'
import { decode, encode } from './httpTransport'

describe('messages of the browser door', () => {
  it('sends plain values as JSON', () => {
    expect(encode({ filter: { search: '桥头' } })).toEqual({
      headers: { 'content-type': 'application/json' },
      body: '{"filter":{"search":"桥头"}}',
    })
  })

  it('sends bytes as parts beside the JSON that points at them', async () => {
    const { body, headers } = encode({ name: '表.xlsx', bytes: new Uint8Array([80, 75, 0, 255]) })
    expect(headers).toBeUndefined()
    if (!(body instanceof FormData)) throw new Error('not multipart')
    expect(JSON.parse(String(body.get('json')))).toEqual({ name: '表.xlsx', bytes: { $bytes: 0 } })
    const part = body.get('bytes0')
    if (!(part instanceof Blob)) throw new Error('no part')
    expect(new Uint8Array(await part.arrayBuffer())).toEqual(new Uint8Array([80, 75, 0, 255]))
  })

  it('reads a reply back from its parts', async () => {
    const form = new FormData()
    form.set('json', JSON.stringify({ ok: true, value: { fileName: 'S1.xlsx', bytes: { $bytes: 0 } } }))
    form.set('bytes0', new Blob([new Uint8Array([1, 2, 3])]))
    expect(await decode(new Response(form))).toEqual({
      ok: true,
      value: { fileName: 'S1.xlsx', bytes: new Uint8Array([1, 2, 3]) },
    })
  })

  it('reads a plain reply', async () => {
    const reply = { ok: false, failure: { code: 'not-found', details: {} } }
    expect(await decode(Response.json(reply))).toEqual(reply)
  })

  it('takes an answer that is no reply for a failure', async () => {
    const page = new Response('<html></html>', { status: 500, headers: { 'content-type': 'text/html' } })
    expect(await decode(page)).toEqual({ ok: false, failure: { code: 'unexpected', details: { status: 500 } } })
  })
})
