import { describe, expect, it } from 'vitest'
import type { StatPart, StatTable } from '../../../shared/contract/statistics'
import type { TableId } from '../../../shared/domain/statistics/statTable'
import { statCharts } from './statChart'

type Column = StatPart['columns'][number]

function column(key: string, group: string, header: string, kind: Column['kind'] = 'count'): Column {
  return { key, group, header, width: 8, kind, opens: kind === 'count' ? 'enterprise' : null }
}

function tableOf(table: TableId, columns: Column[], rows: StatPart['rows'], total: StatPart['total']): StatTable {
  const part = { key: table, title: '情况统计表', measure: '', rowHeader: '单位', columns, rows, total, note: '', broken: [] }
  return {
    table, title: '情况统计表', officeName: '示范', unitName: null, cutOff: '2026-06-30', from: '2026-01-01', period: null,
    previous: null, grouping: 'unit', groupings: ['unit'], parts: [part],
  }
}

const s1 = tableOf(
  'S1',
  [
    column('G', '组织覆盖', '合计'), column('H', '组织覆盖', '单独组建'), column('I', '组织覆盖', '联合组建'), column('T', '', '工作覆盖数'),
    column('U', '', '未覆盖'), column('J', '', '组织覆盖率', 'rate'), column('W', '', '两个覆盖率', 'rate'),
  ],
  [
    { key: '1', label: '甲街道', figures: { G: 7, H: 4, I: 3, T: 2, U: 1, J: 0.7, W: 0.9 } },
    { key: '2', label: '乙镇', figures: { G: 0, H: 0, I: 0, T: 0, U: 0, J: null, W: null } },
  ],
  { G: 7, H: 4, I: 3, T: 2, U: 1, J: 0.7, W: 0.9 },
)

describe('statCharts', () => {
  it('stacks what each unit is composed of, every part with its list', () => {
    const [chart] = statCharts('coverage', s1, { table: 'S1' })
    expect(chart?.categories).toEqual(['甲街道', '乙镇'])
    expect(chart?.series.map(({ name, points }) => [name, points.map(({ value }) => value)])).toEqual([
      ['单独组建', [4, 0]], ['联合组建', [3, 0]], ['工作覆盖数', [2, 0]], ['未覆盖', [1, 0]],
    ])
    expect(chart?.series[0]?.points.map(({ to }) => to)).toEqual([{ name: 'ledger', query: { unit: '1', figure: 'H' } }, undefined])
  })

  it('draws rates with that of all, each opening what it counts', () => {
    const [chart] = statCharts('rates', s1, { table: 'S1' })
    expect(chart?.categories).toEqual(['甲街道', '乙镇', '合计'])
    expect(chart?.series.map(({ points }) => points.map(({ value }) => value))).toEqual([[0.7, null, 0.7], [0.9, null, 0.9]])
    expect(chart?.series[0]?.points[2]?.to).toEqual({ name: 'ledger', query: { figure: 'G' } })
    expect(chart?.series[1]?.points[0]?.to).toMatchObject({ name: 'ledger', query: { unit: '1', figure: 'D' } })
  })

  it('opens nothing for a rate of two columns where no filter shows both', () => {
    const [chart] = statCharts('rates', s1, { table: 'S1', periodId: 3 })
    expect(chart?.series[1]?.points.map(({ to }) => to)).toEqual([undefined, undefined, undefined])
  })

  it('draws the items of 三建三送 over all units and the whole by unit', () => {
    const s9 = tableOf(
      'S9',
      [
        column('C', '', '应落实企业数'), column('D', '党旗', '已落实'), column('E', '党旗', '落实率', 'rate'), column('P', '', '六项全部落实'),
        column('Q', '', '全部落实率', 'rate'),
      ],
      [{ key: '1', label: '甲街道', figures: { C: 4, D: 3, E: 0.75, P: 1, Q: 0.25 } }],
      { C: 4, D: 3, E: 0.75, P: 1, Q: 0.25 },
    )
    const [items, whole] = statCharts('deliveries', s9, { table: 'S9' })
    expect([items?.categories, items?.series[0]?.points[0]?.value]).toEqual([['党旗'], 0.75])
    expect(items?.series[0]?.points[0]?.to).toMatchObject({ name: 'ledger' })
    expect(whole?.series[0]?.points.map(({ value }) => value)).toEqual([0.25, 0.25])
  })

  it('puts the most frequent reason first', () => {
    const s13 = tableOf(
      'S13',
      [column('C', '单位', '甲街道'), column('D', '', '合计'), column('E', '', '占比', 'rate'), column('F', '', '其中:应建未建')],
      [
        { key: '没有党员', label: '没有党员', figures: { C: 1, D: 1, E: 0.25, F: 0 } },
        { key: '未填', label: '未填', figures: { C: 3, D: 3, E: 0.75, F: 2 } },
      ],
      { C: 4, D: 4, E: 1, F: 2 },
    )
    const [chart] = statCharts('reasons', s13, { table: 'S13' })
    expect(chart?.categories).toEqual(['未填', '没有党员'])
    expect(chart?.series.map(({ points }) => points.map(({ value }) => value))).toEqual([[3, 1], [2, 0]])
  })

  it('has nothing to draw of a table without rows', () => {
    expect(statCharts('coverage', tableOf('S1', [], [], null), { table: 'S1' })).toEqual([])
  })
})
