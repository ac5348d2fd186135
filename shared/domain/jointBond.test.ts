import { expect, test } from 'vitest'
import { houseNumberOf, jointBond, placeBasis, roadOf, type Nearness, type Placed } from './jointBond'

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

test.each([['城关街道人民路12号', 12], ['桥头镇中街 3 号', 3], ['人民路８号', 8], ['人民路', null], ['西关村5组', null], [null, null]])(
  'the house of %s is %s',
  (address, number) => {
    expect(houseNumberOf(address)).toBe(number)
  },
)

const nowhere: Placed = { community: null, placeKind: null, placeName: null, businessAddress: null, industry: null }

test.each<[Partial<Placed>, Nearness, string | null]>([
  [{ placeName: '阳光100', placeKind: '楼宇' }, 'place', '商务楼宇:阳光100'],
  [{ placeName: '东关 社区' }, 'place', null],
  [{ placeName: '东关 社区' }, 'community', '村(社区):东关社区'],
  [{ placeName: '创业大厦', community: '东关社区' }, 'community', '村(社区):东关社区'],
  [{ placeName: '创业大厦', placeKind: '其他' }, 'place', '商务楼宇:创业大厦'],
  [{ businessAddress: '中街3号' }, 'road', '乡镇街道:中街'],
  [{ industry: '制造业' }, 'industry', '同行业:制造业'],
  [{ placeName: ' ', community: '' }, 'community', null],
])('%o has the bond of a %s: %s', (facts, level, expected) => {
  const bond = jointBond({ ...nowhere, ...facts }, level)
  expect(bond && `${bond.basis}:${bond.name}`).toBe(expected)
})
