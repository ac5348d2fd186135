import { describe, expect, it } from 'vitest'
import type { RecordRow } from '../../shared/contract/record'
import { definitionOf } from '../../shared/record/recordKind'
import { readEntry } from './fieldEntry'
import { baseOfNew, baseOfRow, changedValues, entriesOf, mergePresent, typedFields, type Entries } from './formState'

const definition = definitionOf('fundEntry')

function row(version: number, values: RecordRow['values']): RecordRow {
  return { id: 5, version, updatedAt: '', values, names: {}, unitId: null, unitName: null, computed: {} }
}

function type(entries: Entries, name: string, typed: string): Entries {
  const field = definition.fields[name]
  const entry = entries[name]
  if (!field || !entry) throw new Error(`no field ${name}`)
  return { ...entries, [name]: readEntry(field, typed, entry) }
}

const seen = row(3, { occurredOn: '2026-03-05', direction: '支出', amount: 10_000, summary: '书', note: null })
const base = baseOfRow(seen)

describe('what a form saves', () => {
  it('is what differs from the record', () => {
    let entries = entriesOf(definition, base)
    expect(changedValues(base, entries)).toEqual({})
    entries = type(entries, 'amount', '120')
    entries = type(entries, 'summary', '')
    expect(changedValues(base, entries)).toEqual({ amount: 12_000, summary: null })
  })

  it('is all that is stated of a new record, presets included', () => {
    const fresh = baseOfNew({ direction: '收入' }, {})
    const entries = type(entriesOf(definition, fresh), 'amount', '5')
    expect(changedValues(fresh, entries)).toEqual({ direction: '收入', amount: 500 })
  })
})

it('keeps for a draft also what cannot be read', () => {
  const entries = type(entriesOf(definition, base), 'amount', '一百元')
  expect(changedValues(base, entries)).toEqual({})
  expect(typedFields(definition, base, entries)).toEqual({ amount: { typed: '一百元', value: 10_000 } })
})

describe('a record changed elsewhere', () => {
  it('joins what each side changed and leaves to decide what both did', () => {
    let entries = entriesOf(definition, base)
    entries = type(entries, 'amount', '120')
    entries = type(entries, 'summary', '图书')
    const present = row(4, { ...seen.values, summary: '资料', note: '补票' })
    const merged = mergePresent(definition, base, entries, present)
    expect(merged.clashes.map(({ field, mine, present: now }) => [field, mine.typed, now.typed])).toEqual([
      ['summary', '图书', '资料'],
    ])
    expect(merged.base.version).toBe(4)
    expect(merged.entries.note?.value).toBe('补票')
    expect(merged.entries.amount?.value).toBe(12_000)
  })

  it('is no clash where both sides say the same', () => {
    const entries = type(entriesOf(definition, base), 'summary', '资料')
    const present = row(4, { ...seen.values, summary: '资料' })
    expect(mergePresent(definition, base, entries, present).clashes).toEqual([])
  })
})
