import { expect, it } from 'vitest'
import { figureText } from './figureText'

it.each([
  ['count', 12, '12'],
  ['count', null, '—'],
  ['rate', 0.6667, '66.67%'],
  ['rate', null, '—'],
  ['points', 12.62, '+12.62'],
  ['points', -0.5, '-0.50'],
  ['points', 0, '0.00'],
  ['points', null, ''],
  ['change', 3, '+3'],
  ['change', -2, '-2'],
  ['change', 0, '0'],
  ['money', 1234.5, '1234.50'],
  ['decimal', 2.33, '2.33'],
  ['decimal', null, '—'],
  ['text', undefined, ''],
] as const)('%s %s is shown as %s', (kind, value, text) => {
  expect(figureText(kind, value)).toBe(text)
})
