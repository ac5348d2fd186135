import { expect, it } from 'vitest'
import { definitionOf } from '../../shared/record/recordKind'
import { readRecordQuery, writeRecordQuery, type RecordQuery } from './recordQuery'

const { fields } = definitionOf('fundEntry')

it('comes back from the address as it went in', () => {
  const query: RecordQuery = {
    filter: {
      search: '慰问',
      unitIds: [2, 3],
      partyOrgId: 8,
      is: { direction: ['支出'], enterpriseId: [5] },
      from: '2026-01-01',
      to: '2026-06-30',
    },
    open: 12,
  }
  expect(readRecordQuery(JSON.parse(JSON.stringify(writeRecordQuery(query))), fields)).toEqual(query)
})

it('leaves an empty question out of the address', () => {
  expect(writeRecordQuery({ filter: { search: '', unitIds: [], is: { direction: [] } }, open: undefined })).toEqual({})
  expect(writeRecordQuery({ filter: {}, open: 'new' })).toEqual({ id: 'new' })
})

it('leaves out what it does not understand', () => {
  const read = readRecordQuery(
    { unit: '2,x,-1', 'f.direction': '支出,转账', 'f.use': '不存在', from: '2026-02-30', id: 'abc', partyOrgId: '0' },
    fields,
  )
  expect(read).toEqual({ filter: { unitIds: [2], is: { direction: ['支出'] } }, open: undefined })
})
