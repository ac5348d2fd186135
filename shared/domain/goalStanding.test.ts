import { expect, it } from 'vitest'
import { goalStanding } from './goalStanding'

it('says what is lacking before what nobody has judged', () => {
  expect(goalStanding([true, true, true, true, true, true])).toBe('达标')
  expect(goalStanding([true, false, null, null, null, false])).toBe('缺 2 项')
  expect(goalStanding([true, true, null, true, true, true])).toBe('未评定')
})
