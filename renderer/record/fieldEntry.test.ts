import { expect, it } from 'vitest'
import type { Field } from '../../shared/record/field'
import { entryFinding, entryOf, readEntry } from './fieldEntry'

const amount: Field = { label: '金额', type: 'money', per: '元', required: true }
const org: Field = { label: '党组织', type: 'ref', to: 'partyOrg' }

it('keeps what was typed beside the reason it cannot be read', () => {
  const entry = readEntry(amount, '12.345', entryOf(amount, 1200))
  expect(entry).toMatchObject({ typed: '12.345', value: 1200 })
  expect(entryFinding(amount, entry, '2026-07-01')).toEqual({ level: 'error', message: entry.refused })
  expect(entry.refused).toContain('“金额”')
})

it('finds a required field empty', () => {
  const entry = readEntry(amount, '', entryOf(amount, 1200))
  expect(entry.value).toBeNull()
  expect(entryFinding(amount, entry, '2026-07-01')?.message).toBe('“金额”不能为空')
})

it('takes a reference from the list only', () => {
  const before = entryOf(org, 3, '甲支部')
  expect(readEntry(org, '甲支部', before)).toBe(before)
  expect(readEntry(org, '甲', before)).toMatchObject({ typed: '甲', value: null, refused: expect.stringContaining('党组织') })
  expect(readEntry(org, ' ', before)).toMatchObject({ value: null, refused: null })
})
