import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { FileReading } from '../../../shared/contract/fileReading'
import { writePlainTable } from '../excel/testing/plainTable'
import { createTestOffice, type TestOffice } from '../testing/createTestOffice'

/** Real workbooks with headers that say too little, and what people said of them. */
let office: TestOffice
beforeEach(async () => {
  office = await createTestOffice()
  await office.call('office.setup', {
    regionName: '示范区', officeName: '示范区委两新工委', units: [{ name: '桥头镇', kind: '镇', sortNo: 1 }, { name: '东山街道', kind: '街道', sortNo: 2 }],
  })
})
afterEach(() => office.close())

const head = ['序号', '企业名称', '从业人数', '是否建立党组织', '负责人', '包保等级']
const rows = [['1', '甲公司', '5', '是', '张三', '一级'], ['2', '乙公司', '6', '否', '李四', '二级']]
const read = (name: string, header = head, body = rows): Promise<FileReading> => office.call('import.read', { name, bytes: writePlainTable(header, body) })

async function answer(reading: FileReading, fields: Record<string, string | null>, more: { row?: number; form?: 'F01' | null } = {}): Promise<{ unit: string | null }> {
  const [sheet] = reading.sheets
  const columns = Object.entries(fields).map(([header, field]) => ({ position: sheet?.columns.find((column) => column.header === header)?.position ?? 99, field }))
  return office.call('mapping.answer', { fileId: reading.fileId, sheet: sheet?.name ?? '', fingerprint: sheet?.fingerprint ?? '', form: 'F01', columns, ...more })
}

function fieldOf({ sheets }: FileReading, header: string): string | null | undefined {
  return sheets[0]?.columns.find((column) => column.header === header)?.field
}

async function secretaries(reading: FileReading): Promise<(string | undefined)[]> {
  const { planId } = await office.call('import.plan', { fileIds: [reading.fileId], units: { [reading.fileId]: reading.unit ?? '桥头镇' } })
  const planned = await office.call('import.rows', { planId })
  return planned.rows.map(({ changes }) => changes.find(({ field }) => field === 'secretaryName')?.after)
}

describe('what a person says of a header', () => {
  it('is asked for, taken for the file read again, and remembered for the next one of that unit', async () => {
    const first = await read('桥头镇.xlsx')
    expect(first).toMatchObject({ state: 'confirm', asks: ['columns'], unit: '桥头镇' })
    expect(first.sheets[0]?.columns.filter(({ question }) => question).map(({ header, field, samples }) => [header, field, samples])).toEqual([
      ['负责人', 'ownerName', ['张三', '李四']], ['包保等级', null, ['一级', '二级']],
    ])
    expect(await secretaries(first)).toEqual([undefined, undefined])

    expect(await answer(first, { 负责人: 'secretaryName', 包保等级: null })).toEqual({ unit: '桥头镇' })
    const again = await read('桥头镇7月.xlsx', head, [...rows, ['3', '丙公司', '7', '是', '王五', '三级']])
    expect(again).toMatchObject({ state: 'ready', asks: [], sheets: [{ remembered: { unit: '桥头镇', on: '2026-06-30' } }] })
    expect(await secretaries(again)).toEqual(['张三', undefined, '王五'])
  })

  it('is changed by saying it again, and taken back', async () => {
    const first = await read('桥头镇.xlsx')
    await answer(first, { 负责人: 'secretaryName', 包保等级: 'note' })
    expect(fieldOf(await read('桥头镇.xlsx'), '包保等级')).toBe('note')
    await answer(first, { 负责人: 'contactName' })
    const second = await read('桥头镇.xlsx')
    expect([fieldOf(second, '负责人'), fieldOf(second, '包保等级'), second.state]).toEqual(['contactName', null, 'ready'])
    const fingerprint = second.sheets[0]?.fingerprint ?? ''
    expect(await office.call('mapping.forget', { fileId: second.fileId, fingerprint })).toEqual({ forgotten: 1 })
    const logged = (await office.call('edit.page', { actions: ['设置'] })).rows
    expect(logged.map(({ label }) => label).slice(0, 2)).toEqual([expect.stringMatching(/^取消记住的表头对应/), expect.stringMatching(/^记住表头对应.*：F01$/)])
    const [entry] = await office.call('edit.entries', { editId: logged[1]?.id ?? 0 })
    expect(entry?.changes.map(({ label, after }) => `${label} ${after}`)).toContainEqual(expect.stringMatching(/^第 \d+ 列 /))
    expect(fieldOf(await read('桥头镇.xlsx'), '负责人')).toBe('ownerName')
  })

  it('never holds for another unit, nor for a header that differs', async () => {
    await answer(await read('桥头镇.xlsx'), { 负责人: 'secretaryName', 包保等级: null })
    const others = [
      await read('东山街道.xlsx'),
      await read('桥头镇.xlsx', [...head.slice(0, 5), '包保级别']),
      await read('桥头镇.xlsx', [...head, '备注'], rows.map((row) => [...row, ''])),
      await read('企业.xlsx'),
    ]
    for (const reading of others) {
      expect(reading.sheets[0]?.remembered).toBeNull()
      expect(fieldOf(reading, '负责人')).toBe('ownerName')
    }
  })

  it('of a file that does not say whose it is holds for such files', async () => {
    const nameless = await read('企业.xlsx')
    expect(nameless).toMatchObject({ state: 'confirm', asks: ['unit', 'columns'], unit: null })
    expect(await answer(nameless, { 负责人: 'secretaryName', 包保等级: null })).toEqual({ unit: null })
    expect(await read('企业2.xlsx')).toMatchObject({ state: 'confirm', asks: ['unit'], sheets: [{ remembered: { unit: null } }] })
    expect((await read('桥头镇.xlsx')).sheets[0]?.remembered).toBeNull()
  })

  it('does not ask for what only follows from it', async () => {
    const header = [...head.slice(0, 5), '联系电话']
    const body = rows.map((row) => [...row.slice(0, 5), '13800138000'])
    const first = await read('桥头镇.xlsx', header, body)
    expect(first.sheets[0]?.columns.filter(({ question }) => question).map((column) => column.header)).toEqual(['负责人'])
    await answer(first, { 负责人: 'secretaryName' })
    expect(await read('桥头镇.xlsx', header, body)).toMatchObject({ state: 'ready', asks: [] })
  })

  it('is remembered for the unit the file names by itself, also where the answer names another', async () => {
    const grid = ['序号', '企业名称', '从业人数', '是否建立党组织', '所属网格']
    const body = [['1', '甲公司', '5', '是', '桥头镇'], ['2', '乙公司', '6', '否', '第三网格'], ['3', '丙公司', '6', '否', '第四网格']]
    const first = await read('东山街道.xlsx', grid, body)
    expect(first).toMatchObject({ unit: '东山街道', asks: ['columns'] })
    await answer(first, { 所属网格: 'unitName' })
    const again = await read('东山街道.xlsx', grid, body)
    expect(again.sheets[0]?.remembered).toMatchObject({ unit: '东山街道' })
    expect(again.unknownUnits).toEqual(['第三网格', '第四网格'])
  })

  it('can leave a sheet out, and is still there to be changed', async () => {
    const first = await read('桥头镇.xlsx')
    await answer(first, {}, { form: null })
    const again = await read('桥头镇.xlsx')
    expect(again).toMatchObject({ state: 'other', rows: 0, sheets: [{ form: null, remembered: { unit: '桥头镇' } }] })
    const { name, fingerprint } = again.sheets[0] ?? { name: '', fingerprint: null }
    await office.call('mapping.answer', { fileId: again.fileId, sheet: name, fingerprint: fingerprint ?? '', form: 'F01', columns: [] })
    expect(await read('桥头镇.xlsx')).toMatchObject({ rows: 2, sheets: [{ form: 'F01' }] })
  })

  it.each([
    ['a field the form has not', { 负责人: 'scoreQ1' }, 'invalid'],
    ['one field for two columns', { 负责人: 'note', 包保等级: 'note' }, 'invalid'],
  ])('is refused for %s', async (_, fields, code) => {
    await expect(answer(await read('桥头镇.xlsx'), fields)).rejects.toThrow(`"code":"${code}"`)
  })

  it('is refused for a header the sheet has not', async () => {
    const { fileId, sheets } = await read('桥头镇.xlsx')
    await expect(office.call('mapping.answer', { fileId, sheet: sheets[0]?.name ?? '', fingerprint: 'x', form: 'F01', columns: [] })).rejects.toThrow('"code":"not-found"')
  })
})

describe('a header nobody would find', () => {
  const odd = [['宏达公司', '12', '是'], ['瑞丰公司', '8', '否']]

  it('is pointed at in the first rows of the sheet, and found again', async () => {
    const first = await read('桥头镇.xlsx', ['甲', '乙', '丙'], odd)
    expect(first).toMatchObject({ state: 'other', form: null, sheets: [{ headerRow: null }] })
    const sheet = first.sheets[0]?.name ?? ''
    const looked = await office.call('mapping.look', { fileId: first.fileId, sheet, row: 1, form: 'F01' })
    expect(looked).toMatchObject({ rows: [['甲', '乙', '丙'], ...odd], letters: ['A', 'B', 'C'] })
    expect(looked.table).toMatchObject({ headerTop: 1, headerBottom: 1, form: 'F01', columns: [{ header: '甲', samples: ['宏达公司', '瑞丰公司'] }, {}, {}] })
    expect(looked.fields).toContainEqual({ field: 'employees', label: '从业人员数', group: '企业基本情况' })

    const columns = ['enterpriseName', 'employees', 'hasPartyOrg'].map((field, position) => ({ position, field }))
    await office.call('mapping.answer', { fileId: first.fileId, sheet, row: 1, fingerprint: looked.table?.fingerprint ?? '', form: 'F01', columns })
    const again = await read('桥头镇.xlsx', ['甲', '乙', '丙'], [...odd, ['金穗公司', '3', '否']])
    expect(again).toMatchObject({ state: 'ready', form: 'F01', rows: 3, sheets: [{ headerRow: 1, mapping: { A: 'enterpriseName', B: 'employees', C: 'hasPartyOrg' } }] })
    expect(await read('桥头镇.xlsx', ['甲', '乙', '丁'], odd)).toMatchObject({ state: 'other' })
  })

  it('is not there in a file that was forgotten', async () => {
    const { fileId, sheets } = await read('桥头镇.xlsx', ['甲', '乙', '丙'], odd)
    await office.call('import.forget', { fileIds: [fileId] })
    await expect(office.call('mapping.look', { fileId, sheet: sheets[0]?.name ?? '' })).rejects.toThrow('"code":"not-found"')
  })
})
