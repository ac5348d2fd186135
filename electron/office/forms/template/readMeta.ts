import { z } from 'zod'
import { isCalendarDate } from '../../../../shared/domain/calendarDate'
import { formIds } from '../../../../shared/domain/formId'
import type { PlainCell, PlainSheet, PlainWorkbook } from '../../excel/sheet'
import { metaMark } from './metaSheet'
import { layoutSha, templateVersion, type IssuedRow, type TemplateColumn, type TemplateMeta } from './templateMeta'

const cell: z.ZodType<PlainCell> = z.union([
  z.string(),
  z.number(),
  z.boolean(),
  z.null(),
  z.object({ date: z.string(), month: z.literal(true).optional() }).transform(({ date, month }) => (month ? { date, month } : { date })),
])
const issuedRow = z.tuple([z.number().int(), z.number().int(), z.array(cell).max(200)])
const columnList = z.array(z.tuple([z.string(), z.string()]).rest(z.string())).min(1).max(200)
const unitOf = z.object({ id: z.number().int(), name: z.string() })

/**
 * What the hidden sheet of a workbook says. Null for a workbook that is no template of ours, that a newer program
 * issued, or whose hidden sheet is damaged: it is then read by its content as every other sheet.
 */
export function readMeta(workbook: PlainWorkbook): TemplateMeta | null {
  const sheet = workbook.sheets.find(({ rows }) => rows[0]?.[0] === metaMark)
  if (!sheet) return null
  const words = wordsOf(sheet)
  const version = Number(sheet.rows[0]?.[1])
  const form = formIds.find((id) => id === words.get('form'))
  const columns = readColumns(words.get('columns') ?? '')
  const issuedOn = words.get('issued') ?? ''
  const unitText = words.get('unit') ?? ''
  const unit = unitText === '' ? null : unitOf.safeParse(parsed(unitText)).data
  if (version !== templateVersion || !form || !columns || unit === undefined || !isCalendarDate(issuedOn)) return null
  if (words.get('layout') !== layoutSha(form, columns)) return null
  return { version, form, ledgerId: words.get('ledger') ?? '', unit, issuedOn, sheet: words.get('sheet') ?? '', columns, rows: readRows(sheet) }
}

function wordsOf(sheet: PlainSheet): Map<string, string> {
  return new Map(sheet.rows.slice(1).flatMap((row): [string, string][] => (row[0] === 'row' ? [] : [[textOf(row[0]), valueOf(row)]])))
}

/** A record whose line is damaged counts as not issued. */
function readRows(sheet: PlainSheet): IssuedRow[] {
  return sheet.rows.flatMap((row) => {
    if (row[0] !== 'row') return []
    const read = issuedRow.safeParse(parsed(valueOf(row))).data
    return read ? [{ id: read[0], version: read[1], cells: read[2] }] : []
  })
}

function readColumns(text: string): TemplateColumn[] | null {
  const read = columnList.safeParse(parsed(text)).data
  return read ? read.map(([col, field, ...path]) => ({ col, field, path })) : null
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function valueOf(row: readonly PlainCell[]): string {
  return row.slice(1).map(textOf).join('')
}

/** A program that opened the file may have made a number or a date of a text. */
function textOf(value: PlainCell | undefined): string {
  if (value === null || value === undefined) return ''
  return typeof value === 'object' ? ('date' in value ? value.date : '') : String(value)
}
