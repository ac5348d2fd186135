import { describe, expect, it } from 'vitest'
import type { PlainCell } from '../excel/sheet'
import { columnLetters } from '../excel/columnLetters'
import { readLedger } from './readLedger'
import { sheetOf, workbookOf } from './testing/sheetOf'
import { unitIndex } from './unitIndex'

/** Headers of sheets that exist, in their own order and wording; the values are invented. */
const units = unitIndex([{ id: 1, name: '城关镇', aliases: [] }, { id: 2, name: '东湖街道', aliases: [] }])
const read = (rows: PlainCell[][], merges: string[] = []) => readLedger('表.xls', workbookOf(sheetOf(rows, merges)), units, '2026-11-21')

describe('sheets seen in practice', () => {
  it('non-public enterprises and social organisations on one sheet, header in row 1, everything text', () => {
    const reading = read([
      ['名称 ', '地址', '区域', '出资人', '从业人数', '是否规模以上企业', '是否成立党组织', '党组织成立时间', '党组织设置形式', '组建方式', '党组织书记的姓名', '党组织书记手机号', '党员人数', '是否符合标准化建设', '区域类别  某市-某区', '类型'],
      ['甲药业有限公司 ', '城关镇一路', '某省某市某县城关镇', '张三', '120', '是', '是', '2012-03-01', '党总支', '单独组建', '李四', '05588123456', '56', '是', '某县', '非公企业'],
      ['乙学校', '', '某省某市某县东湖街道', ' ', '30', ' ', '否', '', '', '', '', '', '0', '', '', '社会组织'],
    ])
    expect(reading.rows.map((row) => [row.values.enterpriseName, row.unit?.name, row.values.sector, row.values.orgType, row.values.orgMode, row.values.ownerName, row.values.isAboveScale])).toEqual([
      ['甲药业有限公司', '城关镇', '非公企业', '党总支', '单独组建', '张三', true],
      ['乙学校', '东湖街道', '社会组织', undefined, undefined, undefined, undefined],
    ])
    expect(reading.sheets[0]?.unmapped.map((column) => column.header)).toEqual(['是否符合标准化建设', '区域类别  某市-某区'])
  })

  it('the municipal ledger: three header rows, every enumeration spread into ticks', () => {
    const groups: [string, [string, string[]][]][] = [
      ['单位', [['单位', []]]],
      ['企业座落地', [['园区', []], ['楼宇', []], ['其他', []]]],
      ['所在园区、商务楼宇名称', [['所在园区、商务楼宇名称', []]]],
      ['企业基本情况', [['企业名称', []], ['企业注册地', []], ['企业经营地', []], ['联系电话', []], ['企业类型', ['私营企业', '港澳台商投资企业', '外商投资企业']], ['年营业收入(万元)', []], ['从业人员数量(名)', []], ['是否规模以上企业', []]]],
      ['企业出资人情况', [['姓名', []], ['是否是党员', []], ['是否兼任党组织书记', []], ['是否担任区县级以上(含区县)“两代表一委员”', []]]],
      ['党组织设置情况', [['是否建立党组织', []], ['党组织成立时间', []], ['党组织组建形式', ['单独建立', '联合建立', '网格建立']], ['党组织类别', ['党支部', '党总支', '党委']], ['未建立党组织原因', ['没有党员', '企业出资人不支持', '上级党组织未及时指导', '其他原因']]]],
      ['党组织书记情况', [['姓名', []], ['来源', ['出资人担任', '中层管理人员担任', '上级党组织选派', '其他人员担任']]]],
      ['党员队伍建设情况', [['组织关系在非公企业的党员总数', []], ['35岁以下', []], ['组织关系不在非公企业的党员总数', []], ['近3年新发展党员数', []]]],
      ['群团部门设置情况', [['工会', []], ['共青团', []], ['妇联', []]]],
    ]
    const rows: PlainCell[][] = [['新区非公有制经济组织党组织工作台账'], [], [], []]
    const merges: string[] = []
    const at = new Map<string, number>()
    let c = 0
    for (const [group, leaves] of groups) {
      const from = c
      for (const [leaf, words] of leaves) {
        at.set(`${group}/${leaf}`, c)
        const span = Math.max(1, words.length)
        rows[2]?.splice(c, span, leaf === group ? null : leaf, ...Array(span - 1).fill(null))
        rows[3]?.splice(c, span, ...(words.length > 0 ? words : [null]))
        for (const [i, word] of words.entries()) at.set(`${group}/${leaf}/${word}`, c + i)
        if (words.length > 1) merges.push(`${columnLetters(c)}3:${columnLetters(c + span - 1)}3`)
        else merges.push(leaf === group ? `${columnLetters(c)}2:${columnLetters(c)}4` : `${columnLetters(c)}3:${columnLetters(c)}4`)
        c += span
      }
      rows[1]?.splice(from, c - from, group, ...Array(c - from - 1).fill(null))
      if (c - from > 1) merges.push(`${columnLetters(from)}2:${columnLetters(c - 1)}2`)
    }
    const row: PlainCell[] = Array(c).fill(null)
    const set = (path: string, value: PlainCell): void => {
      const column = at.get(path)
      if (column === undefined) throw new Error(path)
      row[column] = value
    }
    set('单位/单位', '城关镇')
    set('企业基本情况/企业名称', '甲公司')
    set('企业基本情况/联系电话', '13800138000')
    set('企业基本情况/企业类型/外商投资企业', '√')
    set('企业基本情况/从业人员数量(名)', '80')
    set('企业基本情况/是否规模以上企业', '√')
    set('企业出资人情况/姓名', '张三')
    set('企业出资人情况/是否是党员', '×')
    set('党组织设置情况/是否建立党组织', '√')
    set('党组织设置情况/党组织成立时间', '2015.06')
    set('党组织设置情况/党组织组建形式/网格建立', '√')
    set('党组织设置情况/党组织类别/党支部', '√')
    set('党组织书记情况/姓名', '李四')
    set('党组织书记情况/来源/上级党组织选派', '√')
    set('党员队伍建设情况/组织关系在非公企业的党员总数', 4)
    set('群团部门设置情况/工会', '√')
    rows.push(row)
    const reading = read(rows, [`A1:${columnLetters(c - 1)}1`, ...merges])
    expect(reading.sheets[0]?.headerRow).toBe(2)
    expect(reading.rows).toHaveLength(1)
    expect(reading.rows[0]?.unit?.name).toBe('城关镇')
    expect(reading.rows[0]?.values).toMatchObject({
      enterpriseName: '甲公司', contactPhone: '13800138000', enterpriseType: '外商投资企业', employees: 80, isAboveScale: true,
      ownerName: '张三', ownerIsMember: false, hasPartyOrg: true, orgFoundedOn: '2015-06-01', orgMode: '联合组建', orgType: '党支部',
      secretaryName: '李四', secretarySource: '下派', membersRegisteredHere: 4, hasUnion: true,
    })
    expect(reading.rows[0]?.months).toEqual(['orgFoundedOn'])
  })

  it('the survey form F02 is taken, with its own columns', () => {
    const reading = read([
      ['非公有制企业基本情况摸底调查表'],
      ['填报单位(盖章):城关镇', null, null, '填报时间:2026年3月5日'],
      ['序号', '所属乡镇(街道)', '企业名称', '统一社会信用代码', '企业概况', null, null, null, '负责人', null, null, '党员情况(人)', null, '党群组织', null, '未建党组织原因', '是否有指导员(联络员)', '备注'],
      [null, null, null, null, '注册地址', '经营地址', '成立日期', '从业人员数', '法定代表人', '是否党员', '联系电话', '正式党员', '其中:组织关系不在本企业', '是否建立党组织', '工会', null, null, null],
      [1, '城关镇', '甲公司', '91000000MA00000157', '一路', '二路', '2010年5月', 12, '张三', '是', '13800138000', 2, 1, '否', '是', '党员不足3名', '是', '无'],
    ], ['A3:A4', 'B3:B4', 'C3:C4', 'D3:D4', 'E3:H3', 'I3:K3', 'L3:M3', 'N3:O3', 'P3:P4', 'Q3:Q4', 'R3:R4'])
    expect(reading.form).toMatchObject({ id: 'F02', ours: true })
    expect(reading.filledOn).toBe('2026-03-05')
    expect(reading.rows[0]?.values).toMatchObject({
      registeredAddress: '一路', businessAddress: '二路', establishedOn: '2010-05-01', legalRepName: '张三', legalRepIsMember: true,
      legalRepPhone: '13800138000', formalMembers: 2, membersRegisteredElsewhere: 1, unbuiltReason: '党员不足3名', hasLiaison: true,
    })
  })
})
