import { describe, expect, it } from 'vitest'
import { unitIndex } from './unitIndex'

const units = unitIndex([
  { id: 1, name: '城关镇', aliases: ['城关'] },
  { id: 2, name: '城关街道', aliases: [] },
  { id: 3, name: '青石镇', aliases: [] },
  { id: 4, name: '白马街道', aliases: [] },
  { id: 5, name: '高新技术开发区', aliases: ['高新区'] },
  { id: 6, name: '高新区两新工委', aliases: [] },
  { id: 7, name: '区互联网行业工委', aliases: [] },
])

describe('the unit a cell names', () => {
  it.each([
    ['城关', '城关镇'], ['城关街道办事处', '城关街道'], ['城关街道办', '城关街道'], ['城关镇党委', '城关镇'], ['中共城关镇委员会', '城关镇'],
    ['青石', '青石镇'], ['青石镇(12家)', '青石镇'], ['某市某县青石镇', '青石镇'], ['某县青石镇人民政府', '青石镇'], ['白马街办', '白马街道'],
    ['白马街道党工委', '白马街道'], ['高新区', '高新技术开发区'], ['高新区两新工委', '高新区两新工委'], ['互联网行业工委', null], ['青石乡', null],
    ['大青石镇', null], ['青石镇、白马街道', null], ['', null],
  ])('%s', (text, unit) => expect(units.find(text)?.name ?? null).toBe(unit))
})

describe('the only unit a title names', () => {
  it.each([
    ['青石镇非公企业台账', '青石镇'], ['高新区两新工委台账', '高新区两新工委'], ['青石镇、白马街道台账', null], ['全区非公企业台账', null],
  ])('%s', (text, unit) => expect(units.within(text)?.name ?? null).toBe(unit))
})
