import { readWorkbook } from '../../excel/readWorkbook'
import type { PlainCell, PlainSheet } from '../../excel/sheet'
import type { FormId } from '../../../../shared/domain/formId'
import { findForm } from '../standardForms'

export type WrittenRow = Readonly<Record<string, PlainCell>>

/** The rows of an exported form by the names of their fields; section lines and what stands below them left out. */
export async function writtenRows(id: FormId, bytes: Uint8Array, sheet = 0): Promise<WrittenRow[]> {
  const { sheets } = await readWorkbook(`${id}.xlsx`, bytes)
  return rowsOfSheet(id, sheets[sheet])
}

export function rowsOfSheet(id: FormId, sheet: PlainSheet | undefined): WrittenRow[] {
  const { columns, headerRows, footer } = findForm(id)
  const numbered = columns.findIndex(({ field }) => field === 'rowNo')
  const body = sheet?.rows.slice(2 + headerRows) ?? []
  const end = body.findIndex((row) => row.length === 0 || row[0] === footer?.label)
  return body
    .slice(0, end)
    .filter((row) => typeof row[numbered] === 'number')
    .map((row) => Object.fromEntries(columns.map(({ field }, i) => [field, row[i] ?? null])))
}
