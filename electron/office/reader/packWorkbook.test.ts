import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { PlainCell, PlainWorkbook } from '../excel/sheet'
import { packWorkbook } from './packWorkbook'
import { unpackWorkbook } from './unpackWorkbook'

const cell: fc.Arbitrary<PlainCell> = fc.oneof(
  fc.string(),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0),
  fc.boolean(),
  fc.constant(null),
  fc.constant({ date: '2024-01-15' }),
  fc.constant({ date: '2024-01-01', month: true as const }),
  fc.constantFrom('#N/A', '#图片').map((error) => ({ error })),
)
const sheet = fc.record({
  name: fc.string(),
  hidden: fc.boolean(),
  rows: fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 6 }),
  merges: fc.array(fc.constant({ top: 0, left: 0, bottom: 1, right: 2 }), { maxLength: 2 }),
})
const workbook = fc.record<PlainWorkbook>({ kind: fc.constantFrom('xlsx', 'csv'), sheets: fc.array(sheet, { maxLength: 3 }) })

it('gives any workbook back as it was, also from another process', () => {
  fc.assert(
    fc.property(workbook, (before) => {
      expect(unpackWorkbook(structuredClone(packWorkbook(before)))).toEqual(before)
    }),
  )
})

it('writes a text once, however many cells hold it, and a blank row once', () => {
  const rows: PlainCell[][] = Array.from({ length: 1000 }, (_, index) => (index % 2 === 0 ? ['是', '企业'] : []))
  const packed = packWorkbook({ kind: 'xlsx', sheets: [{ name: '表', hidden: false, rows, merges: [] }] })
  expect(packed.texts).toEqual(['是', '企业'])
  const unpacked = unpackWorkbook(packed).sheets[0]?.rows
  expect(unpacked?.[1]).toBe(unpacked?.[3])
})
