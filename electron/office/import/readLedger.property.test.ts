import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import aliasList from '../../../resources/aliases.json'
import { enterpriseTypes, industries, operatingStatuses, orgModes, orgTypes } from '../../../shared/domain/valueDomain'
import type { PlainCell } from '../excel/sheet'
import { fieldsOfHeader } from './headerIndex'
import { fieldKind, fieldLabel, importFields, type ImportField } from './importField'
import { readLedger } from './readLedger'
import { sheetOf, workbookOf } from './testing/sheetOf'
import { unitIndex } from './unitIndex'

const unitNames = ['甲街道', '乙镇']
const units = unitIndex(unitNames.map((name, i) => ({ id: i + 1, name, aliases: [] })))

/** What a cell may hold, by how its field is read; null is a blank. */
function cellOf(field: ImportField): fc.Arbitrary<PlainCell> {
  const words: Partial<Record<ImportField, readonly string[]>> = {
    enterpriseType: enterpriseTypes, industry: industries.map(({ name }) => name), operatingStatus: operatingStatuses, orgMode: orgModes, orgType: orgTypes,
    creditCode: ['91000000MA00000157', '91000000MA00000232'],
    oldCode: ['110105012345678', '12345678-9'],
    parentOrgName: ['中共甲街道工作委员会', '中共商会总支部委员会'],
  }
  const kind = fieldKind(field)
  const own = words[field]
  if (own) return orBlank(fc.constantFrom(...own))
  switch (kind.type) {
    case 'count':
      return orBlank(fc.integer({ min: 0, max: 9999 }))
    case 'flag':
      return orBlank(fc.constantFrom('是', '否', '√', '×'))
    case 'phone':
      return orBlank(fc.integer({ min: 13000000000, max: 19999999999 }).map(String))
    case 'date':
      return orBlank(fc.integer({ min: 2000, max: 2025 }).chain((year) => fc.constantFrom(`${year}-03-09`, `${year}.7.1`, `${year}年11月`)))
    case 'money':
      return orBlank(fc.integer({ min: 0, max: 1_000_000 }).map((n) => n / 4))
    default:
      return orBlank(fc.constantFrom('李四', '建设路137号', '王家庄'))
  }
}

function orBlank<T extends PlainCell>(filled: fc.Arbitrary<T>): fc.Arbitrary<PlainCell> {
  return fc.option(filled, { nil: null, freq: 4 })
}

/** Headers nobody needs a group or a neighbour to understand; a bare 手机号码 is of the person named before it. */
const headersOf = new Map<ImportField, string[]>()
for (const { field, zh, seen, made, trad } of aliasList) {
  const known = Object.keys(importFields).find((name): name is ImportField => name === field)
  if (!known || known === 'contactPhone') continue
  const all = [fieldLabel(known), zh, ...seen.map(([word]) => word ?? ''), ...made, ...trad]
  headersOf.set(known, all.filter((header) => fieldsOfHeader(header).join() === known))
}
/** What a ledger of enterprises is known by; a table without them may be another form. */
const always: ImportField[] = ['unitName', 'enterpriseName', 'employees', 'formalMembers', 'hasPartyOrg']
const optional = [...headersOf].filter(([field, headers]) => headers.length > 0 && !always.includes(field)).map(([field]) => field)

interface Table {
  fields: ImportField[]
  rows: PlainCell[][]
}

const table: fc.Arbitrary<Table> = fc.subarray(optional).chain((some) => {
  const fields = [...always, ...some]
  const row = fc.tuple(fc.constantFrom(...unitNames), ...fields.slice(2).map(cellOf))
  return fc.array(row, { minLength: 1, maxLength: 8 }).map((rows) => ({
    fields,
    rows: rows.map(([unit, ...cells], i) => [unit, `第${i + 1}号贸易有限公司`, ...cells]),
  }))
})

/** Rows people put between and behind data. */
const junk: fc.Arbitrary<(width: number, header: readonly string[]) => PlainCell[]> = fc.constantFrom(
  (width) => Array.from({ length: width }, () => null),
  (width) => Array.from({ length: width }, (_, i) => (i === 0 ? '合计' : null)),
  (width) => Array.from({ length: width }, (_, i) => (i === 1 ? '小计' : null)),
  (_width: number, header: readonly string[]) => [...header],
  (width) => Array.from({ length: width }, (_, i) => (i === 0 ? '填表说明：本表每月 5 日前报送。' : null)),
  (width) => Array.from({ length: width }, (_, i) => (i === 0 ? '填表人：张三' : null)),
)

function read(header: readonly string[], rows: readonly (readonly PlainCell[])[], above: readonly PlainCell[][] = []) {
  const reading = readLedger('表.xlsx', workbookOf(sheetOf([...above, [...header], ...rows])), units, '2026-11-21')
  // Whether somebody is 指导员 or 联络员 is what the header says, so it may differ with the wording.
  return reading.rows.map(({ values: { liaisonKind: _said, ...values }, unit, months }) => ({ values, unit: unit?.name, months: [...months].sort() }))
}

const canonical = ({ fields }: Table): string[] => fields.map((field) => headersOf.get(field)?.[0] ?? fieldLabel(field))

describe('a ledger table reads the same', () => {
  it('whatever the order of its columns', () => {
    fc.assert(
      fc.property(
        table.chain((of) => fc.tuple(fc.constant(of), fc.shuffledSubarray(of.fields.map((_, i) => i), { minLength: of.fields.length }))),
        ([of, order]) => {
          const header = canonical(of)
          const moved = read(order.map((i) => header[i] ?? ''), of.rows.map((row) => order.map((i) => row[i] ?? null)))
          expect(moved).toEqual(read(header, of.rows))
        },
      ),
      { numRuns: 300 },
    )
  })

  it('under any of the wordings its headers may have', () => {
    fc.assert(
      fc.property(
        table.chain((of) => fc.tuple(fc.constant(of), fc.tuple(...of.fields.map((field) => fc.constantFrom(...(headersOf.get(field) ?? [fieldLabel(field)])))))),
        ([of, header]) => {
          expect(read(header, of.rows)).toEqual(read(canonical(of), of.rows))
        },
      ),
      { numRuns: 300 },
    )
  })

  it('with a title above and rows of no enterprise between its own', () => {
    fc.assert(
      fc.property(table, fc.array(fc.tuple(fc.nat(), junk), { maxLength: 6 }), (of, inserted) => {
        const header = canonical(of)
        const rows: PlainCell[][] = [...of.rows]
        for (const [at, make] of inserted) rows.splice(at % (rows.length + 1), 0, make(header.length, header))
        const above = [['甲街道非公有制企业情况表'], ['填报时间：2026年6月30日']]
        expect(read(header, rows, above)).toEqual(read(header, of.rows))
      }),
      { numRuns: 300 },
    )
  })
})
