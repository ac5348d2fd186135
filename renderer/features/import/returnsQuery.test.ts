import { expect, it } from 'vitest'
import { readReturnsQuery, writeReturnsQuery } from './returnsQuery'

const today = '2026-06-30'

it('asks for this month and the ledger unless the address says otherwise', () => {
  expect(readReturnsQuery({}, today)).toEqual({ from: '2026-06-01', to: '2026-06-30', forms: ['F01'] })
  expect(readReturnsQuery({ from: '2026-04-01', to: 'x', forms: 'F05,F99,F01' }, today)).toEqual({ from: '2026-04-01', to: '2026-06-30', forms: ['F01', 'F05'] })
})

it('writes only what differs from the usual', () => {
  expect(writeReturnsQuery(readReturnsQuery({}, today), today)).toEqual({})
  const asked = { from: '2026-04-01', to: '2026-04-30', forms: ['F01', 'F03'] as const }
  const query = writeReturnsQuery({ ...asked, forms: [...asked.forms] }, today)
  expect(query).toEqual({ from: '2026-04-01', to: '2026-04-30', forms: 'F01,F03' })
  expect(readReturnsQuery(query, today)).toEqual(asked)
})
