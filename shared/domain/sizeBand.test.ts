import { expect, it } from 'vitest'
import golden from '../../tests/fixtures/goldenDistrict.json'
import { nationalSettings } from './officeSettings'
import { sizeBandOf, sizeBands } from './sizeBand'

const bands = sizeBands(nationalSettings.limits.sizeBands)

it('makes bands that touch and leave nothing out', () => {
  expect(bands.map(({ label }) => label)).toEqual(['10 人以下', '10–49 人', '50–99 人', '100–299 人', '300 人及以上'])
  expect(sizeBands([])).toEqual([])
  for (const employees of [0, 9, 10, 49, 50, 99, 100, 299, 300, 100_000]) {
    expect(bands.filter((band) => sizeBandOf(employees, [band]) !== null), String(employees)).toHaveLength(1)
  }
  expect([9, 10, 299, 300].map((employees) => sizeBandOf(employees, bands)?.from)).toEqual([0, 10, 100, 300])
})

it('puts what nobody stated into no band: it is not 0', () => {
  expect(sizeBandOf(null, bands)).toBeNull()
  expect(sizeBandOf(0, bands)?.label).toBe('10 人以下')
})

it('divides the base of the golden district as its table by size does', () => {
  const base = golden.enterprises.filter(({ inBase }) => inBase)
  const counts = bands.map(({ from }) => base.filter(({ employees }) => sizeBandOf(employees, bands)?.from === from).length)
  expect(counts).toEqual([6, 8, 3, 2, 1])
})
