import { expect, it } from 'vitest'
import { guessUnitKind } from './unitKind'

it.each([
  ['东山街道', '街道'],
  ['东山街道办事处', '街道'],
  ['桥头镇', '镇'],
  ['桥头镇人民政府', '镇'],
  ['张家堡乡', '乡'],
  ['高新园区', '园区'],
  ['经济技术开发区管委会', '园区'],
  ['市场监督管理局', '行业部门'],
  ['律师行业协会', '行业部门'],
  ['商贸中心', '其他'],
])('%s is guessed to be %s', (name, kind) => {
  expect(guessUnitKind(name)).toBe(kind)
})
