import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bytes } from '../../../shared/contract/define'
import { contract, type CallName } from '../../../shared/contract/index'
import { formIds, templateFormIds } from '../../../shared/domain/formId'
import { tableIds } from '../../../shared/domain/statistics/statTable'
import { definitionOf, recordKinds, type RecordKind } from '../../../shared/record/recordKind'
import { openZip } from '../excel/zipParts'
import { createTestOffice, type TestOffice } from '../testing/createTestOffice'
import { fillEveryKind } from '../testing/fillEveryKind'
import { builtRow, rowWith, sheetHeader } from '../testing/takeSheet'
import { writePlainTable } from '../excel/testing/plainTable'

/** What people type stays text in every file the office writes: no formula, link or connection is made of it. */
const hostile = ['=HYPERLINK("http://evil.example","evil")', '=evil|x!A1', '+evil+1', '@evil', '-evil']
const answersFile = (name: CallName): boolean => {
  const { output } = contract[name]
  return 'shape' in output && (output.shape as Record<string, unknown>).bytes === bytes
}
/** All but copies of the ledger and pages on paper, which are no workbooks. */
const fileCalls = (Object.keys(contract) as CallName[]).filter((name) => answersFile(name) && !/^(backup|print)\./.test(name))

/** Cells of every kind that were filled with it. */
let filled = 0
let office: TestOffice
const bytesOf: Partial<Record<CallName, Uint8Array[]>> = {}

/** The first of them the field takes; names are unique, so each has its own number. */
async function fill(kind: RecordKind, field: string): Promise<void> {
  for (const text of hostile) {
    const reply = await office.dispatch('record.save', { changes: [{ kind, id: 1, values: { [field]: text } }] })
    if (reply.ok) {
      filled++
      return
    }
  }
}

beforeAll(async () => {
  office = await createTestOffice()
  await fillEveryKind(office)
  const sheet = writePlainTable(sheetHeader, [rowWith(builtRow, { 企业名称: '=evil公司', 书记姓名: '=evil', 统一社会信用代码: '=evil', 党组织名称: '=evil支部' })])
  const { fileId } = await office.call('import.read', { name: '=evil.xlsx', bytes: sheet })
  const { planId } = await office.call('import.plan', { fileIds: [fileId] })
  const returned = await office.call('import.return', { planId, files: [{ fileId, bytes: sheet }] })
  await office.call('import.commit', { planId, operator: '=evil' })
  const { rows: runs } = await office.call('run.page', {})
  for (const kind of recordKinds) {
    for (const [name, field] of Object.entries(definitionOf(kind).fields)) {
      if (field.type === 'text' || field.type === 'phone') await fill(kind, name)
    }
  }
  const own = '=合evil"&A1'
  await office.call('setting.save', { settings: { names: { officeName: own, regionName: own }, words: { operatingStatus: { 正常经营: own }, delivery: { 已落实: own } }, goalLabels: { org: own }, deliveryLabels: { flag: own } } })

  const columnsOf = (kind: RecordKind) => Object.keys(definitionOf(kind).fields).map((field) => ({ field, header: '=evil' }))
  const inputs: Partial<Record<CallName, unknown[]>> = {
    'record.export': recordKinds.map((kind) => ({ kind, title: "=evil'!A1&'x", columns: columnsOf(kind) })),
    'enterprise.sheetExport': [{ title: "=evil'!A1&'x", columns: columnsOf('enterprise') }],
    'delivery.export': [{ title: "=evil'!A1&'x" }],
    'goal.export': [{ period: '2026年第2季度', title: "=evil'!A1&'x" }],
    'form.export': formIds.map((form) => ({ form })),
    'template.blank': templateFormIds.map((form) => ({ form })),
    'template.perUnit': templateFormIds.map((form) => ({ forms: [form] })),
    'statistics.exportTable': tableIds.map((table) => ({ table })),
    'statistics.exportS15': [{ from: '2026-06-01', to: '2026-06-30' }],
    'figure.export': [{ title: "=evil'!A1&'x", headers: ['=evil', '+evil'], rows: [['=evil', -1], ['@evil', null]] }],
    'run.export': runs.map(({ runId }) => ({ runId })),
  }
  bytesOf['import.return'] = [returned.bytes]
  for (const name of fileCalls.filter((call) => call !== 'import.return')) {
    const files: Uint8Array[] = (bytesOf[name] = [])
    // Without a word on it, a call is asked for all it has.
    for (const input of inputs[name] ?? [{}]) {
      const reply = await office.dispatch(name, input)
      if (reply.ok) files.push((reply.value as { bytes: Uint8Array }).bytes)
      else expect([name, input, reply.failure.code]).toEqual([name, input, 'not-found'])
    }
  }
})
afterAll(() => office.close())

/** The parts of a workbook, or of all workbooks in a zip. */
async function partsOf(file: Uint8Array): Promise<{ name: string; text: string }[]> {
  const parts = await openZip(Buffer.from(file))
  const inner = await Promise.all(parts.map((part) => (part.name.endsWith('.xlsx') ? partsOf(part.read()) : [{ name: part.name, text: part.read().toString('utf8') }])))
  return inner.flat()
}

it('much can be typed that a spreadsheet would calculate', () => {
  expect(filled).toBeGreaterThan(100)
})

describe('a file of', () => {
  it.each(fileCalls)('%s', async (name) => {
    const files = bytesOf[name] ?? []
    expect(files.length).toBeGreaterThan(0)
    let told = 0
    for (const file of files) {
      for (const { name: part, text } of await partsOf(file)) {
        expect(part).not.toMatch(/external|connection|query|macro|vba|dde|ctrlProp/i)
        const formulas = [...text.matchAll(/<(?:\w+:)?(f|formula\d?|definedName)\b[^>]*>([^<]*)</g)].map(([, , formula]) => formula)
        // A sheet's name in quotes is a place.
        for (const formula of formulas) expect(formula?.replaceAll('&apos;', "'").replaceAll(/'(?:[^']|'')*'!/g, '')).not.toContain('evil')
        expect(text).not.toMatch(/<hyperlink/)
        told += text.split('evil').length - 1
      }
    }
    expect(told).toBeGreaterThan(0)
  })
})
