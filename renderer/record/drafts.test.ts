import { beforeEach, describe, expect, it } from 'vitest'
import { openDrafts } from './drafts'

function memory(): Storage {
  const items = new Map<string, string>()
  return {
    get length() {
      return items.size
    },
    clear: () => items.clear(),
    getItem: (key) => items.get(key) ?? null,
    key: (index) => [...items.keys()][index] ?? null,
    removeItem: (key) => void items.delete(key),
    setItem: (key, value) => void items.set(key, value),
  }
}

const amount = (typed: string) => ({ amount: { typed, value: null } })

describe('drafts', () => {
  let store = memory()
  const open = () => openDrafts(store, 'draft.fundEntry.new', () => '2026-07-01T00:00:00.000Z')
  beforeEach(() => {
    store = memory()
  })

  it('offers to the next form what this one did not save', () => {
    open().keep(amount('12元'))
    expect(open().offered()?.fields).toEqual(amount('12元'))
  })

  it('leaves nothing after a save', () => {
    const form = open()
    form.keep(amount('12'))
    form.drop()
    expect(open().offered()).toBeUndefined()
    expect(store.length).toBe(0)
  })

  it('keeps an unanswered draft behind a newer one', () => {
    open().keep(amount('旧'))
    const form = open()
    form.keep(amount('新'))
    const next = open()
    expect(next.offered()?.fields).toEqual(amount('新'))
    next.dropOffered()
    expect(next.offered()?.fields).toEqual(amount('旧'))
    next.dropOffered()
    expect(next.offered()).toBeUndefined()
  })

  it('offers nothing when what is kept cannot be read', () => {
    store.setItem('draft.fundEntry.new', '{"at":1')
    expect(open().offered()).toBeUndefined()
  })
})
