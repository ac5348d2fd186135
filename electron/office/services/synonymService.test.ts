import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { writePlainTable } from '../excel/testing/plainTable'
import { createTestOffice, type TestOffice } from '../testing/createTestOffice'

let office: TestOffice
beforeEach(async () => {
  office = await createTestOffice()
  await office.call('office.setup', { regionName: '示范区', officeName: '示范区委两新工委', units: [{ name: '桥头镇', kind: '镇', sortNo: 1 }] })
})
afterEach(() => office.close())

const head = ['企业名称', '从业人员数', '企业类型', '经营状态', '是否规模以上', '是否建立党组织']

async function planned(name: string, row: (string | number)[]) {
  const { fileId, warnings } = await office.call('import.read', { name, bytes: writePlainTable(head, [row]) })
  const { planId } = await office.call('import.plan', { fileIds: [fileId] })
  const { rows } = await office.call('import.rows', { planId })
  return { warnings, planId, fileId, values: Object.fromEntries(rows[0]?.changes.map(({ field, after }) => [field, after]) ?? []) }
}

describe('a spelling somebody explained', () => {
  it('is understood next time, is seen, and is not once it is taken back', async () => {
    const row = ['甲公司', 3, '私营企', '开着', '算是', '否']
    const before = await planned('桥头镇.xlsx', row)
    expect(before.warnings).toBe(3)
    const cell = { fileId: before.fileId, sheet: 'Sheet1', row: 2, column: 'E' }
    expect(await office.call('finding.alike', { planId: before.planId, cell, everywhere: false })).toMatchObject({ text: '算是', words: { domain: 'flag', values: ['是', '否'] } })
    expect(await office.call('finding.alike', { planId: before.planId, cell: { ...cell, column: 'C' }, everywhere: false })).toMatchObject({ words: { domain: 'enterpriseType', label: '企业类型' } })
    expect(await office.call('finding.alike', { planId: before.planId, cell: { ...cell, column: 'B' }, everywhere: false })).toMatchObject({ words: null })

    expect(await office.call('synonym.remember', { domain: 'enterpriseType', word: '私营企', value: '私营' })).toEqual({ value: '私营企业' })
    await office.call('synonym.remember', { domain: 'operatingStatus', word: ' 开着 ', value: '筹建' })
    await office.call('synonym.remember', { domain: 'operatingStatus', word: '开着', value: '正常经营' })
    await office.call('synonym.remember', { domain: 'flag', word: '算是', value: '√' })
    const after = await planned('桥头镇7月.xlsx', row)
    expect([after.warnings, after.values]).toMatchObject([0, { enterpriseType: '私营企业', operatingStatus: '正常经营', isAboveScale: '是' }])

    const listed = await office.call('synonym.list', {})
    expect(listed.map(({ label, word, value, on }) => [label, word, value, on])).toEqual([
      ['企业类型', '私营企', '私营企业', '2026-06-30'], ['是或否', '算是', '是', '2026-06-30'], ['经营状态', '开着', '正常经营', '2026-06-30'],
    ])
    expect(await office.call('synonym.forget', { id: listed[0]?.id ?? 0 })).toEqual({ forgotten: 1 })
    expect((await planned('桥头镇8月.xlsx', row)).warnings).toBe(1)
  })

  it('stands for a word of its list, and is none where it says nothing', async () => {
    const said = { domain: 'enterpriseType', word: '私营企', value: '私营企业' }
    expect(await office.failure('synonym.remember', { ...said, value: '没有这种' })).toMatchObject({ code: 'invalid', details: { field: 'value' } })
    expect(await office.failure('synonym.remember', { ...said, word: '——' })).toMatchObject({ code: 'invalid', details: { field: 'word' } })
    expect(await office.failure('synonym.remember', { ...said, domain: 'deliveryItem' })).toMatchObject({ code: 'invalid', details: { field: 'domain' } })
    expect(await office.call('synonym.list', {})).toEqual([])
  })
})
