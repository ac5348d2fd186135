import { describe, expect, it } from 'vitest'
import { bareTitle } from '../../forms/bareTitle'
import type { FormRow } from '../../forms/formRow'
import { findForm } from '../../forms/standardForms'
import { readLedger } from '../readLedger'
import { workbookOf } from '../testing/sheetOf'
import { unitIndex } from '../unitIndex'
import { readForms } from './formFields'
import { fullRows } from './testing/formRows'
import { formSheetOf } from './testing/formSheetOf'

const units = unitIndex([{ id: 1, name: '甲街道', aliases: ['甲街办'] }, { id: 2, name: '乙镇', aliases: [] }])
const read = (...sheets: Parameters<typeof workbookOf>) => readLedger('表.xlsx', workbookOf(...sheets), units, '2026-06-30')

/** What the reader says of a row where it differs from how the form writes it. */
const readAs: Partial<Record<(typeof readForms)[number], FormRow>> = {
  F04: { liaisonKind: '指导员', liaisonLevel: '乡镇街道级' },
  F07: { secretaryBirthMonth: '1980-05' },
  F11S: { orgSector: '非公企业' },
  F12: { daysToTermEnd: '-121' },
  F10: { fundBalance: '1200.5' },
}

describe.each(readForms)('%s', (form) => {
  const stated = Object.fromEntries(Object.entries({ ...fullRows[form], ...readAs[form] }).filter(([, value]) => value !== null))

  it('is recognised, every column mapped to its own field, every cell read', () => {
    const reading = read(formSheetOf(form, [fullRows[form]]))
    const [table] = reading.tables
    expect(reading.form).toEqual({ id: form, title: bareTitle(findForm(form)), ours: true })
    const fields = findForm(form).columns.filter(({ field }) => field !== 'rowNo')
    expect(reading.sheets[0]?.mapping).toEqual(Object.fromEntries(fields.map(({ col, field }) => [col, field])))
    expect(table?.rows.map(({ values }) => values)).toEqual([stated])
    expect([reading.problems, table?.rows.flatMap(({ problems }) => problems)]).toEqual([[], []])
    expect(table?.filledOn).toBe('2026-06-30')
  })

  it('with columns in another order, without groups above them where a header needs none', () => {
    const sheet = formSheetOf(form, [fullRows[form]])
    const order = sheet.rows[2]?.map((_, i, all) => all.length - 1 - i) ?? []
    const head = findForm(form).headerRows
    const turned = sheet.rows.map((row, r) => (r < 2 ? row : order.map((from) => groupOf(row, from, r === 2 && head === 2 ? findForm(form).columns.map(({ group }) => group) : []))))
    const reading = read({ ...sheet, rows: turned, merges: [] })
    expect(reading.tables[0]?.rows.map(({ values }) => values)).toEqual([stated])
  })
})

/** Merged group headers are written out above each of their columns. */
function groupOf<T>(row: readonly T[], index: number, groups: readonly string[]): T | string | null {
  return groups[index] ? groups[index] : (row[index] ?? null)
}
