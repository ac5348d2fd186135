import { describe, expect, it } from 'vitest'
import pairs from '../../../tests/fixtures/traditionalPairs.json'
import { coreKey, nameKey } from './nameKey'
import { orgKey, orgTypeOfName } from './orgKey'
import { nameColumns, searchTerms } from './searchText'
import { toSimplified } from './toSimplified'
import { headerKeys, wordKey } from './wordKey'

describe('toSimplified', () => {
  // The published pair list turns 核 into 覈, the wrong way round; every other pair must hold.
  it.each(Object.entries(pairs).filter(([from]) => from !== '核'))('%s → %s', (from, to) => {
    expect(toSimplified(from)).toBe(to)
  })
  it('leaves simplified text alone', () => {
    expect(toSimplified('审核人 核实')).toBe('审核人 核实')
  })
})

describe('headerKeys', () => {
  it.each([
    ['从业\n人数(人)', '从业人数'],
    ['*党员人数', '党员人数'],
    ['是否成立\n党组织(请填是或否)', '是否成立党组织'],
    ['党组织成立时间(格式如2020-1-1)', '党组织成立时间'],
    ['黨組織書記姓名:', '党组织书记姓名'],
    ['联络员(指导员)', '联络员(指导员)'],
    ['组建类型(单独建立/联合建立)', '组建类型'],
  ])('%s', (header, key) => {
    expect(headerKeys(header)).toContain(key)
  })
  it('unifies quotes and width', () => {
    expect(wordKey('是否担任“两代表一委员”')).toBe(wordKey('是否担任《两代表一委员》'))
  })
})

describe('name keys', () => {
  it('fold width, brackets, blanks and script', () => {
    expect(nameKey(' 滙通(北京)有限公司 ')).toBe(nameKey('汇通(北京)有限公司'))
  })
  it('are the same for bare and for dressed names', () => {
    expect(nameKey('宏達abc1號')).toBe(nameKey(' 宏达ABC1号'))
    expect(wordKey('黨支部1')).toBe(wordKey('* 党支部1:'))
  })
  it('core key drops region and suffix', () => {
    expect(coreKey(nameKey('示范区宏达商贸有限公司'), '示范区')).toBe(coreKey(nameKey('宏达商贸有限责任公司'), '示范区'))
  })
  it('organisation keys fold 中共 and the ending', () => {
    expect(orgKey('中共宏达商贸支部委员会')).toBe(orgKey('宏达商贸党支部'))
    expect(orgKey('中共宏达商贸总支部委员会')).not.toBe(orgKey('宏达商贸党支部'))
    expect(orgTypeOfName('中共东山永安兴机械制造委员会')).toBe('党委')
    expect(orgTypeOfName('中共高新德信顺商贸总支部委员会')).toBe('党总支')
  })
})

describe('search', () => {
  const text = nameColumns('重庆银行大厦(一期)', ['91000000MA00000157', '曾用名']).searchText
  it.each(['重慶', 'cqyh', 'chongqing', '0157', '大厦一期', '曾用'])('finds %s', (query) => {
    expect(searchTerms(query).every((term) => text.includes(term))).toBe(true)
  })
  it('sounds a name the same whether it is simplified or not, and writes ü as v', () => {
    expect(nameColumns('绿色女子3号公司', []).sortKey).toBe('lv se nv zi 3 hao gong si 绿色女子3号公司')
    expect(nameColumns('綠色女子3號公司', [])).toEqual(nameColumns('绿色女子3号公司', []))
    expect(nameColumns('绿色女子Café', []).sortKey).toBe('lv se nv zi café 绿色女子café')
  })
  it('needs every word', () => {
    expect(searchTerms('重庆 上海').every((term) => text.includes(term))).toBe(false)
  })
  it('orders as Chinese readers do', () => {
    const key = (name: string): string => nameColumns(name, []).sortKey
    expect(['中正', '安达', '北台'].sort((a, b) => (key(a) < key(b) ? -1 : 1))).toEqual(['安达', '北台', '中正'])
  })
})
