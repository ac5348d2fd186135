import { beforeAll, describe, expect, test } from 'vitest'
import { readWorkbook } from '../excel/readWorkbook'
import { convertAllWithLibreOffice, hasLibreOffice, skippedWithout } from '../excel/testing/libreOffice'
import type { PlainCell } from '../excel/sheet'
import type { WorkbookSpec } from '../excel/workbookSpec'
import { writeWorkbook } from '../excel/writeWorkbook'
import { formWorkbook } from './formWorkbook'
import { findForm } from './standardForms'
import { blankRow, builtRow } from './testing/ledgerRows'
import { askedTableIds } from '../../../shared/domain/statistics/statTable'
import { tableWorkbook } from './tableWorkbook'
import { goldenTable, tableWithEmptyUnit } from './testing/goldenTable'

const workbooks: readonly (readonly [string, WorkbookSpec, number])[] = [
  ['S1', tableWorkbook(tableWithEmptyUnit()), 5 * 11 + 10],
  [
    'F01',
    formWorkbook({
      form: findForm('F01'),
      regionName: '示范区',
      year: 2026,
      filledOn: '2026-06-30',
      parts: [
        {
          filledBy: '示范区',
          rows: [
            builtRow,
            blankRow,
            { ...builtRow, annualRevenue: 0.1 },
            { ...blankRow, annualRevenue: 0.2, hasUnion: true },
          ],
        },
      ],
    }),
    28,
  ],
]

/** The same workbook without the results we wrote: whatever LibreOffice shows, it has calculated itself. */
function withoutResults(spec: WorkbookSpec): WorkbookSpec {
  return {
    ...spec,
    sheets: spec.sheets.map((sheet) => ({
      ...sheet,
      rows: sheet.rows.map((row) => ({
        ...row,
        cells: row.cells.map((cell) => (cell?.formula === undefined ? cell : { ...cell, value: null })),
      })),
    })),
  }
}

/** Every workbook without results, by name, and as LibreOffice saved it: in one run, for starting it takes longest. */
async function recalculate(specs: readonly (readonly [string, WorkbookSpec, ...unknown[]])[]) {
  const bare = new Map<string, Uint8Array>()
  for (const [name, spec] of specs) bare.set(`${name}.xlsx`, await writeWorkbook(withoutResults(spec)))
  const saved = convertAllWithLibreOffice(bare, 'xlsx')
  return (name: string) => {
    const [before, after] = [bare.get(`${name}.xlsx`), saved.get(name)]
    if (!before || !after) throw new Error(`LibreOffice saved no ${name}`)
    return { before, after }
  }
}

describe.skipIf(!hasLibreOffice)(`LibreOffice calculates what we wrote${skippedWithout}`, () => {
  let recalculated: Awaited<ReturnType<typeof recalculate>>
  beforeAll(async () => {
    recalculated = await recalculate(workbooks)
  })

  test.each(workbooks)('%s', async (name, spec, formulaCount) => {
    const written = await readWorkbook('x.xlsx', await writeWorkbook(spec))
    const { before, after } = recalculated(name)
    const calculated = await readWorkbook('x.xlsx', after)
    const cells = (spec.sheets[0]?.rows ?? []).flatMap((row, r) =>
      row.cells.flatMap((cell, c) => (cell?.formula === undefined ? [] : [{ r, c }])),
    )
    expect(cells).toHaveLength(formulaCount)
    const at = (rows: readonly (readonly PlainCell[])[] | undefined) => cells.map(({ r, c }) => rounded(rows?.[r]?.[c]))
    const blank = (await readWorkbook('x.xlsx', before)).sheets[0]?.rows
    expect(at(blank).every((value) => value === null)).toBe(true)
    expect(at(calculated.sheets[0]?.rows)).toEqual(at(written.sheets[0]?.rows))
  })
})

describe.skipIf(!hasLibreOffice)(`LibreOffice calculates every figure of the tables${skippedWithout}`, () => {
  let recalculated: Awaited<ReturnType<typeof recalculate>>
  beforeAll(async () => {
    recalculated = await recalculate(askedTableIds.map((id) => [id, tableWorkbook(goldenTable(id))]))
  })

  test.each(askedTableIds)('%s', async (id) => {
    const spec = tableWorkbook(goldenTable(id))
    const written = await readWorkbook('x.xlsx', await writeWorkbook(spec))
    const calculated = await readWorkbook('x.xlsx', recalculated(id).after)
    const figuresOf = ({ sheets }: typeof written) => sheets.map(({ rows }) => rows.slice(4).map((row) => row.map(rounded)))
    expect(figuresOf(calculated)).toEqual(figuresOf(written))
    expect(spec.sheets.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.flatMap((cell) => cell?.formula ?? [])))).not.toEqual([])
  })
})

/** Sums of binary fractions differ in their last digit. */
function rounded(value: PlainCell | undefined): PlainCell {
  return typeof value === 'number' ? Math.round(value * 1e9) / 1e9 : (value ?? null)
}
