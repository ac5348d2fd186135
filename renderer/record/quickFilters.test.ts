import { expect, it } from 'vitest'
import { fieldFilters, recordTags } from './quickFilters'

const filters = fieldFilters('fundEntry', ['unit', 'period', 'direction', 'amount'])

it('offers the options of choices and nothing for fields without any', () => {
  expect(filters.map(({ field, options }) => [field, options.map(({ label }) => label)])).toEqual([
    ['direction', ['收入', '支出']],
  ])
})

it('says every condition and the question without it', () => {
  const filter = { search: '书', unitIds: [2], is: { direction: ['支出'] }, from: '2026-01-01', enterpriseId: 4 }
  const tags = recordTags('fundEntry', filter, filters, [{ id: 2, name: '桥头镇' }], { enterpriseId: '甲公司' })
  expect(tags.map(({ label }) => label)).toEqual([
    '搜索：书', '单位：桥头镇', '收支：支出', '期间：2026-01-01 至 今', '企业：甲公司',
  ])
  expect(tags[2]?.without.is).toEqual({})
  expect(tags[3]?.without).not.toHaveProperty('from')
  expect(tags[4]?.without).not.toHaveProperty('enterpriseId')
})
