import { describe, expect, it } from 'vitest'
import { nationalSettings, settingGroups } from '../../../shared/domain/officeSettings'
import { settingFields } from '../../../shared/domain/settingFields'
import { placesOf } from './settingSections'
import { readTyped, typedOf, type TypedWord } from './typedSetting'

const { rules, limits, lists, assessment, names, words } = settingFields

describe('a setting in the form', () => {
  it.each(settingGroups.flatMap(placesOf).map((place) => [place.path, place] as const))('%s comes back as it was', (_, place) => {
    const values: Readonly<Record<string, unknown>> = { ...nationalSettings[place.group] }
    expect(readTyped(place.field, typedOf(place.field, values[place.name]))).toEqual(values[place.name])
  })

  it.each([
    [rules.minMembers, '５', 5],
    [rules.minMembers, ' 12 ', 12],
    [rules.minMembers, '', Number.NaN],
    [rules.minMembers, '3.5', Number.NaN],
    [rules.minMembers, '-1', Number.NaN],
    [rules.minMembers, '三', Number.NaN],
    [limits.sizeBands, '10,50，100 300', [10, 50, 100, 300]],
    [limits.sizeBands, '10、x', [10, Number.NaN]],
    [limits.sizeBands, '', []],
    [lists.carriers, '双争双强\n\n  志愿服务 \n', ['双争双强', '志愿服务']],
    [lists.carriers, '双争双强、志愿服务；主题党日', ['双争双强', '志愿服务', '主题党日']],
    [names.officeName, ' 示范区委非公工委 ', '示范区委非公工委'],
  ])('%o typed as %o means %o', (field, typed, value) => {
    expect(readTyped(field, typed)).toEqual(value)
  })

  it('takes the words that differ from those of the list', () => {
    const [first, ...rest] = typedOf(words.operatingStatus, { 筹建: '在建' }) as TypedWord[]
    expect(rest[0]).toEqual({ word: '筹建', called: '在建' })
    const typed = [{ word: first?.word ?? '', called: ' 在业 ' }, ...rest]
    expect(readTyped(words.operatingStatus, typed)).toEqual({ 正常经营: '在业', 筹建: '在建' })
    expect(readTyped(words.operatingStatus, [{ word: '正常经营', called: '' }])).toEqual({ 正常经营: '' })
  })

  it('leaves out grades nobody filled in', () => {
    const typed = [{ name: '优秀', from: '90' }, { name: ' ', from: '' }, { name: '一般', from: '０' }]
    expect(readTyped(assessment.grades, typed)).toEqual([{ name: '优秀', from: 90 }, { name: '一般', from: 0 }])
  })
})
