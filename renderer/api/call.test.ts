import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Reply } from '../../shared/contract/reply'
import { call } from './call'
import { isLedgerShut, noteOpened } from './shutLedger'

const replies: Reply<unknown>[] = []
const asked: [string, unknown][] = []
vi.mock('./office', () => ({
  office: () => ({
    call: (name: string, input: unknown) => {
      asked.push([name, input])
      return Promise.resolve(replies.shift())
    },
  }),
}))

const shut: Reply<unknown> = { ok: false, failure: { code: 'password-needed', details: {} } }
const ofCopy: Reply<unknown> = { ok: false, failure: { code: 'password-needed', details: { file: 'daily.sqlite' } } }

describe('a call that finds the ledger shut', () => {
  beforeEach(() => {
    noteOpened()
    replies.length = 0
    asked.length = 0
  })

  it('waits until it is opened and is asked again', async () => {
    replies.push(shut, { ok: true, value: { removed: 1 } })
    const answer = call('view.get', { key: 'k' })
    await vi.waitFor(() => expect(isLedgerShut.value).toBe(true))
    expect(asked).toHaveLength(1)
    noteOpened()
    expect(await answer).toEqual({ removed: 1 })
    expect(asked).toEqual([['view.get', { key: 'k' }], ['view.get', { key: 'k' }]])
    expect(isLedgerShut.value).toBe(false)
  })

  it('waits again when it is locked in between', async () => {
    replies.push(shut, shut, { ok: true, value: 1 })
    const answer = call('view.get', { key: 'k' })
    await vi.waitFor(() => expect(isLedgerShut.value).toBe(true))
    noteOpened()
    await vi.waitFor(() => expect(asked).toHaveLength(2))
    await vi.waitFor(() => expect(isLedgerShut.value).toBe(true))
    noteOpened()
    expect(await answer).toBe(1)
  })

  it('does not wait where it is a copy that is shut, or the screen that is to be locked', async () => {
    replies.push(ofCopy, shut)
    await expect(call('view.get', { key: 'k' })).rejects.toMatchObject({ failure: { details: { file: 'daily.sqlite' } } })
    await expect(call('password.lock', {})).rejects.toMatchObject({ failure: { code: 'password-needed' } })
    expect(isLedgerShut.value).toBe(false)
  })
})
