import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Input } from '../../../../shared/contract/index'
import type { Period } from '../../../../shared/contract/period'
import type { StatTable } from '../../../../shared/contract/statistics'
import { writeFigureRef } from '../../../../shared/domain/statistics/figureRef'
import { readWorkbook } from '../../excel/readWorkbook'
import { createSampleOffice } from '../../testing/createSampleOffice'
import type { TestOffice } from '../../testing/createTestOffice'

let office: TestOffice
let first: Period
let last: Period
beforeAll(async () => {
  office = await createSampleOffice()
  last = await lock('2026年9月', '2026-09-30')
  const { rows } = await office.call('enterprise.page', { filter: { figure: 'U' }, limit: 3 })
  const [gone, moved] = rows.map(({ id }) => id)
  const units = await office.call('unit.list', {})
  await office.call('record.save', {
    changes: [
      { kind: 'enterprise', id: gone ?? 0, values: { operatingStatus: '停产停业', statusReason: '停产' } },
      { kind: 'enterprise', id: moved ?? 0, values: { unitId: units.find(({ id }) => id !== rows[1]?.unitId)?.id ?? 0, name: '搬家的企业' } },
    ],
  })
  first = last
  last = await lock('2026年10月', '2026-10-31')
})
afterAll(() => office.close())

const lock = (label: string, cutOffOn: string) => office.call('period.lock', { kind: '月', label, cutOffOn })
const compare = (question: Omit<Input<'statistics.table'>, 'table'>) => office.call('statistics.table', { table: 'comparison', ...question })
type Part = StatTable['parts'][number]

const changesOf = (part: Part | undefined, question: Omit<Input<'statistics.table'>, 'table'>, at: { row: string; column: string }) =>
  office.call('period.changes', { figure: writeFigureRef({ table: 'comparison', ...question, part: part?.key ?? '', ...at, label: '' }) })

describe('two locked periods', () => {
  it('has the figures of S1 of both', async () => {
    const { parts, previous, period } = await compare({ periodId: last.id, previousId: first.id })
    expect([previous, period]).toEqual(['2026年9月', '2026年10月'])
    expect(parts.map(({ key }) => key)).toEqual(['S1a', 'S1b', 'S1c', 'S1d', 'S1e', 'S12a', 'S12a2', 'S12b', 'S12c'])
    expect(parts.flatMap(({ broken }) => broken)).toEqual([])
    const s1 = async (periodId: number) => (await office.call('statistics.table', { table: 'S1', periodId })).parts[0]?.total ?? {}
    const [then, now] = [await s1(first.id), await s1(last.id)]
    const [, built, , , both] = parts
    expect([built?.total?.['C'], built?.total?.['D'], built?.total?.['E']]).toEqual([then['D'], now['D'], (now['D'] ?? 0) - (then['D'] ?? 0)])
    expect([both?.total?.['O'], both?.total?.['P']]).toEqual([then['W'], now['W']])
  })

  it('opens who came and who went behind every change, in every row', async () => {
    const question = { periodId: last.id, previousId: first.id }
    const { parts } = await compare(question)
    const part = parts.find(({ key }) => key === 'S1a')
    const columns = part?.columns.filter(({ kind }) => kind === 'change') ?? []
    expect(columns.every(({ moves }) => moves)).toBe(true)
    for (const { key } of columns) {
      for (const row of [...(part?.rows ?? []), { key: 'total', figures: part?.total ?? {} }]) {
        const { came, went } = await changesOf(part, question, { row: row.key, column: key })
        expect([row.key, key, came.total - went.total]).toEqual([row.key, key, row.figures[key]])
      }
    }
  })

  it('says which enterprise, from which state into which, by the names of then and now', async () => {
    const question = { periodId: last.id, previousId: first.id }
    const { parts } = await compare(question)
    const part = parts.find(({ key }) => key === 'S1a')
    const base = await changesOf(part, question, { row: 'total', column: 'H' })
    expect(base.came.total).toBe(0)
    expect(base.went.rows).toEqual([expect.objectContaining({ from: '未覆盖', to: '不在基数(停产停业)', living: true })])
    const home = part?.rows.find(({ figures }) => (figures['E'] ?? 0) < 0)
    const { went } = await changesOf(part, question, { row: home?.key ?? '', column: 'E' })
    const target = part?.rows.find(({ figures }) => (figures['E'] ?? 0) > 0)
    expect(went.rows).toEqual([
      expect.objectContaining({ name: '搬家的企业', unitName: target?.label, from: `${home?.label} · 未覆盖`, to: `${target?.label} · 未覆盖` }),
    ])
    const ofUnit = { ...question, unitId: Number(home?.key) }
    const [own] = (await compare(ofUnit)).parts
    expect(own?.total?.['E']).toBe(home?.figures['E'])
    expect((await changesOf(own, ofUnit, { row: 'total', column: 'E' })).went.rows).toEqual(went.rows)
  })

  it('is written with one sheet for each part', async () => {
    const { fileName, bytes } = await office.call('statistics.exportTable', { table: 'comparison', periodId: last.id, previousId: first.id })
    expect(fileName).toBe('两期比较_2026年9月与2026年10月.xlsx')
    const { sheets } = await readWorkbook(fileName, bytes)
    expect(sheets.map(({ name }) => name)).toEqual(['S1a', 'S1b', 'S1c', 'S1d', 'S1e', 'S12a', 'S12a2', 'S12b', 'S12c'])
  })
})

it('compares a locked period with today', async () => {
  const { parts, previous, cutOff } = await compare({ previousId: first.id })
  expect([previous, cutOff]).toEqual(['2026年9月', '2026-11-21'])
  const now = (await office.call('statistics.table', { table: 'S1' })).parts[0]?.total ?? {}
  expect(parts[1]?.total?.['D']).toBe(now['D'])
})

it('opens no changes behind what is no change', async () => {
  const figure = writeFigureRef({ table: 'comparison', part: 'S1a', row: 'total', column: 'C', label: '' })
  for (const word of [figure, '']) {
    expect(await office.failure('period.changes', { figure: word })).toMatchObject({ code: 'invalid', details: { reason: 'no-such-figure' } })
  }
})

describe('the rates in the course of time', () => {
  it('are those of S12 of each locked period in its latest edition, and of today', async () => {
    const corrected = await office.call('period.correct', { periodId: last.id, reason: '核对' })
    const { rates, points, unitName } = await office.call('period.history', { kind: '月' })
    expect(unitName).toBeNull()
    expect(points.map(({ periodId, label }) => [periodId, label])).toEqual([[first.id, '2026年9月'], [corrected.id, '2026年10月'], [null, null]])
    expect(rates.map(({ label }) => label)).toContain('应建已建率(正式党员3名以上)')
    for (const { periodId, rates: told } of points) {
      const s12 = await office.call('statistics.table', { table: 'S12', ...(periodId === null ? {} : { periodId }) })
      const shown = s12.parts.find(({ key }) => key === 'S12c')?.rows
      expect(told.map(({ key, of, over, rate }) => [key, of, over, rate])).toEqual(
        shown?.map(({ key, figures }) => [key, figures['F'], figures['G'], figures['H']]),
      )
    }
  })

  it('are asked of one unit, and of another kind', async () => {
    const [unit] = await office.call('unit.list', {})
    const { unitName, points } = await office.call('period.history', { kind: '季', unitId: unit?.id })
    expect([unitName, points.map(({ label }) => label)]).toEqual([unit?.name, ['2026年第2季度', '2026年第3季度', null]])
    const s1 = (await office.call('statistics.table', { table: 'S1' })).parts[0]?.rows.find(({ label }) => label === unit?.name)
    expect(points.at(-1)?.rates.find(({ key }) => key === 'both')?.rate).toBe(s1?.figures['W'])
    expect(await office.failure('period.history', { kind: '季', unitId: 999 })).toMatchObject({ code: 'not-found' })
  })
})
