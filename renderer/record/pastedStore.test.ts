import { expect, it } from 'vitest'
import { pastedStore } from './pastedStore'

function memory(): Storage {
  const kept = new Map<string, string>()
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  } as Storage
}

it('keeps what was not added until it is', () => {
  const store = memory()
  const pasted = pastedStore(store, 'rows')
  expect(pasted.recall()).toBeNull()
  pasted.keep({ fields: ['amount'], texts: [['12'], ['13']] })
  expect(pastedStore(store, 'rows').recall()).toEqual({ fields: ['amount'], texts: [['12'], ['13']] })
  pasted.keep(null)
  expect(pasted.recall()).toBeNull()
})

it('takes what it cannot read for nothing', () => {
  const store = memory()
  for (const text of ['{', '7', '{}', '{"fields":[1],"texts":[]}', '{"fields":[],"texts":[]}', '{"fields":[],"texts":[3]}']) {
    store.setItem('rows', text)
    expect(pastedStore(store, 'rows').recall()).toBeNull()
  }
})
