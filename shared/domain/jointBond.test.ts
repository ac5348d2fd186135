import { expect, test } from 'vitest'
import { placeBasis, roadOf } from './jointBond'

test.each([
  ['创业大厦', '商务楼宇'], ['万达广场B座', '商务楼宇'], ['青云工业园', '园区'], ['经济开发区', '园区'], ['义乌小商品市场', '专业市场'],
  ['解放路步行街', '商业街区(商圈)'], ['东关社区', '村(社区)'], ['李家村', '村(社区)'], ['第三网格', '网格'], ['老厂区', '村(社区)'],
])('%s is of the kind %s', (name, basis) => {
  expect(placeBasis(name)).toBe(basis)
})

test.each([
  ['青云市城关街道人民路12号', '人民路'], ['桥头镇中街 3 号', '中街'], ['人民路12号', '人民路'], ['西关村五组', null], ['', null], [null, null],
])('the road of %s is %s', (address, road) => {
  expect(roadOf(address)).toBe(road)
})
