import { expect, it } from 'vitest'
import { fromViewFilter, toViewFilter } from './ledgerViews'

it('gives a filter back as it was kept', () => {
  const filter = { search: '甲', unitIds: [1], operatingStatuses: ['筹建' as const], coverage: ['未覆盖' as const], isAboveScale: false, sizeBands: [10, null], figure: 'M' as const }
  expect(fromViewFilter(toViewFilter(filter))).toEqual(filter)
  expect(fromViewFilter(toViewFilter({}))).toEqual({ operatingStatuses: [], coverage: [] })
})

it('leaves out what it does not know', () => {
  expect(fromViewFilter({ is: { coverage: ['没有', '单独'], figure: ['ZZ'] } })).toEqual({ operatingStatuses: [], coverage: ['单独'] })
})
