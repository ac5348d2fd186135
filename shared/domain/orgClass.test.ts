import { expect, it } from 'vitest'
import { localIndustryOf, orgSectorOf } from './orgClass'

it('takes the type of an organisation from its enterprises unless it is stated', () => {
  expect(orgSectorOf(null, ['非公企业', '小个专'])).toBe('非公企业党组织')
  expect(orgSectorOf(null, ['社会组织'])).toBe('社会组织党组织')
  expect(orgSectorOf(null, ['社会组织', '非公企业'])).toBeNull()
  expect(orgSectorOf(null, [])).toBeNull()
  expect(orgSectorOf('社会组织党组织', ['非公企业'])).toBe('社会组织党组织')
})

it('takes the local industry its enterprises share', () => {
  expect(localIndustryOf(null, ['食品', null, '食品'])).toBe('食品')
  expect(localIndustryOf(null, ['食品', '药业'])).toBeNull()
  expect(localIndustryOf(null, [null])).toBeNull()
  expect(localIndustryOf('服务', ['食品'])).toBe('服务')
})
