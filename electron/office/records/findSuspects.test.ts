import { describe, expect, it } from 'vitest'
import { nameKey } from '../text/nameKey'
import { findSuspects, type EnterpriseIdentity } from './findSuspects'

let id = 0
const enterprise = (name: string, part: Partial<EnterpriseIdentity> = {}): EnterpriseIdentity => ({
  id: ++id, unitId: 1, name, nameKey: nameKey(name), formerNames: [], creditCode: null, oldCode: null, ...part,
})
const told = (enterprises: EnterpriseIdentity[]) =>
  findSuspects(enterprises, '某区').map(({ reason, one, other }) => {
    const name = (of: number) => enterprises.find((known) => known.id === of)?.name
    return `${reason}：${name(one)}／${name(other)}`
  })

describe('findSuspects', () => {
  it('finds the same name in other letters, a former name, an old number and a shorter name', () => {
    const found = told([
      enterprise('桥头机械(集团)有限公司', { oldCode: '1301' }),
      enterprise('桥头机械（集团）有限公司'),
      enterprise('桥头智能装备有限公司', { formerNames: ['桥头机械（集团）有限公司'] }),
      enterprise('北山食品有限公司', { oldCode: '1301' }),
      enterprise('某区东河纺织有限公司'),
      enterprise('东河纺织厂'),
    ])
    expect(found).toEqual([
      '同名：桥头机械(集团)有限公司／桥头机械（集团）有限公司',
      '曾用名：桥头机械(集团)有限公司／桥头智能装备有限公司',
      '曾用名：桥头机械（集团）有限公司／桥头智能装备有限公司',
      '原注册号相同：桥头机械(集团)有限公司／北山食品有限公司',
      '名称相近：某区东河纺织有限公司／东河纺织厂',
    ])
  })

  it('takes two credit codes for two enterprises, unless they have the very same name', () => {
    const codes = [{ creditCode: '91130100MA0000001A' }, { creditCode: '91130100MA0000002B' }] as const
    expect(told([enterprise('东河纺织有限公司', codes[0]), enterprise('东河纺织厂', codes[1])])).toEqual([])
    expect(told([enterprise('东河纺织厂', codes[0]), enterprise('东河纺织厂', codes[1])])).toHaveLength(1)
  })

  it('says nothing of a key that very many share', () => {
    expect(told(Array.from({ length: 21 }, () => enterprise('便利店')))).toEqual([])
  })
})
