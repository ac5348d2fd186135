import { describe, expect, test } from 'vitest'
import ExcelJS from 'exceljs'
import type { FormId } from '../../../shared/domain/formId'
import { columnLetters } from '../excel/columnLetters'
import { readWorkbook } from '../excel/readWorkbook'
import type { Merge } from '../excel/sheet'
import type { SheetSpec } from '../excel/workbookSpec'
import { writeWorkbook } from '../excel/writeWorkbook'
import type { StandardForm } from './form'
import type { FormRow } from './formRow'
import { formWorkbook, type FormPart } from './formWorkbook'
import { findForm, standardForms } from './standardForms'

/** Blocks of the upper header row, as the layout of the forms names them (docs/domain.md, section 12). */
const blocks: Readonly<Record<FormId, string>> = {
  F01: 'C3:N3 O3:R3 S3:X3 Y3:AG3 AH3:AK3 AL3:AM3 AN3:AP3 AQ3:AS3 AT3:AY3 AZ3:BE3',
  F02: 'E3:N3 O3:Q3 R3:U3 V3:AA3',
  F03: 'M3:N3 O3:Q3 R3:U3',
  F04: 'J3:L3',
  F05: 'I3:N3',
  F06: 'G3:I3',
  F07: 'F3:I3 J3:O3',
  F08: 'E3:G3 H3:J3 K3:M3 N3:P3 Q3:S3 T3:V3',
  F09: 'F3:G3 H3:I3 J3:K3 L3:M3 N3:O3 P3:Q3',
  F10: 'F3:I3 J3:K3',
  F11: '', F11S: '', F12: '', F13: '',
}
const papers: Readonly<Record<FormId, string>> = {
  F01: 'A3 landscape', F02: 'A3 landscape', F03: 'A3 landscape', F04: 'A4 landscape', F05: 'A4 landscape',
  F06: 'A4 landscape', F07: 'A4 landscape', F08: 'A3 landscape', F09: 'A4 landscape', F10: 'A4 landscape',
  F11: 'A4 portrait', F11S: 'A4 landscape', F12: 'A4 landscape', F13: 'A4 landscape',
}

const workbookOf = (form: StandardForm, ...parts: FormPart[]) =>
  formWorkbook({ form, regionName: '示范区', year: 2026, filledOn: '2026-06-30', parts })

function sheetOf(id: FormId, rows: readonly FormRow[], more: Partial<FormPart> = {}): SheetSpec {
  const [sheet] = workbookOf(findForm(id), { filledBy: '甲街道', rows, ...more }).sheets
  if (!sheet) throw new Error('no sheet')
  return sheet
}

const valuesOf = ({ rows }: SheetSpec): unknown[][] => rows.map(({ cells }) => cells.map((cell) => cell?.value ?? null))
const addressOf = ({ top, left, bottom, right }: Merge): string =>
  `${columnLetters(left)}${top + 1}:${columnLetters(right)}${bottom + 1}`
/** A row that says something in every column. */
const fullRow = (form: StandardForm): FormRow =>
  Object.fromEntries(
    form.columns.map(({ field, type }) => {
      if (type === 'int' || type === 'decimal' || type === 'money') return [field, 2]
      if (type === 'date') return [field, '2026-05-04']
      if (type === '是/否' || type === 'tick') return [field, true]
      return [field, field === form.sections?.field ? Object.keys(form.sections.titles)[0] : '文字']
    }),
  ) as FormRow

describe.each(standardForms)('$id', (form) => {
  const headerRows = form.headerRows
  const sheet = sheetOf(form.id, [fullRow(form), fullRow(form)])
  const first = 2 + headerRows + (form.sections ? 1 : 0)

  test('title, line of three and headers stand where the specification says', () => {
    const [title, line, ...heads] = valuesOf(sheet)
    expect(title).toEqual([form.title.replace('{地区}', '示范区').replace('{年度}', '2026')])
    const texts = ['填报单位(盖章):甲街道', '填报时间:2026年6月30日', form.unit].filter((text) => text !== '')
    expect(line?.filter((value) => value !== null && value !== '')).toEqual(texts)
    const lowest = form.columns.map((_, i) => heads[headerRows - 1]?.[i] ?? heads[0]?.[i])
    expect(lowest).toEqual(form.columns.map(({ header }) => header))
  })

  test('blocks are merged across, every other header down', () => {
    const across = sheet.merges.filter(({ top, bottom }) => top === 2 && bottom === 2).map(addressOf)
    expect(across).toEqual(blocks[form.id].split(' ').filter((block) => block !== ''))
    const down = sheet.merges.filter(({ top, bottom, left, right }) => top === 2 && bottom === 3 && left === right)
    expect(down).toHaveLength(headerRows === 1 ? 0 : form.columns.filter(({ group }) => group === '').length)
  })

  test('paper, repeated heads, frozen panes and widths', async () => {
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.load(new Uint8Array(await writeWorkbook(workbookOf(form, { filledBy: '甲街道', rows: [fullRow(form)] }))).buffer)
    const [written] = workbook.worksheets
    const { paperSize, orientation, printTitlesRow, fitToWidth, fitToHeight, scale } = written?.pageSetup ?? {}
    expect(`${Number(paperSize) === 8 ? 'A3' : 'A4'} ${orientation}`).toBe(papers[form.id])
    expect(printTitlesRow).toBe(`3:${2 + headerRows}`)
    if (form.print.sections) expect(scale).toBe(64)
    else expect([fitToWidth, fitToHeight]).toEqual([1, 0])
    expect(written?.views[0]).toMatchObject({ state: 'frozen', xSplit: 3, ySplit: 2 + headerRows })
    expect(form.columns.map((_, i) => Math.round((written?.getColumn(i + 1).width ?? 0) * 1000) / 1000)).toEqual(form.columns.map(({ width }) => width))
  })

  test('rows are numbered, and values look as their type asks', () => {
    const written = valuesOf(sheet)[first] ?? []
    expect(written[form.columns.findIndex(({ field }) => field === 'rowNo')]).toBe(1)
    form.columns.forEach(({ type, field }, i) => {
      if (field === 'rowNo') return
      const expected = { int: 2, decimal: 2, money: 2, date: { date: '2026-05-04' }, '是/否': '是', tick: '√', enum: '文字', text: '文字' }[type]
      if (field !== form.sections?.field) expect(written[i], field).toEqual(expected)
    })
  })

  test('ends with the line to sign, after an empty row', () => {
    const written = valuesOf(sheet)
    expect(written.at(-1)).toEqual(['填表人:          审核人:          负责人:          联系电话:          填报日期:'])
    expect(written.at(-2)).toEqual([])
  })

  test('without rows it is the empty form, and can be read', async () => {
    const empty = sheetOf(form.id, [])
    expect(empty.rows.every(({ cells }) => cells.every((cell) => cell?.formula === undefined))).toBe(true)
    const { sheets } = await readWorkbook('x.xlsx', await writeWorkbook(workbookOf(form, { filledBy: '甲街道', rows: [] })))
    expect(sheets[0]?.rows[0]?.[0]).toBe(form.title.replace('{地区}', '示范区').replace('{年度}', '2026'))
  })
})

describe('last rows', () => {
  const lastRow = (id: FormId, rows: readonly FormRow[]): Record<string, unknown> => {
    const sheet = sheetOf(id, rows)
    const label = findForm(id).footer?.label
    const total = sheet.rows.find(({ cells }, i) => i > 3 && cells[0]?.value === label)
    return Object.fromEntries(
      (total?.cells ?? []).flatMap((cell, i) => (cell?.formula === undefined ? [] : [[columnLetters(i), [cell.value, cell.formula]]])),
    )
  }

  test('F03 counts organisations and sums enterprises and members', () => {
    const rows: FormRow[] = [
      { partyOrgName: '甲支部', coveredCount: 1, orgFormalMembers: 5 },
      { partyOrgName: '乙支部', coveredCount: 4, orgFormalMembers: 8, orgProbationaryMembers: 2 },
    ]
    expect(lastRow('F03', rows)).toEqual({
      D: [2, 'COUNTA(D5:D6)'], I: [5, 'SUM(I5:I6)'], M: [13, 'SUM(M5:M6)'], N: [2, 'SUM(N5:N6)'],
    })
  })

  test('F04 counts each person and each enterprise once', () => {
    const person = { liaisonName: '张三', liaisonKind: '党建工作指导员', liaisonPhone: '13800000000' }
    const rows: FormRow[] = [
      { ...person, enterpriseName: '甲厂' },
      { ...person, enterpriseName: '乙厂' },
      { liaisonName: '李四', enterpriseName: '甲厂' },
    ]
    const total = lastRow('F04', rows)
    expect(total['B']).toEqual([2, 'COUNTA(B5:B7)'])
    expect(total['K']).toEqual([2, expect.stringContaining('MATCH(K5:K7&"",K5:K7&"",0)')])
  })

  test('F05, F07 and F12 count what is asked of their rows', () => {
    const visits: FormRow[] = [{ visitedOn: '2026-05-01', problem: '无场所', resolution: '已解决' }, { visitedOn: '2026-05-02' }]
    expect(lastRow('F05', visits)).toEqual({ B: [2, 'COUNTA(B5:B6)'], I: [1, 'COUNTA(I5:I6)'], M: [1, 'COUNTIF(M5:M6,"已解决")'] })
    const posts: FormRow[] = [{ partyOrgName: '甲支部', secretaryName: '张三' }, { partyOrgName: '乙支部' }]
    expect(lastRow('F07', posts)).toEqual({ C: [2, 'COUNTA(C5:C6)'], F: [1, 'COUNTA(F5:F6)'], I: [1, 'COUNTBLANK(F5:F6)'] })
    const terms: FormRow[] = [{ partyOrgName: '甲支部', electionState: '届满未换' }, { partyOrgName: '乙支部', electionState: '即将届满' }]
    expect(lastRow('F12', terms)).toEqual({
      C: [2, 'COUNTA(C4:C5)'], I: [1, 'COUNTIF(J4:J5,"即将届满")'], J: [1, 'COUNTIF(J4:J5,"届满未换")'],
    })
  })

  test('F10 balances income and expense', () => {
    const rows: FormRow[] = [{ 'fund.in.enterprise': 0.1 }, { 'fund.in.refund': 0.2 }, { 'fund.out': 0.05 }]
    const total = lastRow('F10', rows)
    expect(total['F']).toEqual([0.1, 'SUM(F5:F7)'])
    expect(total['O']).toEqual([0.25, 'SUM(F5:F7,G5:G7,H5:H7,I5:I7)-SUM(K5:K7)'])
  })

  test('F13 counts each kind of change', () => {
    const total = lastRow('F13', [{ enterpriseName: '甲厂', changeKind: '新增' }, { enterpriseName: '乙厂', changeKind: '更名' }])
    expect(total).toMatchObject({ D: [1, 'COUNTIF(E4:E5,"新增")'], E: [0, 'COUNTIF(E4:E5,"注销")'], K: [1, 'COUNTIF(E4:E5,"更名")'] })
    expect(Object.keys(total).join('')).toBe('CDEFGHIJKLM')
  })

  test('F11S has the mean of the points, over sections', () => {
    const rows: FormRow[] = [{ orgSector: '非公企业党组织', scoreQ1: 80 }, { orgSector: '社会组织党组织', scoreQ1: 91 }, { orgSector: null, scoreQ2: 70 }]
    expect(lastRow('F11S', rows)['F']).toEqual([85.5, 'IF(COUNT(F4:F8)=0,"",ROUND(AVERAGE(F4:F8),2))'])
  })
})

describe('rows that belong together', () => {
  test('F04 merges the person over his enterprises, and only where all says the same', () => {
    const person = { liaisonName: '张三', liaisonKind: '党建工作指导员', liaisonPhone: '13800000000' }
    const sheet = sheetOf('F04', [
      { ...person, enterpriseName: '甲厂' },
      { ...person, enterpriseName: '乙厂' },
      { ...person, liaisonPhone: '13900000000', enterpriseName: '丙厂' },
    ])
    const merges = sheet.merges.filter(({ top }) => top >= 4 && top < 7).map(addressOf)
    expect(merges).toEqual(['B5:B6', 'C5:C6', 'D5:D6', 'E5:E6', 'F5:F6', 'G5:G6', 'H5:H6', 'I5:I6'])
    expect(valuesOf(sheet).slice(4, 7).map((row) => [row[0], row[1], row[7], row[10]])).toEqual([
      [1, '张三', '13800000000', '甲厂'],
      [2, null, null, '乙厂'],
      [3, '张三', '13900000000', '丙厂'],
    ])
  })

  test('rows merged together are tall enough for what is merged over them', () => {
    const employer = '一个名称很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长的单位'
    const person = { liaisonName: '张三', liaisonEmployer: employer }
    const sheet = sheetOf('F04', [{ ...person, enterpriseName: '甲厂' }, { ...person, enterpriseName: '乙厂' }])
    const [alone] = sheetOf('F04', [{ ...person, enterpriseName: '甲厂' }]).rows.slice(4)
    const heights = sheet.rows.slice(4, 6).map(({ height = 0 }) => height)
    expect(heights[0]).toBe(heights[1])
    expect((heights[0] ?? 0) * 2).toBeGreaterThanOrEqual(alone?.height ?? Number.NaN)
  })

  test('F11 merges its groups, has a sheet for each organisation and 等次 below the sum', () => {
    const rows: FormRow[] = [
      { itemGroup: '组织建设', itemText: '按期换届', itemMax: 60, finalScore: 55 },
      { itemGroup: '组织建设', itemText: '班子健全', itemMax: 20, finalScore: 20 },
      { itemGroup: '队伍建设', itemText: '培训', itemMax: 20, finalScore: 15 },
    ]
    const names = ['中共甲公司支部委员会', '中共甲公司支部委员会', `中共${'很长的名称'.repeat(8)}支部委员会`]
    const { sheets } = workbookOf(findForm('F11'), ...names.map((filledBy) => ({ filledBy, rows, remark: '优秀' })))
    expect(sheets.map(({ name }) => name)).toEqual([names[0], `${names[0]}(2)`, names[2]?.slice(0, 31)])
    const [sheet] = sheets
    if (!sheet) throw new Error('no sheet')
    expect(sheet.merges.map(addressOf)).toEqual(expect.arrayContaining(['A4:A5', 'A7:C7', 'A8:C8', 'D8:J8']))
    const written = valuesOf(sheet)
    expect(written.slice(3, 6).map((row) => row.slice(0, 4))).toEqual([
      ['组织建设', 1, '按期换届', 60],
      [null, 2, '班子健全', 20],
      ['队伍建设', 3, '培训', 20],
    ])
    expect(written[6]?.slice(0, 8)).toEqual(['合计', null, null, 100, null, null, 0, 90])
    expect(written[7]?.slice(0, 4)).toEqual(['等次', null, null, '优秀'])
  })

  test('F11S heads its sections, numbers them anew and loses no row', () => {
    const sheet = sheetOf('F11S', [
      { orgSector: '社会组织党组织', partyOrgName: '丙' },
      { orgSector: '非公企业党组织', partyOrgName: '甲' },
      { orgSector: null, partyOrgName: '乙' },
    ])
    expect(valuesOf(sheet).slice(3, 8).map((row) => [row[0], row[2]])).toEqual([
      ['非公企业', null], [1, '甲'], [2, '乙'], ['社会组织', null], [1, '丙'],
    ])
    expect(sheet.merges.map(addressOf)).toEqual(expect.arrayContaining(['A4:O4', 'A7:O7']))
  })
})
