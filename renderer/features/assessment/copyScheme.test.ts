import { expect, it } from 'vitest'
import { copyScheme } from './copyScheme'
import { schemeSums } from './schemeSums'

const item = (schemeId: number, max: number) => ({ values: { schemeId, sortNo: 1, groupName: '甲', text: '乙', max } })

it('copies a scheme with its items into another year', () => {
  const scheme = { values: { year: 2025, name: '旧', total: 100, yearBy: '按季度分值', note: null } }
  const changes = copyScheme(scheme, [item(7, 60), item(7, 40)], { year: 2026, name: '新' })
  expect(changes.map(({ kind, id }) => [kind, id])).toEqual([['scheme', -1], ['schemeItem', -2], ['schemeItem', -3]])
  expect(changes[0]?.values).toEqual({ year: 2026, name: '新', total: 100, yearBy: '按季度分值', note: null })
  expect(changes[2]?.values).toMatchObject({ schemeId: -1, max: 40 })
})

it('sums the points of each scheme', () => {
  expect(schemeSums([item(1, 0.1), item(1, 0.2), item(2, 5)])).toEqual(
    new Map([[1, { items: 2, points: 0.3 }], [2, { items: 1, points: 5 }]]),
  )
})
