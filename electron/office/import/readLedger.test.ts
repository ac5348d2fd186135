import { describe, expect, it } from 'vitest'
import { nationalWords } from '../../../shared/domain/ownWords'
import { readLedger } from './readLedger'
import { sheetOf, workbookOf } from './testing/sheetOf'
import { unitIndex } from './unitIndex'

const units = unitIndex([
  { id: 1, name: '甲街道', aliases: ['甲街道办事处', '甲街办'] },
  { id: 2, name: '乙镇', aliases: [] },
])
const read = (...args: Parameters<typeof workbookOf>) => readLedger('表.xlsx', workbookOf(...args), units, '2026-11-21')
const header = ['序号', '所属乡镇', '企业名称', '从业人数', '是否建立党组织', '正式党员']

describe('finding the table', () => {
  it('below title, unit and note lines, with explanations in the header', () => {
    const reading = read(sheetOf([
      ['甲街道非公企业情况表'], ['填报单位(盖章):甲街道办事处      填报时间:2026年6月30日'], ['注意:红色为必填'],
      ['序号', '单位名称', '从业\n人数(人)', '*党员人数', '是否成立\n党组织(请填是或否)'],
      [1, '甲公司', '12人', 3, '是'],
    ], ['A1:E1']))
    expect(reading).toMatchObject({ form: { id: 'F01' }, unit: { name: '甲街道' }, filledOn: '2026-06-30' })
    expect(reading.sheets[0]).toMatchObject({ headerRow: 4, mapping: { B: 'enterpriseName', C: 'employees', D: 'formalMembers', E: 'hasPartyOrg' } })
    expect(reading.rows[0]?.values).toMatchObject({ enterpriseName: '甲公司', employees: 12, formalMembers: 3, hasPartyOrg: true })
  })

  it('resolves leaves by their group, with merges and without', () => {
    const groups = ['序号', '从业人数', '企业基本情况', null, '企业出资人情况', null, '党组织书记情况', null, '党的工作覆盖情况', null]
    const leaves = [null, null, '企业名称', '联系电话', '姓名', '是否党员', '姓名', '联系电话', '姓名', '联系电话']
    const row = [1, 12, '甲公司', '13800138000', '张三', '否', '李四', '13800138001', '王五', '13800138002']
    for (const merges of [['A1:A2', 'B1:B2', 'C1:D1', 'E1:F1', 'G1:H1', 'I1:J1'], []]) {
      const reading = read(sheetOf([groups, leaves, row], merges))
      expect(reading.rows[0]?.values).toMatchObject({
        contactPhone: '13800138000', ownerName: '张三', ownerIsMember: false, secretaryName: '李四',
        secretaryPhone: '13800138001', liaisonName: '王五', liaisonPhone: '13800138002',
      })
    }
  })

  it('reads what the district calls the words of a list, in cells and as the heads of a tick matrix', () => {
    const own = { ...nationalWords, enterpriseType: { 私营企业: '民营主体' }, operatingStatus: { 正常经营: '正常在营', 筹建: '在业' } }
    const book = workbookOf(sheetOf([
      ['企业基本情况', null, null, null, null],
      ['企业名称', '企业类型', null, '经营状态', '正式党员'],
      [null, '民营主体', '外商投资企业', null, null],
      ['甲公司', '√', null, '正常在营', 3],
      // 在业 is a common spelling of 正常经营; here it is what the district calls 筹建.
      ['乙公司', null, '√', '在业', 1],
      ['丙公司', '√', null, '存续', 0],
    ], ['A1:E1', 'B2:C2', 'A2:A3', 'D2:D3', 'E2:E3']))
    const { rows } = readLedger('表.xlsx', book, units, '2026-11-21', { own })
    expect(rows.map(({ values }) => [values.enterpriseType, values.operatingStatus])).toEqual([
      ['私营企业', '正常经营'], ['外商投资企业', '筹建'], ['私营企业', '正常经营'],
    ])
  })

  it('reads tick matrices three rows deep and says when two are ticked', () => {
    const reading = read(sheetOf([
      ['企业基本情况', null, null, null, '党组织设置情况', null, null, null],
      ['企业名称', '企业类型', null, null, '是否建立党组织', '党组织组建形式', null, null],
      [null, '私营企业', '港澳台商投资企业', '外商投资企业', null, '单独建立', '联合建立', '网格建立'],
      ['甲公司', '√', null, null, '√', null, '√', null],
      ['乙公司', null, null, '√', '√', '√', '√', null],
    ], ['A1:D1', 'E1:H1', 'B2:D2', 'F2:H2', 'A2:A3', 'E2:E3']))
    expect(reading.rows.map((row) => row.values)).toMatchObject([
      { enterpriseType: '私营企业', orgMode: '联合组建', hasPartyOrg: true },
      { enterpriseType: '外商投资企业', orgMode: '单独组建' },
    ])
    expect(reading.rows[1]?.problems.find((p) => p.code === 'V-10')).toMatchObject({ row: 5, column: 'G', level: 'warning' })
  })

  it('maps every sheet by its own header order', () => {
    const reading = read(
      sheetOf([header, [1, '甲街道', '甲公司', 5, '否', 0]], [], '甲'),
      sheetOf([[...header].reverse(), [2, '是', 9, '乙公司', '乙镇', 1]], [], '乙'),
      { ...sheetOf([header, [1, '甲街道', '旧公司', 5, '否', 0]]), hidden: true },
    )
    expect(reading.rows.map((row) => [row.values.enterpriseName, row.unit?.name, row.values.formalMembers])).toEqual([['甲公司', '甲街道', 0], ['乙公司', '乙镇', 2]])
  })

  it('knows another form, and a sheet that is none', () => {
    const moved = read(sheetOf([['序号', '所属乡镇(街道)', '企业名称', '统一社会信用代码', '变动类别', '变动时间', '变动前', '变动后', '原因及依据'], [1, '甲街道', '甲公司', null, '注销', '2026-1-1']]))
    expect(moved.form).toMatchObject({ id: 'F13', ours: false })
    expect([moved.rows, moved.tables]).toEqual([[], []])
    expect(read(sheetOf([['姓名', '年龄'], ['张三', 3]])).form).toBeNull()
    expect(read(sheetOf([])).form).toBeNull()
  })

  it('leaves columns it must not map alone', () => {
    const reading = read(sheetOf([[...header, '近3年新发展党员数', '年产值', '身份证号码', '从业人圆数'], [1, '甲街道', '甲公司', 5, '否', 0, 3, 9, '110', 1]]))
    expect(reading.sheets[0]?.unmapped.map((column) => column.header)).toEqual(['近3年新发展党员数', '年产值', '身份证号码', '从业人圆数'])
    expect(reading.problems).toMatchObject([{ code: 'V-10', column: 'G' }, { code: 'V-10', column: 'H' }, { code: 'V-39', level: 'notice', column: 'I' }, { code: 'V-10', column: 'J' }])
    expect(reading.rows[0]?.values.formalMembers).toBe(0)
  })

  it('decides ambiguous headers by their values', () => {
    const reading = read(sheetOf([
      ['组织名称', '党组织类型', '类型', '所属网格', '组织机构代码', '党员人数', '成立日期'],
      ['甲公司', '单独组建', '非公企业', '甲街道', '91000000MA00000157', 3, '2010-01-01'],
    ]))
    expect(reading.sheets[0]?.mapping).toEqual({ A: 'enterpriseName', B: 'orgMode', C: 'sector', D: 'unitName', E: 'creditCode', F: 'formalMembers', G: 'establishedOn' })
  })
})

describe('data rows', () => {
  it('skips examples, sections, sums, repeated headers, notes and signatures, and holds sums against rows', () => {
    const reading = read(sheetOf([
      header,
      ['示例', '甲街道', '示例公司', 9, '是', 9],
      ['一、非公企业'],
      [1, '甲街道', '甲公司', 5, '否', 0],
      [2, '甲街道', '乙公司', 6, '是', 4],
      ['小计', null, null, 11, null, 5],
      header,
      ['二、社会组织'],
      [1, '甲街道', '丙学校', 7, '否', 0],
      [2, '甲街道', null, null, null, null],
      ['合计', null, null, 18, null, 4],
      [],
      ['填表人:          审核人:          负责人:'],
      ['注:数据截至六月底'],
    ], ['A3:F3', 'A8:F8', 'A13:F13']))
    expect(reading.rows.map((row) => [row.row, row.values.enterpriseName, row.values.sector])).toEqual([
      [4, '甲公司', '非公企业'], [5, '乙公司', '非公企业'], [9, '丙学校', '社会组织'],
    ])
    expect(reading.problems).toMatchObject([{ code: 'V-42', row: 6, column: 'F', level: 'warning' }])
  })

  it('fills vertical merges down', () => {
    const reading = read(sheetOf([
      ['企业名称', '从业人数', '是否建立党组织', '指导员姓名', '指导员联系电话'],
      ['甲公司', 1, '否', '王五', '13800138000'], ['乙公司', 2, '否', null, null], ['丙公司', 3, '否', null, null],
    ], ['D2:D3', 'E2:E3']))
    expect(reading.rows.map((row) => [row.values.liaisonName, row.values.liaisonPhone, row.values.liaisonKind])).toEqual([
      ['王五', '13800138000', '指导员'], ['王五', '13800138000', '指导员'], [undefined, undefined, undefined],
    ])
  })

  it('reads traditional headers and keeps stored text as written', () => {
    const reading = read(sheetOf([['序號', '所屬鄉鎮(街道)', '企業名稱', '從業人員數', '黨員人數', '是否建立黨組織'], [1, '甲街道', '匯通貿易公司', 5, 0, '否']]))
    expect(reading.rows[0]?.values).toMatchObject({ enterpriseName: '匯通貿易公司', employees: 5, hasPartyOrg: false })
  })

  it('names rows it cannot place: no name, unknown unit, no unit', () => {
    const reading = read(sheetOf([header, [1, '甲街道', '', 5, '否', 0], [2, '丁镇', '乙公司', 5, '否', 0], [3, null, '丙公司', 5, '否', 0]]))
    expect(reading.rows.map((row) => [row.blocked, row.problems[0]?.code, row.problems[0]?.column])).toEqual([
      [true, 'V-01', 'C'], [true, 'V-02', 'B'], [true, 'V-02', 'B'],
    ])
    expect(reading.unknownUnits).toEqual(['丁镇'])
  })

  it('a workbook of several units speaks for none alone', () => {
    const sheet = (unit: string, name: string) => sheetOf([[`${unit}非公企业台账`], ['企业名称', '从业人数', '是否建立党组织'], [name, 5, '否']], ['A1:C1'], unit)
    const reading = read(sheet('甲街道', '甲公司'), sheet('乙镇', '乙公司'))
    expect(reading.unit).toBeNull()
    expect(reading.rows.map((row) => row.unit?.name)).toEqual(['甲街道', '乙镇'])
  })

  it('finds units behind a region and by alias', () => {
    const reading = read(sheetOf([header, [1, '示范市示范区乙镇', '甲公司', 5, '否', 0], [2, '甲街办', '乙公司', 5, '否', 0]]))
    expect(reading.rows.map((row) => row.unit?.name)).toEqual(['乙镇', '甲街道'])
  })
})
