import { createHash } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Correction } from '../../../shared/contract/correction'
import type { Finding, FindingFilter } from '../../../shared/contract/finding'
import type { FileReading } from '../../../shared/contract/fileReading'
import type { ImportPlan } from '../../../shared/contract/import'
import { writePlainTable } from '../excel/testing/plainTable'
import { readWorkbook } from '../excel/readWorkbook'
import { createTestOffice, type TestOffice } from '../testing/createTestOffice'
import { showPhones } from '../testing/showPhones'

/** Real workbooks with mistakes in them, put right before they are imported. */
let office: TestOffice
beforeEach(async () => {
  office = await createTestOffice()
  await office.call('office.setup', {
    regionName: '示范区', officeName: '示范区委两新工委', units: [{ name: '桥头镇', kind: '镇', sortNo: 1 }, { name: '东山街道', kind: '街道', sortNo: 2 }],
  })
  await showPhones(office)
})
afterEach(() => office.close())

const head = ['序号', '企业名称', '从业人员数', '企业类型', '联系电话', '是否建立党组织']
const rows = [
  ['1', '甲公司', '约50', '私营企', '13800138000', '否'],
  ['2', '乙公司', '30', '私营企', '12', '否'],
  ['3', '', '7', '私营企业', '', '否'],
]

async function read(name = '桥头镇.xlsx', bytes = writePlainTable(head, rows)): Promise<FileReading> {
  return office.call('import.read', { name, bytes })
}

function again({ fileId, name }: FileReading, corrections: Correction[], bytes = writePlainTable(head, rows)): Promise<FileReading> {
  return office.call('import.read', { name, bytes, fileId, corrections })
}

async function findings({ planId }: ImportPlan, filter: FindingFilter = {}): Promise<Finding[]> {
  return (await office.call('finding.page', { planId, filter })).rows
}

const told = (found: readonly Finding[]) => found.map(({ row, column, header, text, was, problems }) => [`${column}${row}`, header, text, was, problems[0]?.code ?? null])

describe('findings of a plan', () => {
  it('are listed by cell with the names of the sheet and what stands there', async () => {
    const reading = await read()
    const plan = await office.call('import.plan', { fileIds: [reading.fileId] })
    const sheet = reading.sheets[0]?.name ?? ''
    expect(told(await findings(plan))).toEqual([
      ['C2', '从业人员数', '约50', null, 'V-09'],
      ['D2', '企业类型', '私营企', null, 'V-10'],
      ['D3', '企业类型', '私营企', null, 'V-10'],
      ['E3', '联系电话', '12', null, 'V-12'],
      ['B4', '企业名称', '', null, 'V-01'],
    ])
    expect(await findings(plan, { words: '乙公司' })).toMatchObject([{ name: '乙公司', unitName: '桥头镇', sheet }, { name: '乙公司' }])
    expect(told(await findings(plan, { level: 'error' })).map(([place]) => place)).toEqual(['C2', 'B4'])
    expect(await office.call('finding.counts', { planId: plan.planId })).toEqual({
      levels: { error: 2, warning: 3, notice: 0 },
      codes: [
        { code: 'V-01', title: '企业名称为空', count: 1 }, { code: 'V-09', title: '数字填写有误', count: 1 },
        { code: 'V-10', title: '填写内容认不出', count: 2 }, { code: 'V-12', title: '电话号码有误', count: 1 },
      ],
      sheets: [{ sheet, count: 5 }],
      corrected: 0,
    })
    const sorted = await office.call('finding.page', { planId: plan.planId, sort: { field: 'level', descending: true }, limit: 1 })
    expect(sorted).toMatchObject({ total: 5, rows: [{ problems: [{ level: 'warning' }] }] })
  })

  it('follow what is typed; a corrected cell stays listed with what stood there and what is found now', async () => {
    const reading = await read()
    const sheet = reading.sheets[0]?.name ?? ''
    const first = await office.call('import.plan', { fileIds: [reading.fileId] })
    const second = await again(reading, [{ sheet, row: 2, column: 'C', text: '50' }, { sheet, row: 3, column: 'E', text: '123' }, { sheet, row: 4, column: 'B', text: '丙公司' }])
    expect(second.fileId).toBe(reading.fileId)
    expect(second.corrected.map(({ was, header, found }) => [was, header, found])).toEqual([
      ['约50', '从业人员数', [{ code: 'V-09', level: 'error' }]],
      ['12', '联系电话', [{ code: 'V-12', level: 'warning' }]],
      ['', '企业名称', [{ code: 'V-01', level: 'error' }]],
    ])
    expect(await office.failure('import.commit', { planId: first.planId })).toMatchObject({ code: 'conflict' })
    const plan = await office.call('import.plan', { fileIds: [reading.fileId], after: first.planId })
    expect(plan.totals).toMatchObject({ add: 3, skipped: 0, errors: 0 })
    expect(told(await findings(plan, { corrected: true }))).toEqual([
      ['C2', '从业人员数', '50', '约50', null],
      ['E3', '联系电话', '123', '12', 'V-12'],
      ['B4', '企业名称', '丙公司', '', null],
    ])
    expect(told(await findings(plan, { level: 'error' })).map(([place]) => place)).toEqual(['C2', 'B4'])
    const { levels, corrected } = await office.call('finding.counts', { planId: plan.planId })
    expect({ errors: levels.error, corrected }).toEqual({ errors: 0, corrected: 3 })

    const third = await again(second, [{ sheet, row: 2, column: 'C', text: '约50' }, { sheet, row: 3, column: 'E', text: '13900139000' }])
    expect(third.corrected.map(({ text, found }) => [text, found])).toEqual([['13900139000', [{ code: 'V-12', level: 'warning' }]]])
    expect(third.errors).toBe(2)
  })

  it('are corrected in old workbooks and in csv alike', async () => {
    const old = writePlainTable(head, rows, 'biff8')
    const text = new TextEncoder().encode([head, ...rows].map((cells) => cells.join(',')).join('\r\n'))
    for (const [name, bytes] of [['桥头镇.xls', old], ['桥头镇.csv', text]] as const) {
      const reading = await read(name, bytes)
      const place = { sheet: reading.sheets[0]?.name ?? '', row: 2, column: 'C' }
      const corrected = await again(reading, [{ ...place, text: '50' }], bytes)
      expect([corrected.errors, corrected.corrected[0]?.was, corrected.sha256]).toEqual([1, '约50', createHash('sha256').update(bytes).digest('hex')])
    }
  })

  it('names the cells that say the same, in the column or in every file', async () => {
    const one = await read()
    const other = await read('东山街道.xlsx', writePlainTable(['企业名称', '企业类型', '从业人员数', '是否建立党组织'], [['丁公司', '私营企', 1, '否'], ['戊公司', '个体', 1, '否']]))
    const plan = await office.call('import.plan', { fileIds: [one.fileId, other.fileId] })
    const cell = { fileId: one.fileId, sheet: one.sheets[0]?.name ?? '', row: 2, column: 'D' }
    const column = await office.call('finding.alike', { planId: plan.planId, cell, everywhere: false })
    expect(column).toMatchObject({ text: '私营企', header: '企业类型', cells: [{ row: 2, column: 'D' }, { row: 3, column: 'D' }] })
    const all = await office.call('finding.alike', { planId: plan.planId, cell, everywhere: true })
    expect(all.cells.map(({ fileId, row, column: letters }) => [fileId, `${letters}${row}`])).toEqual([[one.fileId, 'D2'], [one.fileId, 'D3'], [other.fileId, 'B2']])
  })

  it('refuses a place the file has not', async () => {
    const reading = await read()
    const corrections = [{ sheet: '没有', row: 1, column: 'A', text: '' }]
    expect(await office.failure('import.read', { name: reading.name, bytes: writePlainTable(head, rows), corrections })).toMatchObject({ code: 'not-found' })
    const plan = await office.call('import.plan', { fileIds: [reading.fileId] })
    const cell = { fileId: reading.fileId, sheet: '没有', row: 1, column: 'A' }
    expect(await office.failure('finding.alike', { planId: plan.planId, cell, everywhere: false })).toMatchObject({ code: 'not-found' })
  })
})

describe('a file read again', () => {
  it('keeps the decisions about units and organisations', async () => {
    const joint = [['1', '甲公司', '约50', '私营企业', '', '是'], ['2', '乙公司', '9', '私营企业', '', '是']]
    const bytes = writePlainTable(head, joint)
    const reading = await read('表.xlsx', bytes)
    const sheet = reading.sheets[0]?.name ?? ''
    const first = await office.call('import.plan', { fileIds: [reading.fileId], units: { [reading.fileId]: '东山街道' } })
    const place = (row: number) => ({ fileId: reading.fileId, sheet, row })
    await office.call('import.nameOrgs', { planId: first.planId, names: [{ name: '中共商圈联合支部委员会', rows: [place(2), place(3)] }] })
    await again(reading, [{ sheet, row: 2, column: 'C', text: '50' }], bytes)
    const plan = await office.call('import.plan', { fileIds: [reading.fileId], after: first.planId })
    expect(plan).toMatchObject({ totals: { add: 2, errors: 0 }, newOrgs: [{ name: '中共商圈联合支部委员会', unit: '东山街道', covers: 2 }] })
  })

  it('is committed with its corrections, which the report keeps', async () => {
    const reading = await read()
    const sheet = reading.sheets[0]?.name ?? ''
    await again(reading, [{ sheet, row: 2, column: 'C', text: '50' }])
    const plan = await office.call('import.plan', { fileIds: [reading.fileId] })
    const { batchId } = await office.call('import.commit', { planId: plan.planId })
    const report = await office.call('run.get', { runId: batchId })
    expect(report.files[0]?.corrected).toEqual([
      { sheet, row: 2, column: 'C', text: '50', was: '约50', header: '从业人员数', found: [{ code: 'V-09', level: 'error' }] },
    ])
    const { rows: ledger } = await office.call('enterprise.page', { limit: 10 })
    expect(ledger.find(({ enterpriseName }) => enterpriseName === '甲公司')?.employees).toBe(50)
    const exported = await office.call('run.export', { runId: batchId })
    const back = await readWorkbook('r.xlsx', exported.bytes)
    expect(back.sheets.find(({ name }) => name === '导入前改正')?.rows.flat()).toEqual(expect.arrayContaining(['从业人员数', '约50', '50', 'V-09']))
  })
})
