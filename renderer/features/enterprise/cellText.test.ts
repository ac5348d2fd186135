import { expect, it } from 'vitest'
import type { LedgerRow } from '../../../shared/contract/ledgerRow'
import { ledgerHeaders } from '../../text/ledgerHeaders'
import { ledgerFields } from '../../../shared/contract/ledgerRow'
import { cellKind, cellText } from './cellText'

const blank = Object.fromEntries(Object.keys(ledgerFields.shape).map((field) => [field, null]))

function row(values: Partial<LedgerRow>): LedgerRow {
  return { ...blank, ...values } as LedgerRow
}

it('shows nothing for what is not stated and never confuses it with 0 or 否', () => {
  expect(cellText(row({ employees: null }), 'employees')).toBe('')
  expect(cellText(row({ employees: 0 }), 'employees')).toBe('0')
  expect(cellText(row({ isAboveScale: null }), 'isAboveScale')).toBe('')
  expect(cellText(row({ isAboveScale: false }), 'isAboveScale')).toBe('否')
  expect(cellText(row({ hasUnion: false }), 'hasUnion')).toBe('×')
})

it('shows money with two decimals and ticks as the form does', () => {
  expect(cellText(row({ annualRevenue: 12345.6 }), 'annualRevenue')).toBe('12,345.60')
  expect(cellText(row({ 'goal.fund': true }), 'goal.fund')).toBe('√')
  expect(cellText(row({ 'delivery.room': '推进中' }), 'delivery.room')).toBe('推进中')
})

it('has a header for every field of the ledger', () => {
  const columns: string[] = ledgerHeaders.map((header) => header.column)
  for (const field of Object.keys(ledgerFields.shape)) expect(columns).toContain(field)
  expect(new Set(columns).size).toBe(columns.length)
})

it('knows dates by their names', () => {
  expect(cellKind('termEndsOn')).toBe('date')
  expect(cellKind('hasPartyOrg')).toBe('flag')
  expect(cellKind('formalMembers')).toBe('count')
})
