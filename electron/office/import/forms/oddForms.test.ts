import { describe, expect, it } from 'vitest'
import type { PlainCell, PlainSheet } from '../../excel/sheet'
import { readLedger } from '../readLedger'
import { sheetOf, workbookOf } from '../testing/sheetOf'
import { unitIndex } from '../unitIndex'

/** Shapes people give the sheets of the other forms; everything in them is invented. */
const units = unitIndex([{ id: 1, name: '青石镇', aliases: [] }, { id: 2, name: '白马街道', aliases: ['白马办'] }])

function readSheets(...sheets: PlainSheet[]) {
  const reading = readLedger('表.xlsx', workbookOf(...sheets), units, '2026-06-30')
  const rows = reading.tables.flatMap(({ form, rows: own }) => own.map((row) => ({ form, ...row })))
  return { reading, rows, values: rows.map(({ values }) => values), said: [...reading.problems, ...rows.flatMap(({ problems }) => problems)].map(({ code, row, column }) => [code, row, column]) }
}
const read = (rows: readonly (readonly PlainCell[])[], merges: string[] = []) => readSheets(sheetOf(rows, merges))

describe('F03', () => {
  it('a real summary: other headers, no enterprises, one date as a number, notes and a second page', () => {
    const header = ['序号', '上级党组织', '组织类别', '党组织名称', '党组织代码', '组织类型', '组织分类', '批准建立党组织日期', '批准建立党组织文号', '书记姓名及联系电话']
    const { reading, values, rows, said } = read([
      ['党组织基本信息汇总表'], ['红色字体是必填项'], header,
      [null, '中共青石镇委员会', '党支部', '中共甲公司支部委员会', '0631', '非公企业党组织', 'A类示范类', 43009, '青组发〔2017〕1号', '李四 13800138000'],
      [null, '〃', '联合党支部', '中共商圈联合支部', '0632', '非公企业党组织', 'B类稳健类', '2018.5', null, '空缺'],
      header,
      [null, '同上', '党总支部', '中共乙公司总支', '0621', '非公企业党组织', null, '2019年3月5日', null, '王五(0536-8123456)'],
      ['填表人：张三', null, null, '审核人：'],
    ], ['A1:J1', 'A2:J2'])
    expect(reading.form?.id).toBe('F03')
    expect(values).toEqual([
      { parentOrgName: '中共青石镇委员会', orgType: '党支部', partyOrgName: '中共甲公司支部委员会', orgCode: '0631', orgGrade: 'A类示范类', orgFoundedOn: '2017-10-01', approvalNo: '青组发〔2017〕1号', secretaryName: '李四', secretaryPhone: '13800138000' },
      { parentOrgName: '中共青石镇委员会', orgType: '党支部', partyOrgName: '中共商圈联合支部', orgCode: '0632', orgGrade: 'B类稳健类', orgFoundedOn: '2018-05' },
      { parentOrgName: '中共青石镇委员会', orgType: '党总支', partyOrgName: '中共乙公司总支', orgCode: '0621', orgFoundedOn: '2019-03-05', secretaryName: '王五', secretaryPhone: '0536-8123456' },
    ])
    expect(rows.map(({ unit }) => unit)).toEqual([null, null, null])
    expect(said).toEqual([['V-10', 3, 'F']])
  })

  it('traditional headers, groups over two rows, units as headings, sums that do not add up', () => {
    const { values, rows, said } = read([
      ['非公有制企業黨組織臺賬'], ['黨組織名稱', '組織類型', '組建方式', '覆蓋企業', null, '黨員數', null, '負責人'], [null, null, null, '數量', '名稱', '正式', '預備', null],
      ['一、青石镇'], ['甲黨支部', '黨支部', '單獨建立', 1, '甲公司', 3, 1, '李四'], ['小计', null, null, 1, null, 3, 1, null],
      ['二、白马办'], ['商圈聯合黨支部', '支部', '聯合', 2, '乙公司；丙公司', 5, 0, '無'], ['合計', null, null, 3, null, 9, 1, null],
    ], ['A1:H1', 'D2:E2', 'F2:G2', 'A2:A3', 'B2:B3', 'C2:C3', 'H2:H3', 'A4:H4', 'A7:H7'])
    expect(values).toEqual([
      { partyOrgName: '甲黨支部', orgType: '党支部', orgMode: '单独组建', coveredCount: 1, coveredEnterprises: '甲公司', orgFormalMembers: 3, orgProbationaryMembers: 1, secretaryName: '李四' },
      { partyOrgName: '商圈聯合黨支部', orgType: '党支部', orgMode: '联合组建', coveredCount: 2, coveredEnterprises: '乙公司；丙公司', orgFormalMembers: 5, orgProbationaryMembers: 0 },
    ])
    expect(rows.map(({ unit }) => unit?.name)).toEqual(['青石镇', '白马街道'])
    expect(said).toEqual([['V-42', 9, 'F']])
  })
})

describe('F04', () => {
  it('one person merged over his enterprises, or written once above blanks; frequencies as people say them', () => {
    const head = ['序号', '指导员姓名', '工作单位及职务', '手机号码', '包联企业名称', '走访要求', '派驻时间', '状态']
    const merged = read([
      ['党建指导员选派情况一览表'], head, [1, '赵六', '青石镇组织委员', 13800138000, '甲公司', '每月不少于两次', '2025.1', '在职'], [2, null, null, null, '乙公司', '1次/季度', '2025.2', '√'],
      [3, '孙八', '青石镇宣传委员', '0536-8123456', '丙公司', '每周', null, '已调整'],
    ], ['A1:H1', 'B3:B4', 'C3:C4', 'D3:D4'])
    expect(merged.reading.form?.id).toBe('F04')
    expect(merged.values).toEqual([
      { liaisonName: '赵六', liaisonEmployer: '青石镇组织委员', liaisonPhone: '13800138000', enterpriseName: '甲公司', visitFrequency: '每月2次', assignedFrom: '2025-01', assignmentState: '在岗' },
      { liaisonName: '赵六', liaisonEmployer: '青石镇组织委员', liaisonPhone: '13800138000', enterpriseName: '乙公司', visitFrequency: '每季1次', assignedFrom: '2025-02', assignmentState: '在岗' },
      { liaisonName: '孙八', liaisonEmployer: '青石镇宣传委员', liaisonPhone: '0536-8123456', enterpriseName: '丙公司', visitFrequency: '每周1次', assignmentState: '调整' },
    ])
    const blank = read([head, [1, '赵六', '青石镇组织委员', '13800138000', '甲公司', '每月1次'], [2, null, null, null, '乙公司', '不定期'], [null, '合计', null, null, 2]])
    expect(blank.values.map(({ liaisonName, liaisonPhone, enterpriseName, visitFrequency }) => [liaisonName, liaisonPhone, enterpriseName, visitFrequency])).toEqual([
      ['赵六', '13800138000', '甲公司', '每月1次'], ['赵六', '13800138000', '乙公司', undefined],
    ])
    expect(blank.said).toEqual([['V-10', 3, 'F']])
  })

  it('单位 is where a person works, or whose enterprise it is, as its values say; kinds in a √ matrix', () => {
    const { values, rows } = read([
      ['单位', '姓名', '类别', null, '工作单位', '联系电话', '联系企业'], [null, null, '指导员', '联络员', null, null, null],
      ['青石镇', '赵六', '√', null, '区委组织部', '13800138000', '甲公司、乙公司'], ['白马街道', '孙八', null, '√', '区工商联', '13900139000', '丙公司'],
    ], ['C1:D1', 'A1:A2', 'B1:B2', 'E1:E2', 'F1:F2', 'G1:G2'])
    expect(values.map(({ liaisonName, liaisonKind, liaisonEmployer, enterpriseName }) => [liaisonName, liaisonKind, liaisonEmployer, enterpriseName])).toEqual([
      ['赵六', '指导员', '区委组织部', '甲公司、乙公司'], ['孙八', '联络员', '区工商联', '丙公司'],
    ])
    expect(rows.map(({ unit }) => unit?.name)).toEqual(['青石镇', '白马街道'])
  })
})

describe('F05', () => {
  it('a work log: short headers, dates of every shape, 同上, a blank in the middle, two sheets of different order', () => {
    const first = sheetOf([
      ['走访工作日志'], ['填报单位：青石镇', null, null, '日期：2026年6月'], ['日期', '走访人', '走访企业', '形式', '主要内容', '存在问题', '对策', '责任人', '时限', '成效'],
      ['2026/5/6', '赵六', '甲公司', '实地走访', '宣传政策', '缺场地', '协调', '赵六', '2026-8-1', '正在办理'], ['2026.5.7', '同上', '同上', '微信', '回访'], [],
      [46150, '孙八', '乙公司', '电话联系', '了解情况', '无', null, null, null, null], ['2027-1-1', '孙八', '乙公司', '上门', '未来'],
    ], ['A1:J1'], '五月')
    const second = sheetOf([['企业名称', '指导时间', '指导员', '指导内容', '指导方式', '整改建议'], ['丙公司', '20260508', '赵六', '换届', '座谈会', '补齐材料']], [], '六月')
    const { values, rows, said, reading } = readSheets(first, second)
    expect(reading.form?.id).toBe('F05')
    expect(values.map(({ visitedOn, liaisonName, enterpriseName, visitMode, visitContent }) => [visitedOn, liaisonName, enterpriseName, visitMode, visitContent])).toEqual([
      ['2026-05-06', '赵六', '甲公司', '实地', '宣传政策'], ['2026-05-07', '赵六', '甲公司', '线上', '回访'], ['2026-05-08', '孙八', '乙公司', '电话', '了解情况'],
      [undefined, '孙八', '乙公司', '实地', '未来'], ['2026-05-08', '赵六', '丙公司', '座谈', '换届'],
    ])
    expect(values[0]).toMatchObject({ problem: '缺场地', measure: '协调', responsible: '赵六', deadline: '2026-08-01', resolution: '正在解决' })
    expect(values[4]).toMatchObject({ measure: '补齐材料' })
    expect([rows.map(({ blocked }) => blocked), said]).toEqual([[false, false, false, true, false], [['V-11', 8, 'A'], ['V-01', 8, 'A']]])
    expect(rows.map(({ unit }) => unit?.name)).toEqual(['青石镇', '青石镇', '青石镇', '青石镇', undefined])
  })
})

describe('F06', () => {
  it('the ledger’s columns beside the plan do not make it a ledger', () => {
    const { reading, values } = read([
      ['应建未建企业推进台账'], ['序号', '属地', '企业名称', '从业人数', '党员数', '未建立党组织原因', '下一步措施', '拟组建时间', '拟组建方式', '责任单位', '责任人', '推进情况'],
      [1, '青石镇', '甲公司', 60, 4, '出资人不支持', '上门动员；\n选派指导员', '2026年9月', '单独', '青石镇党委', '钱七', '筹备'], ['合计', null, null, 60, 4],
    ], ['A1:L1'])
    expect([reading.form?.id, reading.rows.length]).toEqual(['F06', 0])
    expect(values).toEqual([{
      unitName: '青石镇', enterpriseName: '甲公司', employees: 60, formalMembers: 4, unbuiltReason: '出资人不支持', plannedMeasure: '上门动员；\n选派指导员', plannedFoundingOn: '2026-09', plannedMode: '单独组建',
      responsibleUnit: '青石镇党委', responsible: '钱七', progress: '筹备',
    }])
  })
})

describe('F07', () => {
  it('a roster of secretaries; what must not be collected is left out', () => {
    const { reading, values, said } = read([
      ['党组织书记名册'], ['序号', '党组织名称', '姓名', '性别', '民族', '身份证号码', '出生年月', '文化程度', '企业职务', '任职时间', '手机号码', '培训情况'],
      [1, '甲党支部', '李四', '男', '汉', '370000', '1980.5', '大专', '总经理', '2023年3月', '138 0013 8000', '2次'], [2, '乙党支部', '空缺'], [null, null, null, '以下空白'],
    ], ['A1:L1'])
    expect(reading.form?.id).toBe('F07')
    expect(values).toEqual([
      { partyOrgName: '甲党支部', secretaryName: '李四', secretaryGender: '男', secretaryBirthMonth: '1980-05', secretaryEducation: '大专', secretaryPost: '总经理', secretarySince: '2023-03', secretaryPhone: '138 0013 8000', secretaryTrainings: 2 },
      { partyOrgName: '乙党支部' },
    ])
    expect(said.map(([code, , column]) => [code, column])).toEqual([['V-39', 'E'], ['V-39', 'F']])
  })
})

describe('F08', () => {
  it('ticks only, under the items’ own names, with a sum of ticks', () => {
    const { reading, values, said } = read([
      ['“三建三送”落实情况统计'], ['序号', '乡镇', '企业', '活动室', '宣传栏', '制度上墙', '牌匾', '党旗', '图书', '备注'],
      [1, '青石镇', '甲公司', '√', '○', '√', '×', '√', '共用', null], [2, '青石镇', '乙公司', '有', '在建', null, '/', '√', '无', '待查'], ['合计', null, null, 2, null, 1, null, 2, 0, null],
    ], ['A1:J1'])
    expect(reading.form?.id).toBe('F08')
    expect(values.map((row) => ['room', 'board', 'rules', 'plaque', 'flag', 'books'].map((item) => row[`delivery.${item}.state`]))).toEqual([
      ['已落实', '推进中', '已落实', '未落实', '已落实', '共用'], ['已落实', '推进中', undefined, '不适用', '已落实', '未落实'],
    ])
    expect(said).toEqual([])
  })

  it('one row a delivery, as 五抓五送 lists are kept', () => {
    const { reading, values } = read([['赠送记录汇总'], ['序号', '企业名称', '类型', '数量', '金额(单位:元)', '赠送日期(格式如2020-01-01)'], [1, '甲公司', '党旗', 2, '160元', '2026-3-1'], [2, null, '党建书籍', '20册', 300, 46082]], ['A1:F1', 'B3:B4'])
    expect(reading.form?.id).toBe('F08')
    expect(values).toEqual([
      { enterpriseName: '甲公司', 'delivery.item': 'flag', 'delivery.quantity': 2, 'delivery.amount': 160, 'delivery.doneOn': '2026-03-01' },
      { enterpriseName: '甲公司', 'delivery.item': 'books', 'delivery.quantity': 20, 'delivery.amount': 300, 'delivery.doneOn': '2026-03-01' },
    ])
  })
})

describe('F09', () => {
  it('six ticks in another order, traditional, with their grounds behind them', () => {
    const { reading, values } = read([
      ['企業名稱', '評定時間', '有作用', '有制度', '有活動', '有經費', '有場所', '有組織', '未達標整改措施'], ['甲公司', '2026年6月20日', '√', '√', '×', '√', '√', '√', '开展主题党日，时限：2026年9月30日前'],
    ])
    expect(reading.form?.id).toBe('F09')
    expect(values).toEqual([{
      enterpriseName: '甲公司', goalCheckedOn: '2026-06-20', 'goal.effect': true, 'goal.rule': true, 'goal.activity': false, 'goal.fund': true, 'goal.place': true, 'goal.org': true, goalRemedy: '开展主题党日，时限：2026年9月30日前',
    }])
  })
})

describe('F10', () => {
  it('a template of returned fees, a list of uses in 万元, and amounts with their unit', () => {
    const fees = read([['党费返还情况'], ['*序号', '*组织名称', '*返还金额(元)', '*返还日期(格式如2020-01-01)'], [1, '甲党支部', '1,200.50', '2026-4-1'], ['合计', null, 1200.5, null]], ['A1:D1'])
    expect([fees.reading.form?.id, fees.values, fees.said]).toEqual(['F10', [{ payeeName: '甲党支部', 'fund.in.refund': 1200.5, occurredOn: '2026-04-01' }], []])
    const uses = read([['党建经费使用明细'], ['填报单位：青石镇', null, null, null, '单位:万元'], ['时间', '单位名称', '收支', '类型', '金额', '摘要'], ['2026.5.6', '甲公司', '支出', '党员培训', 0.3, '培训'], ['2026.5.7', '甲公司', '收入', null, '500元', '拨入']], ['A1:F1'])
    expect(uses.values).toEqual([
      { occurredOn: '2026-05-06', payeeName: '甲公司', fundDirection: '支出', fundUse: '教育培训', fundAmount: 3000, fundSummary: '培训' },
      { occurredOn: '2026-05-07', payeeName: '甲公司', fundDirection: '收入', fundAmount: 500, fundSummary: '拨入' },
    ])
  })
})

describe('F11 and F11S', () => {
  it('groups merged downwards, a grade below the sum, more sheets than one', () => {
    const sheet = (name: string, points: number) => sheetOf([
      ['2025年度非公有制企业党建工作考核评分表'], [`党组织名称：${name}`], ['考核项目', '序号', '考核内容', '标准分', '评分细则', '自评得分', '考核得分', '扣分'],
      ['组织建设(20分)', 1, '按期换届', 10, '未换不得分', 10, points, null], [null, 2, '班子健全', 10, '缺一扣2分', 10, 8, '缺副书记'], ['合计', null, null, 20, null, 20, points + 8, null], ['等次：良好'],
    ], ['A1:H1', 'A2:H2', 'A4:A5'], name)
    const { reading, values, said } = readSheets(sheet('甲党支部', 10), sheet('乙党支部', 9))
    expect(reading.form?.id).toBe('F11')
    expect(values.map(({ itemGroup, itemText, itemMax, selfScore, finalScore, deductionReason }) => [itemGroup, itemText, itemMax, selfScore, finalScore, deductionReason])).toEqual([
      ['组织建设(20分)', '按期换届', 10, 10, 10, undefined], ['组织建设(20分)', '班子健全', 10, 10, 8, '缺副书记'], ['组织建设(20分)', '按期换届', 10, 10, 9, undefined], ['组织建设(20分)', '班子健全', 10, 10, 8, '缺副书记'],
    ])
    expect([said, reading.tables.map(({ above }) => above[1])]).toEqual([[], ['党组织名称：甲党支部', '党组织名称：乙党支部']])
  })

  it('a real summary of points: sections set the sector, numbers begin again, an average at the end', () => {
    const { reading, values, said } = read([
      ['某市非公企业和社会组织党建考核积分情况统计表'], ['填报单位(盖章)：     青石镇党委     '], ['序号', '县区', '党组织名称', '第一季度分值', '第二季度分值', '上半年\n分值', '党组织类型', '行业类别'],
      ['非公企业'], [1, '青石镇', '甲党支部', 90, 92.5, 91.25, '单独组建', '药业'], ['社会组织'], [1, '青石镇', '乙学校党支部', '88分', null, null, null, '民办学校'], [null, null, '平均', 89, 92.5],
    ], ['A1:H1', 'A2:H2', 'A4:H4', 'A6:H6'])
    expect(reading.form?.id).toBe('F11S')
    expect(values).toEqual([
      { unitName: '青石镇', partyOrgName: '甲党支部', scoreQ1: 90, scoreQ2: 92.5, scoreH1: 91.25, localIndustry: '药业', orgSector: '非公企业' },
      { unitName: '青石镇', partyOrgName: '乙学校党支部', scoreQ1: 88, localIndustry: '民办学校', orgSector: '社会组织' },
    ])
    expect(said).toEqual([['V-10', 5, 'G']])
  })
})

describe('F12', () => {
  it('one header row, days overdue below zero, elections held in the year', () => {
    const { reading, values, said } = read([
      ['党组织换届情况统计表(截至2026年6月30日)'], ['序号', '党组织名称', '任期', '上次换届时间', '届满时间', '是否届满', '提醒日期', '延期批复文号', '延期至', '拟换届时间', '实际换届时间', '备注'],
      [1, '甲党支部', '3年', '2022年3月1日', '2025-3-1', '是', '2024.9', '青组延1号', '2025-9-1', null, '2025年8月20日', null], [2, '乙党支部', 3, '2024.5.6', '2027.5.6', '否', null, null, null, '2027年4月', null, '正常'],
    ], ['A1:L1'])
    expect(reading.form?.id).toBe('F12')
    expect(values).toEqual([
      { partyOrgName: '甲党支部', termYears: 3, lastElectionOn: '2022-03-01', termEndsOn: '2025-03-01', remindedOn: '2024-09', extensionNo: '青组延1号', extendedTo: '2025-09-01', electedOn: '2025-08-20' },
      { partyOrgName: '乙党支部', termYears: 3, lastElectionOn: '2024-05-06', termEndsOn: '2027-05-06', plannedElectionOn: '2027-04', note: '正常' },
    ])
    expect([said, reading.filledOn]).toEqual([[['V-10', 2, 'F']], '2026-06-30'])
  })
})

describe('which form a sheet is', () => {
  it('a workbook with the ledger, organisations and visits on three sheets is three tables', () => {
    const { reading, rows } = readSheets(
      sheetOf([['序号', '所属乡镇', '企业名称', '从业人数', '正式党员', '是否建立党组织'], [1, '青石镇', '甲公司', 5, 3, '是']], [], '台账'),
      sheetOf([['党组织名称', '组织类别', '组建方式', '上级党组织', '覆盖企业'], ['甲党支部', '党支部', '单独组建', '中共青石镇委员会', '甲公司']], [], '党组织'),
      sheetOf([['走访时间', '指导员', '企业名称', '走访内容'], ['2026-5-6', '赵六', '甲公司', '宣传政策']], [], '走访'),
    )
    expect([reading.form?.id, reading.rows.length, rows.map(({ form }) => form)]).toEqual(['F01', 1, ['F03', 'F05']])
  })

  it('lists of something else are none', () => {
    for (const header of [['姓名', '性别', '单位', '职务', '电话'], ['序号', '会议时间', '议题', '参会人员'], ['单位', '企业数', '已建', '未建', '覆盖率'], ['党组织名称', '电话'], ['企业名称', '电话', '地址']]) {
      expect(read([header, header.map((_, i) => `内容${i}`)]).reading.form).toBeNull()
    }
  })
})
