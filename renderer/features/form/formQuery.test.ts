import { describe, expect, it } from 'vitest'
import { readFormQuery, writeFormQuery, type FormQuery } from './formQuery'

describe('the address of 标准表', () => {
  it.each([
    [{}, { form: undefined, unitId: undefined, year: 2026, partyOrgId: undefined }],
    [{ form: 'F11', unit: '3', year: '2025', org: '7' }, { form: 'F11', unitId: 3, year: 2025, partyOrgId: 7 }],
    [{ form: 'F10', year: 'all' }, { form: 'F10', unitId: undefined, year: null, partyOrgId: undefined }],
  ] as const)('%o', (query, asked) => {
    expect(readFormQuery(query, 2026)).toEqual(asked)
    expect(writeFormQuery(asked, 2026)).toEqual(query)
  })

  it('leaves out what it does not understand', () => {
    const plain: FormQuery = { form: undefined, unitId: undefined, year: 2026, partyOrgId: undefined }
    expect(readFormQuery({ form: 'F99', unit: '-1', year: 'x', org: ['1', '2'] }, 2026)).toEqual(plain)
  })
})
