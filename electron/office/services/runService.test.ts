import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Input } from '../../../shared/contract/index'
import { readWorkbook } from '../excel/readWorkbook'
import { writePlainTable } from '../excel/testing/plainTable'
import { createTestOffice, type TestOffice } from '../testing/createTestOffice'
import { livingRows } from '../testing/livingRows'
import { setUpUnits } from '../testing/setUpUnits'
import { builtRow, rowWith, sheetHeader, takeSheet, unbuiltRow, type SheetCell } from '../testing/takeSheet'

let office: TestOffice
beforeEach(async () => {
  office = await createTestOffice()
  await setUpUnits(office)
  await takeSheet(office, [builtRow, unbuiltRow], { name: '六月.xlsx' })
})
afterEach(() => office.close())

const read = (name: string, rows: SheetCell[][]) => office.call('import.read', { name, bytes: writePlainTable(sheetHeader, rows) })
const thirdRow = rowWith(unbuiltRow, { 企业名称: '丙公司', 统一社会信用代码: null, '指导员(联络员)姓名': null })

async function statusOf(name: string): Promise<unknown> {
  const { rows } = await office.call('record.page', { kind: 'enterprise', filter: { search: name } })
  return rows[0]?.values['operatingStatus']
}

describe('a report that stays', () => {
  it('keeps why a unit reported so much less than the ledger has', async () => {
    const rows = Array.from({ length: 6 }, (_, i) => rowWith(unbuiltRow, { 企业名称: `第${i}号公司`, 统一社会信用代码: null, '指导员(联络员)姓名': null }))
    await takeSheet(office, rows, { name: '补报.xlsx' })
    const { fileId } = await read('七月.xlsx', [rowWith(builtRow, { 从业人员数: 31 })])
    const plan = await office.call('import.plan', { fileIds: [fileId] })
    expect(plan.jumps).toBe(1)
    const { batchId: runId } = await office.call('import.commit', { planId: plan.planId, reason: '园区整体搬迁' })
    const { files } = await office.call('run.get', { runId })
    expect(files[0]?.problems.map(({ code, message }) => [code, message])).toContainEqual(
      ['V-43', '“甲街道”本次填报 1 家，台账中在册 8 家，相差超过 20%，请问明原因；说明的原因：园区整体搬迁'],
    )
  })

  it('says of a run what the preview said: files, rows, findings, what was created', async () => {
    const { fileId } = await read('七月.xlsx', [rowWith(builtRow, { 从业人员数: '约五十' }), rowWith(unbuiltRow, { 从业人员数: 9 }), thirdRow])
    const plan = await office.call('import.plan', { fileIds: [fileId] })
    const shown = await office.call('import.rows', { planId: plan.planId })
    const { batchId: runId } = await office.call('import.commit', { planId: plan.planId, operator: '王五' })

    const { total, rows } = await office.call('run.page', {})
    expect([total, rows.map(({ names, operator, totals, undoneAt }) => [names, operator, totals.add, totals.change, undoneAt])]).toEqual([
      2, [[['七月.xlsx'], '王五', 1, 1, null], [['六月.xlsx'], '王五', 2, 0, null]],
    ])
    const report = await office.call('run.get', { runId })
    expect(report.run.totals).toEqual(plan.totals)
    expect(report.files).toMatchObject([{ name: '七月.xlsx', form: 'F01', unit: '甲街道', rows: 3, add: 1, change: 1, same: 1 }])
    expect(report.newOrgs).toEqual(plan.newOrgs)
    expect(report.forms).toEqual(plan.forms)
    const kept = await office.call('run.rows', { runId })
    expect(kept.total).toBe(3)
    expect(kept.rows.map(({ name, action, row, changes, problems }) => ({ name, action, row, changes, problems }))).toEqual(
      shown.rows.map(({ name, action, row, changes, problems }) => ({ name, action, row, changes, problems })),
    )
    expect((await office.call('run.rows', { runId, level: 'error' })).rows.map(({ name }) => name)).toEqual(['甲公司'])
    expect(await office.call('run.rows', { runId, form: 'F03' })).toMatchObject({ total: 0 })
    const id = kept.rows[1]?.recordId ?? 0
    expect((await office.call('run.rows', { runId, of: { kind: 'enterprise', id } })).rows).toMatchObject([{ name: '乙公司', row: 3 }])
  })

  it('knows the edit to be taken back next, and whether the run is in force', async () => {
    const { editId, batchId: runId } = await takeSheet(office, [thirdRow], { name: '七月.xlsx' })
    expect((await office.call('run.get', { runId })).run).toMatchObject({ editId, undoneAt: null })
    const undo = await office.call('edit.undo', { editId })
    expect((await office.call('run.get', { runId })).run).toMatchObject({ editId: undo.editId, undoneAt: expect.any(String) as string })
    await office.call('edit.undo', { editId: undo.editId ?? 0 })
    expect((await office.call('run.get', { runId })).run).toMatchObject({ undoneAt: null })
    expect(await office.failure('run.get', { runId: 99 })).toMatchObject({ code: 'not-found' })
  })

  it('is a workbook too', async () => {
    const { batchId: runId } = await takeSheet(office, [rowWith(builtRow, { 从业人员数: 20, 联系电话: '1' })], { name: '七月.xlsx' })
    const { bytes, fileName } = await office.call('run.export', { runId })
    expect(fileName).toBe(`导入报告_2026-06-30_${runId}.xlsx`)
    const { sheets } = await readWorkbook(fileName, bytes)
    expect(sheets.map(({ name }) => name)).toEqual(['导入结果', '问题', '写入内容', '本期未报'])
    expect(sheets[2]?.rows[2]?.slice(0, 8)).toEqual(['七月.xlsx', 2, '变更', '甲街道', '甲公司', '从业人员数', '12', '20'])
    expect(sheets[3]?.rows[2]?.slice(0, 2)).toEqual(['甲街道', '乙公司'])
  })
})

describe('本期未报', () => {
  it('is decided with the import, as part of its edit', async () => {
    const { fileId } = await read('七月.xlsx', [builtRow, thirdRow])
    const { planId, absent } = await office.call('import.plan', { fileIds: [fileId] })
    expect(absent.map(({ name }) => name)).toEqual(['乙公司'])
    const before = livingRows(office.folder)
    const decision = { enterpriseId: absent[0]?.id ?? 0, choice: '注销' as const, on: '2026-06-15' }
    const { batchId: runId, editId } = await office.call('import.commit', { planId, operator: '王五', absent: [decision] })
    expect(await statusOf('乙公司')).toBe('已注销')
    expect(await office.call('run.absences', { runId })).toEqual({
      total: 1, rows: [{ enterpriseId: decision.enterpriseId, name: '乙公司', unitId: 1, unit: '甲街道', status: '已注销', choice: '注销', on: '2026-06-15', by: '王五' }],
    })
    const [latest] = await office.call('record.history', { kind: 'enterprise', id: decision.enterpriseId })
    expect(latest?.changes.map(({ label, after }) => `${label} ${after}`)).toEqual(['经营状态 已注销', '状态起始日期 2026-06-15', '状态变化原因 本期未报，核实为注销'])
    await office.call('edit.undo', { editId })
    expect(livingRows(office.folder)).toEqual(before)
    expect((await office.call('run.absences', { runId })).rows).toMatchObject([{ choice: null }])
  })

  it('is decided later, in an edit of its own; an omission changes nothing and is noted', async () => {
    await takeSheet(office, [thirdRow], { name: '六月补.xlsx' })
    const { batchId: runId } = await takeSheet(office, [rowWith(builtRow, { 从业人员数: 13 })], { name: '七月.xlsx' })
    const { rows } = await office.call('run.absences', { runId })
    expect(rows.map(({ name }) => name).sort()).toEqual(['丙公司', '乙公司'])
    const idOf = (name: string): number => rows.find((row) => row.name === name)?.enterpriseId ?? 0
    const decide = (decisions: Input<'run.decide'>['decisions']) => office.call('run.decide', { runId, decisions, operator: '钱七' })

    const noted = await decide([{ enterpriseId: idOf('乙公司'), choice: '漏报', on: '2026-06-30' }])
    expect(noted.editId).toBeNull()
    const moved = await decide([{ enterpriseId: idOf('丙公司'), choice: '迁出', on: '2026-06-10' }])
    expect(await statusOf('丙公司')).toBe('迁出')
    expect((await office.call('run.page', {})).rows[0]).toMatchObject({ absent: 2, undecided: 0 })
    await office.call('edit.undo', { editId: moved.editId ?? 0 })
    expect(await statusOf('丙公司')).toBe('正常经营')
    expect((await office.call('run.absences', { runId, undecided: true })).rows.map(({ name }) => name)).toEqual(['丙公司'])
    await decide([{ enterpriseId: idOf('乙公司'), choice: null, on: '2026-06-30' }])
    expect((await office.call('run.page', {})).rows[0]).toMatchObject({ undecided: 2 })
  })

  it('refuses who is not absent, and a day that is still to come', async () => {
    const { batchId: runId } = await takeSheet(office, [builtRow], { name: '七月.xlsx' })
    const { rows } = await office.call('run.absences', { runId })
    const id = rows[0]?.enterpriseId ?? 0
    expect(await office.failure('run.decide', { runId, decisions: [{ enterpriseId: id + 100, choice: '注销', on: '2026-06-10' }] })).toMatchObject({ code: 'not-found' })
    expect(await office.failure('run.decide', { runId, decisions: [{ enterpriseId: id, choice: '注销', on: '2026-08-10' }] })).toMatchObject({ code: 'invalid' })
    expect((await office.call('run.absences', { runId })).rows).toMatchObject([{ choice: null }])
    expect(await statusOf('乙公司')).toBe('正常经营')
  })
})

describe('空白也覆盖', () => {
  const emptied = rowWith(unbuiltRow, { 从业人员数: null, 工会: null, 统一社会信用代码: null, '指导员(联络员)姓名': null, '指导员(联络员)联系电话': null, 经营状态: null })

  it('empties what the enterprise says where its cell is blank, never a key, a status or a relation', async () => {
    const { fileId } = await read('七月.xlsx', [emptied])
    const plan = await office.call('import.plan', { fileIds: [fileId], erases: true })
    expect(plan).toMatchObject({ erases: true, erasures: 2 })
    const { rows } = await office.call('import.rows', { planId: plan.planId })
    expect(rows[0]?.changes.map(({ label, before, after }) => [label, before, after])).toEqual([['从业人员数', '5', ''], ['工会', '否', '']])
    const before = livingRows(office.folder)
    const { editId, batchId: runId } = await office.call('import.commit', { planId: plan.planId })
    const { rows: after } = await office.call('record.page', { kind: 'enterprise', filter: { search: '乙公司' } })
    expect(after[0]?.values).toMatchObject({ employees: null, hasUnion: null, creditCode: unbuiltRow[2], operatingStatus: '正常经营' })
    expect((await office.call('run.get', { runId })).run.erases).toBe(true)
    expect((await office.call('record.page', { kind: 'assignment' })).total).toBe(1)
    await office.call('edit.undo', { editId })
    expect(livingRows(office.folder)).toEqual(before)
  })

  it('is off unless it is chosen, and takes a cell nobody can read for no blank', async () => {
    const { fileId } = await read('七月.xlsx', [emptied])
    expect(await office.call('import.plan', { fileIds: [fileId] })).toMatchObject({ erases: false, erasures: 0, totals: { change: 0 } })
    const unclear = await read('八月.xlsx', [rowWith(unbuiltRow, { 从业人员数: '约五十' })])
    expect(await office.call('import.plan', { fileIds: [unclear.fileId], erases: true })).toMatchObject({ erasures: 0, totals: { change: 0 } })
  })
})

describe('two units speak for one enterprise', () => {
  it('shows both side by side; the first row stands unless a person prefers the other', async () => {
    const theirs = rowWith(thirdRow, { '所属乡镇(街道)': '乙镇', 从业人员数: 7 })
    const [one, other] = [await read('甲街道.xlsx', [thirdRow]), await read('乙镇.xlsx', [theirs])]
    const fileIds = [one.fileId, other.fileId]
    const plan = await office.call('import.plan', { fileIds })
    expect(plan).toMatchObject({ crossUnit: 1, totals: { add: 1, skipped: 1 } })
    const { rows } = await office.call('import.crossUnit', { planId: plan.planId })
    expect(rows).toMatchObject([
      {
        name: '丙公司',
        stands: { unit: '甲街道', file: '甲街道.xlsx', row: 2 },
        out: { unit: '乙镇', file: '乙镇.xlsx', row: 2 },
        differing: [{ label: '所属乡镇(街道)', stands: '甲街道', out: '乙镇' }, { label: '从业人员数', stands: '5', out: '7' }],
      },
    ])
    const theirRow = { fileId: other.fileId, sheet: rows[0]?.out.sheet ?? '', row: 2 }
    const turned = await office.call('import.prefer', { planId: plan.planId, rows: [theirRow] })
    expect(turned).toMatchObject({ planId: plan.planId, crossUnit: 1, totals: { add: 1, skipped: 1 } })
    const latest = await office.call('import.plan', { fileIds, prefer: [theirRow] })
    expect(latest).toMatchObject({ totals: turned.totals, crossUnit: 1 })
    expect((await office.call('import.crossUnit', { planId: latest.planId })).rows).toMatchObject([{ stands: { unit: '乙镇' }, out: { unit: '甲街道' } }])
    const { batchId: runId } = await office.call('import.commit', { planId: latest.planId })
    const { rows: kept } = await office.call('record.page', { kind: 'enterprise', filter: { search: '丙公司' } })
    expect(kept[0]).toMatchObject({ unitName: '乙镇', values: { employees: 7 } })
    expect(await office.call('run.get', { runId })).toMatchObject({ crossUnit: 1 })
    expect((await office.call('run.rows', { runId, crossUnit: true })).rows).toMatchObject([
      { name: '丙公司', unitName: '甲街道', file: '甲街道.xlsx', rival: { unit: '乙镇', file: '乙镇.xlsx', row: 2 } },
    ])
  })

  it('leaves an enterprise with the unit the ledger gives it to', async () => {
    const { fileId } = await read('乙镇.xlsx', [rowWith(builtRow, { '所属乡镇(街道)': '乙镇', 从业人员数: 99 })])
    const plan = await office.call('import.plan', { fileIds: [fileId], prefer: [{ fileId, sheet: '表', row: 2 }] })
    expect((await office.call('import.crossUnit', { planId: plan.planId })).rows).toMatchObject([
      { name: '甲公司', stands: { unit: '甲街道', file: null, enterpriseId: expect.any(Number) as number }, out: { unit: '乙镇', row: 2 } },
    ])
  })
})
