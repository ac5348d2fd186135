import { expect, it } from 'vitest'
import { recentQuarters } from './recentQuarters'

it('goes back over the turn of the year, an older quarter that is asked for first', () => {
  expect(recentQuarters('2026-02-10', '2026年第1季度')).toEqual([
    '2026年第1季度', '2025年第4季度', '2025年第3季度', '2025年第2季度', '2025年第1季度', '2024年第4季度', '2024年第3季度', '2024年第2季度',
  ])
  expect(recentQuarters('2026-02-10', '2023年第4季度')[0]).toBe('2023年第4季度')
})
