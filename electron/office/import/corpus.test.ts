import { readdirSync, readFileSync } from 'node:fs'
import { join, parse } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import expected from '../../../resources/sample-district/expected.json'
import { columnLetters } from '../excel/columnLetters'
import { readWorkbook } from '../excel/readWorkbook'
import type { PlainCell, PlainWorkbook, WorkbookKind } from '../excel/sheet'
import { convertAllWithLibreOffice, hasLibreOffice, skippedWithout } from '../excel/testing/libreOffice'
import { writeWorkbook } from '../excel/writeWorkbook'
import { formWorkbook } from '../forms/formWorkbook'
import { findForm } from '../forms/standardForms'
import { blankRow, builtRow } from '../forms/testing/ledgerRows'
import { readLedger } from './readLedger'
import { unitIndex } from './unitIndex'

const folder = join(import.meta.dirname, '../../../resources/sample-district')
const names = [...expected.setup.units, { name: '甲街道', aliases: [] }, { name: '乙镇', aliases: [] }]
const units = unitIndex(names.map(({ name, aliases }, i) => ({ id: i + 1, name, aliases })))

/** Every workbook of the sample district but the .csv, whose code page LibreOffice does not guess, and our own F01. */
async function sources(): Promise<Map<string, Buffer>> {
  const form = formWorkbook({
    form: findForm('F01'), regionName: '示范区', year: 2026, filledOn: '2026-06-30',
    parts: [{ filledBy: '甲街道', rows: [builtRow, { ...blankRow, unitName: '甲街道' }] }],
  })
  const samples = readdirSync(folder).filter((name) => /\.(xlsx|xls|ods)$/.test(name))
  return new Map([
    ...samples.map((name) => [name, readFileSync(join(folder, name))] as const),
    ['甲街道F01.xlsx', Buffer.from(await writeWorkbook(form))] as const,
  ])
}

/**
 * How a format keeps cells. `exact`: as they are. `blanks`: but for blanks at the ends of a text and in a row, which
 * ODF collapses. `shown`: as text, a date as it is shown. `serial`: a date as its number.
 */
type Kept = 'exact' | 'blanks' | 'shown' | 'serial'

interface Format {
  what: string
  /** What --convert-to takes. */
  filter: string
  kind: WorkbookKind
  kept: Kept
  /** It has neither several sheets nor merged cells. */
  isFlat?: boolean
  /** Written as another of these formats: a few files show that it is recognised. */
  isVariant?: boolean
  /** Its dates follow the language of LibreOffice, which may put the month first: then nobody can read them. */
  hasForeignDates?: boolean
}

const csv = (separator: number, encoding: number) => `csv:Text - txt - csv (StarCalc):${separator},34,${encoding},1`

const formats: readonly Format[] = [
  { what: 'Excel 97', filter: 'xls:MS Excel 97', kind: 'xls', kept: 'exact' },
  { what: 'template of Excel 97', filter: 'xlt:MS Excel 97 Vorlage/Template', kind: 'xls', kept: 'exact', isVariant: true },
  { what: 'Excel 2007', filter: 'xlsx:Calc MS Excel 2007 XML', kind: 'xlsx', kept: 'exact' },
  { what: 'Excel 2007 with macros', filter: 'xlsm:Calc MS Excel 2007 VBA XML', kind: 'xlsx', kept: 'exact', isVariant: true },
  { what: 'template of Excel 2007', filter: 'xltx:Calc MS Excel 2007 XML Template', kind: 'xlsx', kept: 'exact', isVariant: true },
  { what: 'Office Open XML', filter: 'xlsx:Calc Office Open XML', kind: 'xlsx', kept: 'exact' },
  { what: 'OpenDocument', filter: 'ods:calc8', kind: 'ods', kept: 'blanks' },
  { what: 'template of OpenDocument', filter: 'ots:calc8_template', kind: 'ods', kept: 'blanks', isVariant: true },
  { what: 'flat OpenDocument', filter: 'fods:OpenDocument Spreadsheet Flat XML', kind: 'ods', kept: 'blanks' },
  { what: 'HTML', filter: 'html:HTML (StarCalc)', kind: 'html', kept: 'shown' },
  { what: 'SYLK', filter: 'slk:SYLK', kind: 'sylk', kept: 'serial', isFlat: true },
  { what: 'DIF', filter: 'dif:DIF:76', kind: 'dif', kept: 'shown', isFlat: true, hasForeignDates: true },
  { what: 'commas in UTF-8', filter: csv(44, 76), kind: 'csv', kept: 'shown', isFlat: true },
  { what: 'tabs in GB 18030', filter: csv(9, 85), kind: 'csv', kept: 'shown', isFlat: true },
  { what: 'semicolons in UTF-16', filter: csv(59, 65535), kind: 'csv', kept: 'shown', isFlat: true },
]

/** A second sheet, and a liaison written once for several rows: a flat format loses them. */
const needsMore = ['商贸中心.xlsx', '柳河镇.xlsx']
const few = ['西岭街道.xls', '北台镇.ods', '甲街道F01.xlsx']
/** An HTML table, whose texts LibreOffice turns into numbers. */
const isAllText = (name: string) => name === '青石乡.xls'

describe.skipIf(!hasLibreOffice)(`what LibreOffice makes of a workbook is read as the workbook itself${skippedWithout}`, () => {
  let files: Map<string, Buffer>
  const originals = new Map<string, PlainWorkbook>()

  beforeAll(async () => {
    files = await sources()
    for (const [name, bytes] of files) originals.set(name, await readWorkbook(name, bytes))
    expect(originals.size).toBe(12)
  })

  test.each(formats)('$what', async (format) => {
    const chosen = new Map([...files].filter(([name]) => !format.isVariant || few.includes(name)))
    const converted = convertAllWithLibreOffice(chosen, format.filter)
    for (const [name, original] of originals) {
      if (!chosen.has(name)) continue
      const bytes = converted.get(parse(name).name)
      if (!bytes) throw new Error(`LibreOffice wrote no ${format.filter} of ${name}`)
      const workbook = await readWorkbook(name, bytes)
      expect([name, workbook.kind]).toEqual([name, format.kind])
      const kept = isAllText(name) ? 'shown' : format.kept
      expect([name, differences(original, workbook, kept)]).toEqual([name, []])
      if (!format.isFlat) {
        expect([name, workbook.sheets.map(({ merges }) => merges)]).toEqual([name, original.sheets.map(({ merges }) => merges)])
        expect(workbook.sheets).toHaveLength(original.sheets.length)
      }
      if (format.hasForeignDates || (format.isFlat && needsMore.includes(name))) continue
      expect([name, rowsOf(name, workbook)]).toEqual([name, rowsOf(name, original)])
    }
  })
})

/** The rows of a ledger as they would be imported. */
function rowsOf(name: string, workbook: PlainWorkbook): unknown {
  const reading = readLedger(name, workbook, units, '2026-11-21')
  expect(reading.rows.length).toBeGreaterThan(0)
  return reading.rows.map(({ unit, values }) => [unit?.name, values])
}

/** Cells that are not the same, as A1: before → after. */
function differences(before: PlainWorkbook, after: PlainWorkbook, kept: Kept): string[] {
  const found: string[] = []
  for (const [index, sheet] of before.sheets.entries()) {
    const other = after.sheets[index]
    if (!other) continue
    for (let row = 0; row < Math.max(sheet.rows.length, other.rows.length); row += 1) {
      const cells = sheet.rows[row] ?? []
      const others = other.rows[row] ?? []
      for (let column = 0; column < Math.max(cells.length, others.length); column += 1) {
        const [a, b] = [cells[column] ?? null, others[column] ?? null]
        // LibreOffice calculates the sums of a total row that came without results.
        if (isSame(a, b, kept) || (a === null && cells[0] === '合计')) continue
        found.push(`${columnLetters(column)}${row + 1}: ${JSON.stringify(a)} → ${JSON.stringify(b)}`)
      }
    }
  }
  return found
}

function isSame(before: PlainCell, after: PlainCell, kept: Kept): boolean {
  if (JSON.stringify(before) === JSON.stringify(after)) return true
  if (kept === 'exact') return false
  if (typeof before === 'string' && typeof after === 'string') return blanksOut(before) === blanksOut(after)
  if (isDate(before)) return kept === 'serial' ? dayOf(after) === before.date : kept === 'shown' && saysDay(String(after), before.date)
  return kept === 'shown' && String(before ?? '') === String(after ?? '')
}

function blanksOut(text: string): string {
  return text.replace(/[\s\u3000]+/g, ' ').trim()
}

function isDate(cell: PlainCell): cell is { date: string } {
  return typeof cell === 'object' && cell !== null && 'date' in cell
}

function dayOf(serial: PlainCell): string | null {
  return typeof serial === 'number' ? new Date(Date.UTC(1899, 11, 30) + serial * 86_400_000).toISOString().slice(0, 10) : null
}

/** 2024/3/5, 2024年3月5日, or 03/05/2024. */
function saysDay(text: string, date: string): boolean {
  const numbers = (text.match(/\d+/g) ?? []).map(Number)
  const [year, month, day] = date.split('-').map(Number)
  return [[year, month, day].join(), [month, day, year].join(), [year, month].join()].includes(numbers.join())
}
