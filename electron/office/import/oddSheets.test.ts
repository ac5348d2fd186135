import { describe, expect, it } from 'vitest'
import type { PlainCell } from '../excel/sheet'
import { readLedger } from './readLedger'
import { sheetOf, workbookOf } from './testing/sheetOf'
import { unitIndex } from './unitIndex'

/** Shapes people give their sheets, one a test; everything in them is invented. */
const units = unitIndex([
  { id: 1, name: '青石镇', aliases: [] },
  { id: 2, name: '白马街道', aliases: ['白马街道办事处'] },
  { id: 3, name: '云岭经济开发区', aliases: ['开发区两新工委'] },
])
const readNamed = (file: string, ...sheets: Parameters<typeof workbookOf>) => readLedger(file, workbookOf(...sheets), units, '2026-11-21')
const read = (rows: PlainCell[][], merges: string[] = []) => readNamed('青石镇.xlsx', sheetOf(rows, merges))
const header = ['序号', '企业名称', '从业人数', '是否建立党组织', '正式党员']
const row = (no: number, name: string): PlainCell[] => [no, name, 5, '否', 0]

describe('several tables', () => {
  it('on one sheet, with other columns and another unit', () => {
    const reading = read([
      ['青石镇非公企业台账'], header, row(1, '甲公司'), row(2, '乙公司'), [],
      ['白马街道非公企业台账'], ['序号', '正式党员', '单位名称', '是否建立党组织', '从业人数'], [1, 3, '丙公司', '是', 9],
    ], ['A1:E1', 'A6:E6'])
    expect(reading.rows.map(({ row: r, unit, values }) => [r, unit?.name, values.enterpriseName, values.employees, values.formalMembers])).toEqual([
      [3, '青石镇', '甲公司', 5, 0], [4, '青石镇', '乙公司', 5, 0], [8, '白马街道', '丙公司', 9, 3],
    ])
    expect(reading.sheets.map((sheet) => [sheet.headerRow, sheet.rows])).toEqual([[2, 2], [7, 1]])
  })

  it('the same columns again under the title of another unit', () => {
    const reading = read([['青石镇台账'], header, row(1, '甲公司'), ['白马街道台账'], header, row(1, '乙公司')], ['A1:E1', 'A4:E4'])
    expect(reading.rows.map(({ unit, values }) => [unit?.name, values.enterpriseName])).toEqual([['青石镇', '甲公司'], ['白马街道', '乙公司']])
  })

  it('the whole head repeated on a new page, groups and 填报单位 line included', () => {
    const head: PlainCell[][] = [
      ['非公企业台账'], ['填报单位：', '青石镇党委', null, '填报日期：2026.6.30'],
      ['序号', '企业名称', '企业基本情况', '党组织', null], [null, null, '从业人数', '是否建立', '成立时间'],
    ]
    const merges = [0, 5].flatMap((r) => [`A${r + 1}:E${r + 1}`, `A${r + 3}:A${r + 4}`, `B${r + 3}:B${r + 4}`, `D${r + 3}:E${r + 3}`])
    const reading = read([...head, [1, '甲公司', 5, '是', '2019年3月'], ...head, [2, '乙公司', 6, '否', null]], merges)
    expect(reading.rows.map(({ unit, values }) => [unit?.name, values.enterpriseName, values.hasPartyOrg])).toEqual([['青石镇', '甲公司', true], ['青石镇', '乙公司', false]])
    expect(reading.rows.flatMap((r) => r.problems)).toEqual([])
  })

  it('a statistics table above the ledger neither lends its first unit nor its rows', () => {
    const reading = readNamed('表.xlsx', sheetOf([
      ['序号', '单位', '企业数', '已建', '未建', '覆盖率', '备注'], [1, '青石镇', 3, 2, 1, '67%', null], [2, '白马街道', 3, 2, 1, '67%', null], [],
      header, row(1, '甲公司'),
    ]))
    expect(reading.rows.map(({ unit, values }) => [unit, values.enterpriseName])).toEqual([[null, '甲公司']])
  })

  it('a table that is none of ours is said to be left out', () => {
    const reading = readNamed('表.xlsx', sheetOf([['青石镇'], header, row(1, '甲公司')], ['A1:E1']), sheetOf([['单位', '党员总数', '规上', '备注'], ['青石镇', 5, 2, null]], [], '汇总'))
    expect(reading.problems).toMatchObject([{ sheet: '汇总', code: 'V-10', level: 'notice' }])
  })
})

describe('headings between the rows', () => {
  it('say how the rows below are organised', () => {
    const reading = read([
      ['青石镇台账'], ['企业名称', '从业人数', '正式党员'], ['一、单独组建(1家)'], ['甲公司', 5, 3], ['小计', 5, 3],
      ['二、联合组建党组织的企业'], ['乙公司', 6, 1], ['三、未建党组织'], ['丙公司', 7, 0], ['合 计', 18, 4],
    ], ['A1:C1', 'A3:C3', 'A6:C6', 'A8:C8'])
    expect(reading.rows.map(({ values }) => [values.enterpriseName, values.hasPartyOrg, values.orgMode])).toEqual([
      ['甲公司', true, '单独组建'], ['乙公司', true, '联合组建'], ['丙公司', false, undefined],
    ])
    expect(reading.problems).toEqual([])
  })

  it('name the unit of the rows below, merged or as a numbered row with its sums', () => {
    const reading = read([
      header, ['一', '青石镇', 11, null, 0], row(1, '甲公司'), row(2, '乙公司'), ['二、白马街道(1家)'], row(1, '丙公司'), ['白马街道小计', null, 5, null, 0],
    ], ['A5:E5'])
    expect(reading.rows.map(({ unit, values }) => [unit?.name, values.enterpriseName])).toEqual([['青石镇', '甲公司'], ['青石镇', '乙公司'], ['白马街道', '丙公司']])
  })
})

describe('rows that are no enterprises', () => {
  it('column numbers, averages, closing words, signatures in the column of names', () => {
    const reading = read([
      ['企业名称', '从业人数', '是否建立党组织', '正式党员'], ['甲', '乙', '1', '2'], ['甲公司', 5, '否', 0], ['平均', 5, null, 0], ['以下空白'],
      ['主管领导：', '经办人：张三', null, '联系电话：'], ['以上数据经企业确认无误。'],
    ])
    expect(reading.rows.map(({ values }) => values.enterpriseName)).toEqual(['甲公司'])
    expect(reading.problems).toEqual([])
  })
  it('a row of nothing but zeros', () => {
    expect(read([header, row(1, '甲公司'), [2, null, 0, '否', 0]]).rows).toHaveLength(1)
  })
})

describe('columns', () => {
  it('wordings no list carries', () => {
    const reading = read([
      ['属地镇街', '市场主体名称', '2025年营业收入(万元)', '现有职工人数(名)', '有无党组织', '党(总)支部名称', '支部成立时间', '党支部书记姓名', '支部书记联系电话', '选派党建指导员姓名', '党建指导员单位及职务', '指导员手机号码'],
      ['青石镇', '甲公司', 12.5, 8, '有', '甲公司党支部', '2019.3', '李四', '13800138000', '王五', '青石镇组织委员', '13900139000'],
    ])
    expect(reading.sheets[0]?.unmapped).toEqual([])
    expect(reading.rows[0]?.values).toEqual({
      unitName: '青石镇', enterpriseName: '甲公司', annualRevenue: 12.5, employees: 8, hasPartyOrg: true, partyOrgName: '甲公司党支部',
      orgFoundedOn: '2019-03-01', secretaryName: '李四', secretaryPhone: '13800138000', liaisonName: '王五',
      liaisonEmployerPost: '青石镇组织委员', liaisonPhone: '13900139000', liaisonKind: '指导员',
    })
  })

  it('short leaves under groups', () => {
    const reading = read([
      ['企业名称', '党员数量(名)', null, null, '党组织组建情况', null, null, '书记', null, '党建指导员', null],
      [null, '正式', '预备', '流动', '是否组建', '全称', '方式', '姓名', '电话', '姓名', '单位职务'],
      ['甲公司', 3, 1, 0, '是', '甲党支部', '单建', '李四', '13800138000', null, null],
    ], ['A1:A2', 'B1:D1', 'E1:G1', 'H1:I1', 'J1:K1'])
    expect(reading.rows[0]?.values).toMatchObject({
      formalMembers: 3, probationaryMembers: 1, floatingMembers: 0, hasPartyOrg: true, partyOrgName: '甲党支部', orgMode: '单独组建',
      secretaryName: '李四', secretaryPhone: '13800138000',
    })
  })

  it('a person and his telephone in one cell', () => {
    const reading = read([['企业名称', '从业人数', '党员数', '书记姓名及电话', '联系人、联系方式'], ['甲公司', 5, 3, '李四 138 0013 8000', '张三(0536-8123456)']])
    expect(reading.rows[0]?.values).toMatchObject({ secretaryName: '李四', secretaryPhone: '138 0013 8000', contactName: '张三', contactPhone: '0536-8123456' })
  })

  it('正式党员 wins over 党员总数, and the other is said to be left out', () => {
    const reading = read([['企业名称', '从业人数', '党员总数', '正式党员', '预备党员'], ['甲公司', 5, 4, 3, 1]])
    expect(reading.rows[0]?.values).toMatchObject({ formalMembers: 3, probationaryMembers: 1 })
    expect(reading.problems).toMatchObject([{ column: 'C', code: 'V-10', message: expect.stringContaining('已采用后一列') }])
  })

  it('a header merged over two columns is one column; a second list beside the first is warned of', () => {
    const wide = read([['企业名称', null, '从业人数', '正式党员'], ['甲公司', null, 5, 0]], ['A1:B1', 'A2:B2'])
    expect([wide.rows[0]?.values.enterpriseName, wide.problems]).toEqual(['甲公司', []])
    const twice = read([['企业名称', '从业人数', '正式党员', '企业名称', '从业人数', '正式党员'], ['甲公司', 5, 0, '乙公司', 6, 1]])
    expect(twice.problems.map(({ column, level }) => [column, level])).toEqual([['D', 'warning'], ['E', 'notice'], ['F', 'notice']])
  })

  it('党员总数 counts the 预备 ones when it says 其中, else it is read as 正式党员 and that is said', () => {
    const inside = read([['企业名称', '从业人数', '党员总数', '其中：预备党员'], ['甲公司', 5, 4, 1], ['合计', 5, 4, 1]])
    expect([inside.rows[0]?.values.formalMembers, inside.problems.map((p) => p.code)]).toEqual([3, ['V-10']])
    const beside = read([['企业名称', '从业人数', '党员人数', '预备党员'], ['甲公司', 5, 4, 1]])
    expect([beside.rows[0]?.values.formalMembers, beside.problems[0]?.message]).toEqual([4, '列“党员人数”按正式党员导入，若含预备党员请分列填写'])
  })

  it('单位名称 beside 企业名称 is the unit when its values are units', () => {
    const reading = readNamed('表.xlsx', sheetOf([['单位名称', '企业名称', '从业人数', '正式党员'], ['青石镇', '甲公司', 5, 0]]))
    expect([reading.rows[0]?.unit?.name, reading.rows[0]?.values.enterpriseName, reading.problems]).toEqual(['青石镇', '甲公司', []])
  })

  it('a known wording wins over one made out by pattern', () => {
    const reading = read([['服务企业名称', '企业名称', '从业人数', '正式党员'], ['某集团', '甲公司', 5, 0]])
    expect(reading.rows[0]?.values.enterpriseName).toBe('甲公司')
  })

  it('names under a header nobody foresaw', () => {
    const reading = read([['序号', '服务对象', '从业人数', '正式党员', '是否建立党组织'], [1, '甲机械有限公司', 5, 0, '否'], [2, '乙商贸有限公司(青石)', 5, 0, '否']])
    expect(reading.rows.map(({ values }) => values.enterpriseName)).toEqual(['甲机械有限公司', '乙商贸有限公司(青石)'])
  })

  it('money in another unit than 万元, and a row that says what is measured', () => {
    const reading = read([['企业名称', '从业人数', '党员数', '年营业收入'], [null, '(人)', '(名)', '(元)'], ['甲公司', 5, 0, 1234567], ['乙公司', 5, 0, '3万元']])
    expect(reading.rows.map(({ values }) => values.annualRevenue)).toEqual([123.46, 3])
  })

  it('组建情况 answered with the mode, or spread into ticks', () => {
    const spoken = read([['企业名称', '从业人数', '党组织组建情况'], ['甲公司', 5, '联合组建'], ['乙公司', 5, '未建']])
    const ticked = read([['企业名称', '从业人数', '党组织组建情况', null, null], [null, null, '单独组建', '联合组建', '未建'], ['甲公司', 5, null, '√', null], ['乙公司', 5, null, null, '√']], ['A1:A2', 'B1:B2', 'C1:E1'])
    for (const reading of [spoken, ticked]) {
      expect(reading.rows.map(({ values }) => [values.hasPartyOrg, values.orgMode])).toEqual([[true, '联合组建'], [false, undefined]])
    }
  })
})

describe('cells that lean on others', () => {
  it('同上 repeats words and dates, never names or figures', () => {
    const reading = read([
      ['企业名称', '从业人数', '上级党组织', '党组织名称', '成立时间'],
      ['甲公司', 5, '中共青石镇委员会', '联合党支部', '2019年3月5日'], ['乙公司', '同上', '〃', '同上', '同上'], ['同上', 7, '同上', null, null],
    ])
    expect(reading.rows[1]?.values).toMatchObject({ parentOrgName: '中共青石镇委员会', partyOrgName: '联合党支部', orgFoundedOn: '2019-03-05' })
    expect(reading.rows.slice(1).map(({ values, blocked }) => [values.employees, blocked])).toEqual([[undefined, false], [7, true]])
    expect(reading.rows.slice(1).map((r) => r.problems[0]?.code)).toEqual(['V-09', 'V-01'])
  })

  it('a merged figure stays with the first row and is reported, merged words go down', () => {
    const reading = read([['企业名称', '从业人数', '正式党员', '党组织名称'], ['甲公司', 5, 4, '联合党支部'], ['乙公司', 6, null, null]], ['C2:C3', 'D2:D3'])
    expect(reading.rows.map(({ values }) => [values.formalMembers, values.partyOrgName])).toEqual([[4, '联合党支部'], [undefined, '联合党支部']])
    expect(reading.rows[0]?.problems).toMatchObject([{ code: 'V-09', level: 'warning', row: 2, column: 'C' }])
  })

  it('the second row of an enterprise merged over two is a row, and one of a single cell is not lost in silence', () => {
    const reading = read([['序号', '企业名称', '从业人数', '党组织名称'], [1, '甲公司', 5, '第一党支部'], [null, null, null, '第二党支部'], [2, '乙公司', 6, null], [null, null, null, '第三党支部'], [null, null, null, '2026年6月30日']], ['B2:B3'])
    expect(reading.rows.map(({ row: r, values, problems }) => [r, values.enterpriseName, values.partyOrgName, problems[0]?.code])).toEqual([
      [2, '甲公司', '第一党支部', undefined], [3, '甲公司', '第二党支部', undefined], [4, '乙公司', undefined, undefined], [5, undefined, '第三党支部', 'V-01'],
    ])
  })

  it('several enterprises in one cell are sent back', () => {
    const reading = read([['党组织名称', '覆盖企业名称', '从业人数', '正式党员'], ['联合党支部', '甲公司、乙公司', 20, 3], ['联合党支部', '丙厂\n丁公司', 20, 3], ['丙党支部', '戊公司\n', 5, 3]])
    expect(reading.rows.map(({ blocked, problems }) => [blocked, problems[0]?.message.slice(0, 9)])).toEqual([[true, '一格里写了几家企业'], [true, '一格里写了几家企业'], [false, undefined]])
  })

  it('a unit written once for the rows below it', () => {
    const reading = readNamed('表.xlsx', sheetOf([
      ['所属镇街', ...header], ['青石镇', ...row(1, '甲公司')], [null, ...row(2, '乙公司')], [null, ...row(3, '丙公司')], ['白马街道', ...row(4, '丁公司')], [null, ...row(5, '戊公司')],
    ]))
    expect(reading.rows.map(({ unit, problems }) => [unit?.name, problems[0]?.level])).toEqual([
      ['青石镇', undefined], ['青石镇', 'warning'], ['青石镇', 'warning'], ['白马街道', undefined], ['白马街道', 'warning'],
    ])
  })

  it('an empty circle is a no only beside full ones', () => {
    const reading = read([['企业名称', '从业人数', '工会', '妇联'], ['甲公司', 5, '●', '○'], ['乙公司', 5, '○', '√']])
    expect(reading.rows.map(({ values }) => [values.hasUnion, values.hasWomenOrg])).toEqual([[true, undefined], [false, true]])
    expect(reading.rows[0]?.problems).toMatchObject([{ code: 'V-10', column: 'D' }])
  })
})

describe('whose sheet it is', () => {
  const sheet = (name: string, ...lines: PlainCell[][]) => sheetOf([...lines, header, row(1, '甲公司')], [], name)
  it.each([
    ['填报单位(盖章):青石镇党委(盖章)', '青石镇'], ['填报单位（公章）：  中共青石镇委员会          填报人：张三', '青石镇'], ['单位：青石镇', '青石镇'],
    ['报送单位：白马街道办', '白马街道'], ['上报单位:云岭开发区', null], ['填报单位：某市某区白马街道党工委', '白马街道'], ['填报单位：大青石镇', null], ['单位：人、万元', null],
  ])('%s', (line, unit) => {
    expect(readNamed('表.xlsx', sheet('Sheet1', [line])).rows[0]?.unit?.name ?? null).toBe(unit)
  })
  it('a label and its value in two cells; the sheet, then the file, also without 镇', () => {
    expect(readNamed('表.xlsx', sheet('Sheet1', ['填报单位：', '白马街道党工委', '日期：2026-6-30']))).toMatchObject({ unit: { name: '白马街道' }, filledOn: '2026-06-30' })
    expect(readNamed('表.xlsx', sheet('青石')).unit?.name).toBe('青石镇')
    expect(readNamed('白马.xlsx', sheet('Sheet1')).unit?.name).toBe('白马街道')
    expect(readNamed('关于报送开发区两新工委台账.xlsx', sheet('Sheet1')).unit?.name).toBe('云岭经济开发区')
  })
  it('a cover sheet speaks for the sheets behind it, a list of contents does not', () => {
    const cover = sheetOf([['非公企业党建台账'], ['填报单位(盖章)：', '白马街道党工委'], ['填报日期：2026年6月30日']], [], '封面')
    expect(readNamed('表.xlsx', cover, sheet('Sheet1'))).toMatchObject({ unit: { name: '白马街道' }, filledOn: '2026-06-30' })
    expect(readNamed('表.xlsx', sheetOf([['目录'], [1, '青石镇台账'], [2, '白马街道台账']], [], '目录'), sheet('Sheet1')).unit).toBeNull()
  })
  it('a 填报单位 nobody knows is not overruled by the name of the file', () => {
    const reading = readNamed('青石镇.xlsx', sheet('Sheet1', ['填报单位：红旗镇']))
    expect([reading.rows[0]?.blocked, reading.unknownUnits]).toEqual([true, ['红旗镇']])
  })
})

describe('党务工作者', () => {
  it.each([
    [[['序号', '企业名称', '从业人数', '党务工作者人数', '其中:专职党务工作者', '正式党员']]],
    [[['序号', '企业名称', '从业人数', '党务工作者情况', null, '正式党员'], [null, null, null, '企业党务工作者人数', '专职人数', null]]],
  ])('and the full-time ones among them, under %j', (heads) => {
    const merges = heads.length === 2 ? ['A2:A3', 'B2:B3', 'C2:C3', 'D2:E2', 'F2:F3'] : []
    const { rows, sheets } = read([['青石镇台账'], ...heads, [1, '甲公司', 50, 3, 1, 8]], merges)
    expect(sheets[0]?.unmapped).toEqual([])
    expect(rows.map(({ values }) => [values.partyWorkers, values.fullTimePartyWorkers, values.formalMembers])).toEqual([[3, 1, 8]])
  })
})
