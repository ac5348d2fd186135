import { describe, expect, it } from 'vitest'
import { addNames, draftFault, pastedNames, setupOf } from './unitDrafts'

describe('pasted unit names', () => {
  it('takes one name a line and drops numbers, blanks and trailing punctuation', () => {
    expect(pastedNames('1\t东山街道\t街道\r\n2. 南湖街道\n\n  北台镇 ,\n3、桥头镇；')).toEqual([
      '东山街道', '南湖街道', '北台镇', '桥头镇',
    ])
  })

  it('adds only names that are not in the list yet, in their order, with a guessed kind', () => {
    const first = addNames([], ['东山街道', '桥头镇'])
    const both = addNames(first, ['桥头镇', '张家堡乡', '张家堡乡'])
    expect(both.map(({ name, kind }) => [name, kind])).toEqual([
      ['东山街道', '街道'],
      ['桥头镇', '镇'],
      ['张家堡乡', '乡'],
    ])
  })
})

describe('setup form', () => {
  const drafts = addNames([], ['东山街道', '桥头镇'])

  it('says what is still missing, one thing at a time', () => {
    expect(draftFault('', '工委', drafts)).toBe('请填写地区名称')
    expect(draftFault('示范区', ' ', drafts)).toBe('请填写本办公室(工委)名称')
    expect(draftFault('示范区', '工委', [])).toBe('请至少填写一个填报单位')
    const [first, second] = drafts
    if (!first || !second) throw new Error('two drafts')
    expect(draftFault('示范区', '工委', [first, { ...second, name: '东山街道' }])).toBe('单位“东山街道”重复了')
    expect(draftFault('示范区', '工委', drafts)).toBeUndefined()
  })

  it('numbers units in the order of the list and divides aliases', () => {
    const [first] = drafts
    if (!first) throw new Error('a draft')
    const setup = setupOf(' 示范区 ', '工委', [{ ...first, aliases: '东山街道办事处、东山街办, 东山' }])
    expect(setup).toEqual({
      regionName: '示范区',
      officeName: '工委',
      units: [{ name: '东山街道', kind: '街道', aliases: ['东山街道办事处', '东山街办', '东山'], sortNo: 1 }],
    })
  })
})
