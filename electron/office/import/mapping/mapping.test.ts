import { describe, expect, it } from 'vitest'
import type { PlainCell } from '../../excel/sheet'
import { tableAt } from '../findTable'
import { readLedger, type LedgerReading } from '../readLedger'
import { sheetOf, workbookOf } from '../testing/sheetOf'
import { unitIndex } from '../unitIndex'
import type { TableAnswer } from './tableAnswer'
import { tableFingerprint } from './tableFingerprint'

/** Sheets with headers that say too little; everything in them is invented. */
const units = unitIndex([{ id: 1, name: '青石镇', aliases: [] }, { id: 2, name: '白马街道', aliases: [] }])

function read(rows: PlainCell[][], answers: readonly TableAnswer[] = [], merges: string[] = []): LedgerReading {
  return readLedger('青石镇.xlsx', workbookOf(sheetOf(rows, merges)), units, '2026-11-21', { answers })
}

function asked({ sheets }: LedgerReading): (readonly [string, string | null, string | null, readonly string[]])[] {
  return sheets.flatMap(({ columns }) => columns.filter(({ question }) => question !== null).map(({ header, question, field, candidates }) => [header, question, field, candidates] as const))
}

const known = ['序号', '企业名称', '从业人数', '是否建立党组织']
const lines: PlainCell[] = [1, '甲公司', 5, '是']

describe('columns that are asked about', () => {
  it.each([
    ['负责人', '张三', 'ownerName', ['ownerName', 'secretaryName', 'legalRepName', 'contactName']],
    ['成立日期', '2019-05-01', 'establishedOn', ['establishedOn', 'orgFoundedOn']],
    ['党组织类型', '甲等', null, ['orgMode', 'orgType', 'sector', 'enterpriseType']],
    ['单位', '丙', 'unitName', ['unitName', 'enterpriseName']],
  ])('%s, which may mean several things', (header, value, field, candidates) => {
    const [no = null, ...rest] = lines
    const reading = read([['序号', header, ...known.slice(1)], [no, value, ...rest]])
    expect(asked(reading)).toEqual([[header, 'meaning', field, candidates]])
    const label = reading.sheets[0]?.columns.find((column) => column.header === header)?.label
    const said = reading.problems.filter(({ message }) => message.includes('核对列'))
    expect(said.map(({ code, level, message }) => [code, level, message])).toEqual(
      field === null ? [] : [['V-10', 'notice', `列“${header}”暂按“${label}”导入，请在“核对列”中确认`]],
    )
  })

  it('not where the sheet itself decides', () => {
    const reading = read([
      [...known, '书记姓名', '负责人', '联系电话', '党员人数', '预备党员', '所属网格', '党组织类型'],
      [...lines, '李四', '张三', '13800138000', 3, 1, '白马街道', '党支部'],
      [2, '乙公司', 6, '是', '王五', '赵六', '13700137000', 2, 0, '青石镇', '党总支'],
    ])
    expect(asked(reading).map(([header]) => header)).not.toContain('负责人')
    expect(asked(reading).filter(([header]) => header !== '联系电话')).toEqual([])
  })

  it('所属网格 of which only some values are units', () => {
    const rows: PlainCell[][] = [[...known, '所属网格'], [...lines, '青石镇'], [2, '乙公司', 6, '否', '第三网格']]
    expect(asked(read(rows))).toEqual([['所属网格', 'meaning', 'placeName', ['unitName', 'placeName']]])
  })

  it('headers nobody knows, and a second column of the same meaning; what must not be collected is not', () => {
    const reading = read([[...known, '包保等级', '从业人员数', '身份证号', '空列'], [...lines, '一级', 7, '130102199001011234', null]])
    expect(asked(reading)).toEqual([['包保等级', 'unknown', null, ['note']], ['从业人员数', 'rival', null, ['employees']]])
    const card = reading.sheets[0]?.columns.find(({ header }) => header === '身份证号')
    expect(card).toMatchObject({ forbidden: true, samples: [], question: null })
    expect(read([[...known, '编码'], [...lines, '130102199001011234']]).sheets[0]?.columns.at(-1)?.samples).toEqual(['******'])
  })
})

describe('answers', () => {
  const rows: PlainCell[][] = [[...known, '负责人', '包保等级'], [...lines, '张三', '一级'], [2, '乙公司', 6, '否', '李四', null]]
  const first = read(rows)
  const [sheet] = first.sheets
  const fingerprint = sheet?.fingerprint ?? ''
  const at = (header: string): number => sheet?.columns.find((column) => column.header === header)?.position ?? -1
  const answer = (columns: Record<string, string | null>, more: Partial<TableAnswer> = {}): TableAnswer => ({
    fingerprint, pointed: false, form: 'F01', columns: new Map(Object.entries(columns).map(([header, field]) => [at(header), field])), ...more,
  })

  it('say what a column is, and are not asked for again', () => {
    const reading = read(rows, [answer({ 负责人: 'secretaryName', 包保等级: null })])
    expect(reading.rows.map(({ values }) => [values.secretaryName, values.ownerName])).toEqual([['张三', undefined], ['李四', undefined]])
    expect(asked(reading)).toEqual([])
    expect(reading.problems.map(({ message }) => message)).toEqual(['列“包保等级”未导入：按选择不导入'])
    expect(reading.sheets[0]).toMatchObject({ answered: true, columns: [{}, {}, {}, { decided: true, field: 'secretaryName' }, { decided: true, field: null }] })
  })

  it('take a field from the column that had it', () => {
    const reading = read(rows, [answer({ 包保等级: 'employees' })])
    expect(reading.sheets[0]?.mapping).toEqual({ B: 'enterpriseName', D: 'hasPartyOrg', E: 'ownerName', F: 'employees' })
    expect(reading.problems.map(({ message }) => message)).toContain('列“从业人数”未导入：与列“包保等级”含义相同，已采用选定的一列')
  })

  it('never reach a sheet whose header differs in anything', () => {
    const answers = [answer({ 负责人: 'secretaryName' })]
    const [head = [], ...body] = rows
    const changed: PlainCell[][][] = [
      [[...head.slice(0, 4), '主要负责人', '包保等级'], ...body],
      [[...head, '备注'], ...body],
      [[...head.slice(0, 2), '是否建立党组织', '从业人数', '负责人', '包保等级'], ...body],
    ]
    for (const sheetRows of changed) expect(read(sheetRows, answers).sheets[0]).toMatchObject({ answered: false })
    const moved = read([['青石镇非公企业台账'], [], ...rows].map((row) => [null, ...row]), answers)
    expect(moved.sheets[0]).toMatchObject({ answered: true, mapping: { F: 'secretaryName' } })
  })

  it('can leave a whole table out', () => {
    const reading = read(rows, [answer({}, { form: null })])
    expect(reading).toMatchObject({ form: null, rows: [], sheets: [{ headerRow: 1, form: null, answered: true }] })
  })

  it('can name a form and a header nobody would have found', () => {
    const odd: PlainCell[][] = [['青石镇'], ['甲', '乙', '丙'], ['宏达公司', 12, '是'], ['瑞丰公司', 8, '否']]
    expect(read(odd)).toMatchObject({ form: null, sheets: [{ headerRow: null }] })
    const pointed = tableFingerprint(tableAt(sheetOf(odd), 1, 0).columns)
    const columns = new Map([[0, 'enterpriseName'], [1, 'employees'], [2, 'hasPartyOrg']])
    const reading = read(odd, [{ fingerprint: pointed, pointed: true, form: 'F01', columns }])
    expect(reading.sheets).toMatchObject([{ headerRow: 2, form: 'F01', answered: true }])
    expect(reading.rows.map(({ row, values }) => [row, values])).toEqual([
      [3, { enterpriseName: '宏达公司', employees: 12, hasPartyOrg: true }], [4, { enterpriseName: '瑞丰公司', employees: 8, hasPartyOrg: false }],
    ])
    const other = read([['青石镇'], ['甲', '乙', '丁'], ['宏达公司', 12, '是']], [{ fingerprint: pointed, pointed: true, form: 'F01', columns }])
    expect(other.rows).toEqual([])
  })

  it('hold for every sheet with that header', () => {
    const book = workbookOf(sheetOf(rows, [], '一'), sheetOf(rows, [], '二'))
    const reading = readLedger('青石镇.xlsx', book, units, '2026-11-21', { answers: [answer({ 负责人: 'secretaryName' })] })
    expect(reading.sheets.map(({ name, answered }) => [name, answered])).toEqual([['一', true], ['二', true]])
    expect(reading.rows.map(({ values }) => values.secretaryName)).toEqual(['张三', '李四', '张三', '李四'])
  })
})
