import { expect, it } from 'vitest'
import { changeFields } from './changeFields'

it('takes a field from its definition, with what the form says of it', () => {
  expect(changeFields(['secretaryTerm.phone', { key: 'partyOrg.lastElectionOn', label: '换届日期', required: true }])).toEqual([
    { key: 'secretaryTerm.phone', field: { label: '联系电话', type: 'phone' } },
    { key: 'partyOrg.lastElectionOn', field: { label: '换届日期', type: 'date', past: true, required: true } },
  ])
})

it('refuses a field the kind does not have', () => {
  expect(() => changeFields(['partyOrg.colour'])).toThrow(RangeError)
  expect(() => changeFields(['tree.name'])).toThrow(TypeError)
})
