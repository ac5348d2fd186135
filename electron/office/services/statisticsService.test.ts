import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { writeFigureRef } from '../../../shared/domain/statistics/figureRef'
import { tableIds, type TableId } from '../../../shared/domain/statistics/statTable'
import type { Input } from '../../../shared/contract/index'
import { readWorkbook } from '../excel/readWorkbook'
import { createSampleOffice } from '../testing/createSampleOffice'
import type { TestOffice } from '../testing/createTestOffice'

let office: TestOffice
beforeAll(async () => {
  office = await createSampleOffice()
})
afterAll(() => office.close())

const ask = (question: Input<'statistics.table'>) => office.call('statistics.table', question)

/** How many records the ledger lists behind a figure. */
async function listed(question: Input<'statistics.table'>, at: { part: string; row: string; column: string }, opens: string): Promise<number> {
  const countedIn = writeFigureRef({ ...question, ...at, label: '' })
  if (opens === 'enterprise') return (await office.call('enterprise.page', { filter: { countedIn } })).total
  return (await office.call('record.page', { kind: opens as 'partyOrg', filter: { is: { countedIn: [countedIn] } } })).total
}

describe('the tables of the sample district', () => {
  it.each(tableIds)('%s adds up, has figures and is written with them', async (table) => {
    const answer = await ask({ table })
    for (const part of answer.parts) expect(part.broken, part.key).toEqual([])
    const figures = answer.parts.flatMap(({ rows }) => rows.flatMap((row) => Object.values(row.figures)))
    expect(figures.some((figure) => (figure ?? 0) > 0)).toBe(true)
    const { fileName, bytes } = await office.call('statistics.exportTable', { table })
    expect(fileName).toMatch(new RegExp(`^${table}_.*\\.xlsx$`))
    const { sheets } = await readWorkbook(fileName, bytes)
    expect(sheets.map(({ name }) => name)).toEqual(answer.parts.map(({ key }) => key))
    for (const [i, part] of answer.parts.entries()) expect(sheets[i]?.rows[4]?.[1] ?? null).toBe(part.rows[0]?.label ?? null)
  })

  it.each(tableIds.filter((id) => id !== 'S12'))('every count of 合计 in %s opens as many records as it counts', async (table) => {
    const { parts } = await ask({ table })
    for (const part of parts) {
      for (const { key, kind, opens, header } of part.columns) {
        const figure = part.total?.[key] ?? 0
        if (!opens || kind !== 'count' || figure === 0 || sums.has(`${table} ${header}`)) continue
        const count = await listed({ table }, { part: part.key, row: 'total', column: key }, opens)
        if (repeated.has(`${table} ${header}`)) expect(count, `${part.key} ${key}`).toBeLessThanOrEqual(figure)
        else expect(count, `${part.key} ${key} ${header}`).toBe(figure)
      }
    }
  })

  it('S4, S5 and S6 add up to S1', async () => {
    const [total] = (await ask({ table: 'S1' })).parts.map((part) => part.total)
    for (const table of ['S4', 'S5', 'S6'] as const) {
      const [part] = (await ask({ table })).parts
      const shared = { C: 'C', D: 'D', E: 'G', F: 'H', G: 'I', H: 'J', I: 'K', J: 'F', K: 'M', L: 'T', M: 'U', N: 'W' }
      for (const [column, s1] of Object.entries(shared)) expect([table, column, part?.total?.[column]]).toEqual([table, column, total?.[s1]])
    }
    const [reasons] = (await ask({ table: 'S13' })).parts
    expect(reasons?.total?.['O']).toBe(total?.['Q'])
  })

  it('counts the villages of a unit as the unit', async () => {
    const [whole] = (await ask({ table: 'S1' })).parts
    const unit = whole?.rows.find(({ label }) => label === '滨河街道')
    const unitId = Number(unit?.key)
    const village = await ask({ table: 'S1', unitId })
    expect([village.unitName, village.grouping]).toEqual(['滨河街道', 'place'])
    expect(village.parts[0]?.total).toEqual(unit?.figures)
    const row = village.parts[0]?.rows.find(({ figures }) => (figures['D'] ?? 0) > 0)
    expect(await listed({ table: 'S1', unitId }, { part: 'S1', row: row?.key ?? '', column: 'D' }, 'enterprise')).toBe(row?.figures['D'])
  })

  it('reads a locked period from its snapshot, whatever becomes of the ledger', async () => {
    const [last] = (await office.call('period.list', {})).filter(({ label }) => label === '2026年第2季度')
    const question = { table: 'S1', periodId: last?.id } as const
    const before = await ask(question)
    expect([before.period, before.cutOff, before.parts[0]?.broken]).toEqual(['2026年第2季度', '2026-06-30', []])
    const { rows } = await office.call('record.page', { kind: 'enterprise', filter: { is: { operatingStatus: ['正常经营'] } } })
    const change = { kind: 'enterprise' as const, id: rows[0]?.id ?? 0, values: { operatingStatus: '停产停业', statusReason: '停产' } }
    await office.call('record.save', { changes: [change] })
    expect((await ask(question)).parts).toEqual(before.parts)
    expect(await listed(question, { part: 'S1', row: 'total', column: 'D' }, 'enterprise')).toBe(before.parts[0]?.total?.['D'])
  })

  it('compares with the period locked before', async () => {
    const table = await ask({ table: 'S12' })
    expect(table.previous).toBe('2026年第3季度')
    const [base] = table.parts
    const [then] = (await office.call('period.list', {})).filter(({ label }) => label === table.previous)
    expect(base?.total?.['C']).toBe((await ask({ table: 'S1', periodId: then?.id })).parts[0]?.total?.['D'])
    expect(base?.total?.['L']).toBe((await ask({ table: 'S1' })).parts[0]?.total?.['D'])
  })

  it('says what it cannot do', async () => {
    expect(await office.failure('statistics.table', { table: 'S1', periodId: 999 })).toMatchObject({ code: 'not-found' })
    expect(await office.failure('statistics.table', { table: 'S1', unitId: 999 })).toMatchObject({ code: 'not-found' })
    expect(await office.failure('statistics.table', { table: 'S2', grouping: 'size' })).toMatchObject({ code: 'invalid', details: { reason: 'no-grouping' } })
    for (const countedIn of ['', 'S1~S1~total~J~~~~~~~', 'S2~S2~total~C~~~~~~~', 'S1~S1~999~C~~~~~~~']) {
      const failure = await office.failure('enterprise.page', { filter: { countedIn } })
      expect(failure).toMatchObject({ code: 'invalid', details: { reason: 'no-such-figure' } })
    }
  })
})

/** Figures that add up something of the records they open. */
const sums = new Set<`${TableId} ${string}`>([
  'S3 从业人员', 'S3 正式', 'S3 预备', 'S3 在本企业', 'S3 不在本企业', 'S3 流动党员', 'S3 入党积极分子', 'S3 本年发展',
  'S7 本年参训(人次)', 'S8 本期应走访', 'S8 实际走访', 'S9 需更换(件)',
])
/** Persons, who may be counted in several units, and whose list is that of their organisations. */
const repeated = new Set<`${TableId} ${string}`>(['S8 指导员', 'S8 联络员', 'S8 合计', 'S8 专职', 'S8 兼职'])
sums.add('S7 在职书记(人)').add('S7 兼任2个以上(人)')
