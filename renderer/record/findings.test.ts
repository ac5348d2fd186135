import { expect, it } from 'vitest'
import { conflictingId, findingsOfFailure } from './findings'

it('finds the field and the change that each reason of a refusal speaks of', () => {
  const found = findingsOfFailure(
    {
      code: 'invalid',
      details: {},
      issues: [
        { path: ['changes', 0, 'values', 'amount'], code: 'field', message: '“金额”不能为空' },
        { path: ['changes', 2], code: 'V-21', message: '联合党组织至少覆盖两家企业' },
      ],
    },
    ['amount', 'note'],
  )
  expect(found.get(0)).toEqual([{ field: 'amount', level: 'error', code: 'field', message: '“金额”不能为空' }])
  expect(found.get(2)).toEqual([{ field: null, level: 'error', code: 'V-21', message: '联合党组织至少覆盖两家企业' }])
})

it('knows which record a conflict is about', () => {
  expect(conflictingId({ code: 'conflict', details: { kind: 'fundEntry', id: 5, name: '' } })).toBe(5)
  expect(conflictingId({ code: 'conflict', details: {} })).toBeUndefined()
  expect(conflictingId({ code: 'in-use', details: { id: 5 } })).toBeUndefined()
})
