import ExcelJS from 'exceljs'
import { beforeAll, describe, expect, it } from 'vitest'
import { formIds, type FormId } from '../../../shared/domain/formId'
import { readWorkbook } from '../excel/readWorkbook'
import type { PlainCell, PlainSheet } from '../excel/sheet'
import { convertAllWithLibreOffice, hasLibreOffice, skippedWithout } from '../excel/testing/libreOffice'
import { findForm } from '../forms/standardForms'
import { createSampleOffice } from './createSampleOffice'

/** Every form of the sample district as it leaves the office; of F11 the sheets of one unit. */
const exported = new Map<FormId, Uint8Array>()

beforeAll(async () => {
  const office = await createSampleOffice()
  for (const form of formIds) {
    const { bytes, rows } = await office.call('form.export', form === 'F11' ? { form, unitId: 1 } : { form })
    expect(rows, form).toBeGreaterThan(0)
    exported.set(form, bytes)
  }
  await office.close()
})

const sheetsOf = async (name: string, bytes: Uint8Array): Promise<readonly PlainSheet[]> => (await readWorkbook(name, bytes)).sheets
const loaded = async (bytes: Uint8Array): Promise<ExcelJS.Workbook> => {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(new Uint8Array(bytes).buffer)
  return workbook
}

/** Sums of binary fractions differ in their last digit, and a blank text is a blank. */
function comparable(cell: PlainCell | undefined): PlainCell {
  if (typeof cell === 'number') return Math.round(cell * 1e9) / 1e9
  return cell === undefined || cell === '' ? null : cell
}

function contentOf({ name, rows, merges }: PlainSheet): object {
  const cells = rows.map((row) => row.map(comparable))
  // A block that says nothing is no loss: .ods keeps none.
  const filled = merges.filter(({ top, left }) => (cells[top]?.[left] ?? null) !== null)
  const places = filled.map(({ top, left, bottom, right }) => [top, left, bottom, right].join(' '))
  return { name, cells: cells.map((row) => row.slice(0, row.findLastIndex((cell) => cell !== null) + 1)), merges: places.sort() }
}

describe.skipIf(!hasLibreOffice)(`LibreOffice opens every form and saves it${skippedWithout}`, () => {
  it.each(['xlsx', 'xls', 'ods'])('as .%s, which reads as what was exported, cell by cell', { timeout: 180_000 }, async (format) => {
    const saved = convertAllWithLibreOffice(named(exported), format)
    for (const [form, bytes] of exported) {
      const ours = (await sheetsOf(`${form}.xlsx`, bytes)).map(contentOf)
      const theirs = (await sheetsOf(`${form}.${format}`, saved.get(form) ?? new Uint8Array())).map(contentOf)
      expect(theirs, form).toEqual(ours)
    }
  })

  it('with the sums and counts it reckons itself, and the paper it was told', { timeout: 180_000 }, async () => {
    const bare = new Map<FormId, Uint8Array>()
    for (const [form, bytes] of exported) bare.set(form, await withoutResults(bytes))
    const saved = convertAllWithLibreOffice(named(bare), 'xlsx')
    for (const [form, bytes] of exported) {
      const reckoned = saved.get(form) ?? new Uint8Array()
      const [ours, theirs] = [await sheetsOf('x.xlsx', bytes), await sheetsOf('x.xlsx', reckoned)]
      const formulas = await formulaPlaces(bytes)
      expect(formulas.length > 0, form).toBe(findForm(form).footer !== null)
      for (const { sheet, r, c } of formulas) {
        expect(comparable(theirs[sheet]?.rows[r]?.[c]), `${form} row ${r + 1} column ${c + 1}`).toEqual(comparable(ours[sheet]?.rows[r]?.[c]))
      }
      expect((await loaded(reckoned)).worksheets.map(setup), form).toEqual((await loaded(bytes)).worksheets.map(setup))
    }
  })
})

function named(files: ReadonlyMap<FormId, Uint8Array>): Map<string, Uint8Array> {
  return new Map([...files].map(([form, bytes]) => [`${form}.xlsx`, bytes]))
}

/** The same workbook without the results we wrote: whatever LibreOffice shows, it has reckoned itself. */
async function withoutResults(bytes: Uint8Array): Promise<Uint8Array> {
  const workbook = await loaded(bytes)
  for (const sheet of workbook.worksheets) {
    sheet.eachRow((row) => row.eachCell((cell) => {
      if (cell.formula) cell.value = { formula: cell.formula }
    }))
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}

async function formulaPlaces(bytes: Uint8Array): Promise<{ sheet: number; r: number; c: number }[]> {
  const places: { sheet: number; r: number; c: number }[] = []
  const workbook = await loaded(bytes)
  workbook.worksheets.forEach((one, sheet) =>
    one.eachRow((row, r) => row.eachCell((cell, c) => {
      if (cell.formula) places.push({ sheet, r: r - 1, c: c - 1 })
    })),
  )
  return places
}

function setup({ pageSetup: { paperSize, orientation, printTitlesRow } }: ExcelJS.Worksheet): object {
  return { paperSize: Number(paperSize), orientation, printTitlesRow: printTitlesRow?.replaceAll('$', '') }
}
