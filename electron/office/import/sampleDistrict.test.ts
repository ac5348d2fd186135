import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import expected from '../../../resources/sample-district/expected.json'
import { readWorkbook } from '../excel/readWorkbook'
import { readLedger } from './readLedger'
import { unitIndex } from './unitIndex'

const folder = join(import.meta.dirname, '../../../resources/sample-district')
const units = unitIndex(expected.setup.units.map((unit, i) => ({ id: i + 1, name: unit.name, aliases: unit.aliases })))

describe('sample district', () => {
  it.each(Object.entries(expected.files))('%s is read whole', async (name, file) => {
    const workbook = await readWorkbook(name, readFileSync(join(folder, name)))
    const reading = readLedger(name, workbook, units, '2026-11-21')
    expect(reading.form?.id).toBe('F01')
    expect(reading.unit?.name).toBe(file.unit)
    expect(reading.rows).toHaveLength(file.rows)
    expect(reading.sheets.flatMap((sheet) => sheet.unmapped)).toEqual([])
    expect(reading.sheets.flatMap(({ columns }) => columns.filter(({ question }) => question !== null))).toEqual([])
    expect(reading.rows.flatMap((row) => row.problems)).toEqual([])

    const truth = new Map(expected.enterprises.filter((e) => e.unitName === file.unit).map((e) => [e.enterpriseName, e]))
    expect(truth.size).toBe(file.rows)
    for (const row of reading.rows) {
      const wanted = truth.get(row.values.enterpriseName ?? '')
      expect(wanted, row.values.enterpriseName).toBeDefined()
      const values: Record<string, unknown> = { ...row.values, unitName: row.unit?.name }
      for (const [field, value] of Object.entries(wanted ?? {})) {
        expect([row.row, field, values[field] ?? null]).toEqual([row.row, field, value === '' ? null : value])
      }
    }
  })
})
