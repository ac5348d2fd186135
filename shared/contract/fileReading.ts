import { z } from 'zod'
import { correctedCell } from './correction'
import { rememberedAnswer, sheetColumn, takenForm } from './mapping'
import { failure } from './reply'

export const sheetReading = z.object({
  name: z.string(),
  /** Row number of the first header row as the spreadsheet shows it; null when no table was found. */
  headerRow: z.number().int().nullable(),
  /** Column letters → field. */
  mapping: z.record(z.string(), z.string()),
  unmapped: z.array(z.object({ column: z.string(), header: z.string() })),
  rows: z.number().int(),
  /** F01 … F12; null when nothing of the table is imported. */
  form: takenForm.nullable(),
  /** Of the header, `mapping.*` names the table by it; null on a sheet without one. */
  fingerprint: z.string().nullable(),
  /** Set when a person said earlier what the columns are. */
  remembered: rememberedAnswer.nullable(),
  columns: z.array(sheetColumn),
})
export type SheetReading = z.infer<typeof sheetReading>

export const fileReading = z.object({
  fileId: z.string(),
  name: z.string(),
  sha256: z.string(),
  bytes: z.number().int(),
  /** `ready` 可导入 · `confirm` 需确认 (see `asks`) · `other` 不是本表 · `repeated` 已导入过(内容相同) · `unreadable` see failure. */
  state: z.enum(['ready', 'confirm', 'other', 'repeated', 'unreadable']),
  /** What has to be said before the file is clear: whose rows are that name no unit, what columns are. */
  asks: z.array(z.enum(['unit', 'columns'])),
  form: z.string().nullable(),
  formTitle: z.string().nullable(),
  /**
   * The unit all placed rows belong to; where no row could be placed, the unit the file names (填报单位 line, title,
   * sheet or file name). Null when the rows belong to several units, or when nothing names one.
   */
  unit: z.string().nullable(),
  /** Every unit the rows belong to, in the order of the file: several where one workbook speaks for several. */
  units: z.array(z.string()),
  /** Unit names written in the file that no unit answers to. */
  unknownUnits: z.array(z.string()),
  /** 填报时间 as YYYY-MM-DD. */
  filledOn: z.string().nullable(),
  /** The day this ledger sent the workbook out (分发); null for any other workbook. */
  issuedOn: z.string().nullable(),
  sheets: z.array(sheetReading),
  rows: z.number().int(),
  errors: z.number().int(),
  warnings: z.number().int(),
  notices: z.number().int(),
  /** Cells that were read otherwise than they stand in the file. */
  corrected: z.array(correctedCell),
  /** Why nothing of the file can be imported: states `unreadable` and `other`. */
  failure: failure.nullable(),
})
export type FileReading = z.infer<typeof fileReading>
