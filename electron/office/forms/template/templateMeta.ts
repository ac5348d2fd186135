import { createHash } from 'node:crypto'
import type { FormId } from '../../../../shared/domain/formId'
import type { PlainCell } from '../../excel/sheet'

/** Of the hidden sheet, not of the form: raised when what stands on it changes its meaning. */
export const templateVersion = 1

/** What the hidden sheet of an issued workbook says, so that the workbook is known again when it comes back. */
export interface TemplateMeta {
  version: number
  form: FormId
  /** Of which ledger the ids are: in another one they mean other records. */
  ledgerId: string
  /** Whom it was issued to; null for an empty template for anybody. */
  unit: { id: number; name: string } | null
  /** YYYY-MM-DD */
  issuedOn: string
  /** Name of the sheet with the table. */
  sheet: string
  columns: readonly TemplateColumn[]
  rows: readonly IssuedRow[]
}

/** A column as it was issued. */
export interface TemplateColumn {
  /** Letters: A, BF. */
  col: string
  field: string
  /** Header texts from the outermost group to the leaf, as they stand in the workbook. */
  path: readonly string[]
}

/** A record as it was issued. */
export interface IssuedRow {
  id: number
  /** Of the record, at that time. */
  version: number
  /** What stood in its row, by column. */
  cells: readonly PlainCell[]
}

/** Fingerprint of a layout: the hidden sheet is believed only while its columns are whole. */
export function layoutSha(form: FormId, columns: readonly TemplateColumn[]): string {
  const layout = columns.map(({ col, field, path }) => [col, field, ...path])
  return createHash('sha256').update(JSON.stringify([form, layout])).digest('hex')
}

/** Header of the hidden column that tells which record a row is. */
export const rowIdHeader = '行标识'
