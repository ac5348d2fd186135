import { expect, it } from 'vitest'
import { readFigureRef } from '../../../shared/domain/statistics/figureRef'
import { figureLink } from './figureLink'

const figure = { table: 'S1', part: 'S1', row: '3', column: 'M', asOf: '2026-06-30', label: '甲街道 应建未建' } as const

it('opens S1 of a day by the filter of the ledger', () => {
  expect(figureLink('enterprise', figure)).toEqual({ name: 'ledger', query: { figure: 'M', unit: '3', asOf: '2026-06-30' } })
  expect(figureLink('enterprise', { ...figure, row: 'total' })).toEqual({ name: 'ledger', query: { figure: 'M', asOf: '2026-06-30' } })
})

it('opens any other figure by where it stands', () => {
  const village = { ...figure, unitId: 3, grouping: 'place', row: '科技园, A~B', column: 'M' } as const
  const link = figureLink('enterprise', village)
  const counted = typeof link === 'object' && 'query' in link ? String(link.query?.['counted']) : ''
  expect(counted).not.toContain(',')
  expect(readFigureRef(counted)).toEqual({ ...village, from: undefined, periodId: undefined })
})

it('opens the ledger of what it counts', () => {
  expect(figureLink('assignment', { ...figure, table: 'S8', part: 'S8', column: 'N' })).toMatchObject({ name: 'assignments' })
})

it.each(['', 'S1', 'S99~S1~1~C~~~~~~~', 'S1~S1~%E0%A4%A~C~~~~~~~', 'S1~S1~~C~~~~~~~'])('%s names no figure', (word) => {
  expect(readFigureRef(word)).toBeNull()
})
