import { describe, expect, it, test } from 'vitest'
import golden from '../../../tests/fixtures/goldenDistrict.json'
import { percent } from '../percentage'
import { composePart, type Figures } from './composeTable'
import { askedTableIds, columnKey, type StatPart, type TableId } from './statTable'
import { standingWords } from './moves'
import { statTables } from './statTables'
import { noFacts } from './tableFacts'
import { goldenScene, numberOf } from './testing/goldenScene'

function partOf(id: TableId, at = 0): StatPart {
  const part = statTables[id].parts(goldenScene(golden))[at]
  if (!part) throw new Error(`${id} has no part ${at}`)
  return part
}

/** The figures of each row by its label, 合计 included. */
function figuresOf(part: StatPart): Record<string, Figures> {
  const { rows, total } = composePart(part)
  return { ...Object.fromEntries(rows.map(({ label, figures }) => [label, figures])), ...(total ? { 合计: total } : {}) }
}

/** The numbers behind a figure, as the codes of the golden district. */
function listed(part: StatPart, row: string, key: string): readonly number[] {
  const found = part.rows.find(({ label }) => label === row)
  return (found && part.columns.find((column) => column.key === key)?.count?.(found.facts, found).ids) ?? []
}

describe('every table of the golden district', () => {
  it.each(askedTableIds)('%s adds up', (id) => {
    for (const part of statTables[id].parts(goldenScene(golden))) expect(composePart(part).broken, part.key).toEqual([])
  })

  it.each(askedTableIds)('%s names its columns as Excel does', (id) => {
    for (const part of statTables[id].parts(goldenScene(golden))) {
      expect(part.columns.map(({ key }) => key)).toEqual(part.columns.map((_, i) => columnKey(i + 2)))
    }
  })
})

describe('S1', () => {
  test.each(Object.entries(golden.expectedS1))('%s, cell by cell', (unit, expected) => {
    const figures = figuresOf(partOf('S1'))[unit] ?? {}
    for (const [column, value] of Object.entries(expected)) {
      const figure = figures[column] ?? null
      expect([column, typeof value === 'string' ? percent(figure) : figure]).toEqual([column, value])
    }
  })

  it('compares 两个覆盖率 with the period before', () => {
    expect(figuresOf(partOf('S1'))['合计']?.['X']).toBe(13.57)
  })

  it('knows the enterprises behind a figure', () => {
    expect(listed(partOf('S1'), '甲街道', 'M')).toEqual([numberOf('E08')])
    expect(listed(partOf('S1'), '乙镇', 'I')).toEqual(['E13', 'E14', 'E24'].map(numberOf))
  })

  it('adds up by size as well', () => {
    const [part] = statTables.S1.parts({ ...goldenScene(golden), grouping: 'size' })
    if (!part) throw new Error('no part')
    const { total, broken } = composePart(part)
    expect([broken, total?.['D'], total?.['G']]).toEqual([[], 20, 13])
    expect(figuresOf(part)['10–49 人']).toMatchObject({ D: 8, G: 7 })
  })
})

test('S2, 合计 and by unit', () => {
  const figures = figuresOf(partOf('S2'))
  expect(figures['合计']).toMatchObject({ C: 10, D: 1, E: 1, F: 8, G: 0, H: 7, I: 3, J: 7, K: 2.33, L: 0, M: 0, N: 1, Q: 3, R: 3 })
  expect(['甲街道', '乙镇', '丙镇'].map((unit) => figures[unit]?.['C'])).toEqual([6, 2, 2])
})

test('S3, 合计', () => {
  expect(figuresOf(partOf('S3'))['合计']).toMatchObject({
    C: 23, D: 1106, E: 224, F: 217, G: 7, N: 7, O: 6, P: 6, Q: 2, R: 1, S: 1,
  })
})

test.each([
  ['10 人以下', { D: 6, E: 2, F: 0, G: 2, H: 0.3333, L: 2, M: 2, N: 0.6667 }],
  ['10–49 人', { D: 8, E: 7, F: 2, G: 5, H: 0.875, L: 0, M: 1, N: 0.875 }],
  ['50–99 人', { D: 3, E: 1, F: 1, G: 0, H: 0.3333, L: 2, M: 0, N: 1 }],
  ['100–299 人', { D: 2, E: 2, F: 2, G: 0, H: 1, L: 0, M: 0, N: 1 }],
  ['300 人及以上', { D: 1, E: 1, F: 1, G: 0, H: 1, L: 0, M: 0, N: 1, O: 0.05 }],
  ['未填', { C: 0, D: 0, H: null, N: null }],
  ['合计', { C: 23, D: 20, E: 13, F: 6, G: 7, H: 0.65, I: 0.3, J: 9, K: 2, L: 4, M: 3, N: 0.85, O: 1 }],
])('S4, %s', (band, expected) => {
  expect(figuresOf(partOf('S4'))[band]).toMatchObject(expected)
})

describe('S12 against 2026-03-31', () => {
  it('bridges the base and the register', () => {
    expect(figuresOf(partOf('S12', 0))['合计']).toEqual({ C: 21, D: 1, E: 0, F: 0, G: 1, H: 0, I: 1, J: 0, K: 0, L: 20 })
    expect(figuresOf(partOf('S12', 1))['合计']).toEqual({ C: 23, D: 1, E: 0, F: 0, G: 1, H: 0, I: 0, J: 0, K: 0, L: 23 })
  })

  it.each([
    ['单独', { C: 6, D: 0, E: 0, F: 0, G: 0, H: 6 }],
    ['联合', { C: 0, D: 5, E: 0, F: 0, G: 0, H: 5 }],
    ['工作覆盖', { C: 0, D: 0, E: 3, F: 1, G: 0, H: 4 }],
    ['未覆盖', { C: 0, D: 2, E: 0, F: 2, G: 2, H: 6 }],
    ['不在基数(含新增)', { C: 0, D: 0, E: 1, F: 0, G: null, H: 1 }],
    ['合计', { C: 6, D: 7, E: 4, F: 3, G: 2 }],
  ])('flows from %s', (state, expected) => {
    expect(figuresOf(partOf('S12', 2))[state]).toMatchObject(expected)
  })

  it('tells the rates then and now', () => {
    const figures = figuresOf(partOf('S12', 3))
    expect(Object.keys(figures)).toHaveLength(9)
    expect(figures['组织覆盖率']).toEqual({ C: 11, D: 21, E: 0.5238, F: 13, G: 20, H: 0.65, I: 12.62 })
    expect(figures['两个覆盖率']).toEqual({ C: 15, D: 21, E: 0.7143, F: 17, G: 20, H: 0.85, I: 13.57 })
  })

  it('knows who moved', () => {
    expect(listed(partOf('S12', 2), '未覆盖', 'D')).toEqual(['E23', 'E24'].map(numberOf))
    expect(listed(partOf('S12', 2), '未覆盖', 'G')).toEqual(['E18', 'E22'].map(numberOf))
    expect(listed(partOf('S12', 0), '丙镇', 'D')).toEqual([numberOf('E20')])
  })
})

describe('the comparison with 2026-03-31', () => {
  it('tells every figure of S1 then, now and its change', () => {
    const whole = (at: number): Figures => figuresOf(partOf('comparison', at))['合计'] ?? {}
    // 在册 23 → 23: E20 came, E18 went; 实体运营 21 → 20.
    expect(whole(0)).toMatchObject({ C: 23, D: 23, E: 0, F: 21, G: 20, H: -1, I: 6, J: 6, K: 0, L: 9, M: 9, N: 0 })
    expect(whole(1)).toMatchObject({ F: 11, G: 13, H: 2, L: 5, M: 7, N: 2, O: 0.5238, P: 0.65, Q: 12.62 })
    expect(whole(4)).toMatchObject({ I: 4, J: 4, K: 0, O: 0.7143, P: 0.85, Q: 13.57 })
  })

  it('has the figures of S1 as those of now, in every row', () => {
    const s1 = figuresOf(partOf('S1'))
    const now = [
      [0, { D: 'C', G: 'D', J: 'E', M: 'F' }],
      [1, { G: 'G', J: 'H', M: 'I', P: 'J', S: 'K' }],
      [2, { G: 'L', J: 'M', M: 'N', P: 'E', S: 'O', V: 'P' }],
      [3, { D: 'Q', G: 'R', J: 'S', M: 'T', P: 'U', S: 'V' }],
      [4, { P: 'W' }],
    ] as const
    for (const [at, columns] of now) {
      for (const [row, figures] of Object.entries(figuresOf(partOf('comparison', at)))) {
        for (const [key, of] of Object.entries(columns)) expect([row, of, figures[key]]).toEqual([row, of, s1[row]?.[of]])
      }
    }
  })

  it.each([
    [0, '合计', 'H', ['E20'], ['E18', 'E22']],
    [1, '合计', 'H', ['E23', 'E24'], []],
    [1, '丙镇', 'Q', ['E23'], []],
    [4, '合计', 'K', ['E20'], ['E21']],
    [4, '合计', 'Q', ['E20', 'E23', 'E24'], ['E21']],
  ])('sheet %i, %s, %s: who came and who went', (at, label, key, came, went) => {
    const part = partOf('comparison', at)
    const row = [...part.rows, { key: 'total', label: '合计', facts: part.whole ?? noFacts }].find((one) => one.label === label)
    const moves = row && part.columns.find((column) => column.key === key)?.moves?.(row.facts, row)
    const sorted = (ids: readonly number[] | undefined): number[] => [...(ids ?? [])].sort((a, b) => a - b)
    expect([sorted(moves?.came), sorted(moves?.went)]).toEqual([sorted(came.map(numberOf)), sorted(went.map(numberOf))])
  })

  it('says from which state into which', () => {
    const { facts } = goldenScene(golden)
    const words = (id: string): string[] => {
      const [then, now] = [facts.before, facts.enterprises].map((all) => all.find((e) => e.id === numberOf(id)))
      return [standingWords(then, now, String), standingWords(now, then, String)]
    }
    expect(words('E23')).toEqual(['未覆盖', '联合'])
    expect(words('E22')).toEqual(['未覆盖', '不在基数(空壳)'])
    expect(words('E18')).toEqual(['未覆盖', '不在册(已注销)'])
    expect(words('E20')).toEqual(['台账没有', '工作覆盖(联络)'])
  })
})

test('S13 adds up to Q of S1', () => {
  expect(figuresOf(partOf('S13'))['合计']).toEqual({ C: 3, D: 2, E: 2, F: 7, G: 1, H: 2, I: 2 })
})

describe('what does not add up is told', () => {
  it('a derived column that disagrees with what it counts, and an identity', () => {
    const part = partOf('S1')
    const wrong = part.columns.map((column) => (column.key === 'H' ? { ...column, count: () => ({ value: 1, ids: [] }) } : column))
    const { broken } = composePart({ ...part, columns: wrong })
    expect(broken).toContainEqual({ row: '甲街道', text: 'G=H+I', left: 7, right: 4 })
    expect(broken).toContainEqual({ row: '合计', text: 'ΣH', left: 1, right: 3 })
  })

  it('an enterprise in no row', () => {
    const scene = goldenScene(golden)
    const [part] = statTables.S1.parts({ ...scene, units: scene.units.slice(0, 2) })
    expect(part && composePart(part).broken).toContainEqual({ row: '合计', text: 'ΣD', left: 20, right: 16 })
  })

  it('an identity stated by the table', () => {
    const part = partOf('S2')
    const wrong = part.columns.map((column) => (column.key === 'I' ? { ...column, count: () => ({ value: 0, ids: [] }) } : column))
    expect(composePart({ ...part, columns: wrong }).broken).toContainEqual({ row: '甲街道', text: 'H+I=C', left: 5, right: 6 })
  })
})
