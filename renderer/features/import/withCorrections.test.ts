import { expect, it } from 'vitest'
import { withCorrections } from './withCorrections'

it('what is typed last of a cell stands; null gives the cell back to the file', () => {
  const place = { sheet: '台账', row: 2, column: 'C' }
  const once = withCorrections([], [{ ...place, text: ' 50 ' }, { ...place, row: 3, text: '' }])
  expect(once).toEqual([{ ...place, text: '50' }, { ...place, row: 3, text: '' }])
  const twice = withCorrections(once, [{ ...place, text: '51' }])
  expect(twice.map(({ row, text }) => [row, text])).toEqual([[2, '51'], [3, '']])
  expect(withCorrections(twice, [{ ...place, text: null }, { ...place, column: 'D', text: null }])).toEqual([{ ...place, row: 3, text: '' }])
})
