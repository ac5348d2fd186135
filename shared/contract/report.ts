import { z } from 'zod'
import { bytes, day, read, write } from './define'

/** 报表: the set of files a district hands up for a period, and what is looked at before it is made. */

const count = z.number().int()
const id = count.positive()

const question = {
  /** A locked period; without it the ledger as of a day. */
  periodId: id.optional(),
  /** Today when left out. */
  asOf: day.optional(),
  /** Only this unit, whatever the set says of units. */
  unitId: id.optional(),
}

export const reportCheck = z.object({
  /** 2026年第3季度, or the day. */
  period: z.string(),
  from: z.string(),
  cutOff: z.string(),
  isLocked: z.boolean(),
  /** Folder the files go into, and how many there will be. */
  folder: z.string(),
  files: count,
  /** How many of them are PDFs; a file beyond what is printed (20,000 rows) will still be a workbook. */
  pdfs: count,
  /** The set asks for PDFs, and nothing makes one here: it will be workbooks only. */
  noBrowser: z.boolean(),
  /** What does not add up in a table of the set, with the table; any of it blocks. */
  broken: z.array(z.object({ table: z.string(), sentence: z.string() })),
  /** Label of the period before; null without one. */
  previous: z.string().nullable(),
  /** What does not add up from that period to this (S12); any of it blocks. */
  openBridge: z.array(z.string()),
  /** Findings of 数据核查 over the ledger of today, by level, and 较上期异常 among them. */
  levels: z.object({ error: count, warning: count, notice: count }),
  jumps: count,
  /** Units that reported nothing within the period (S15), of all that are due. */
  unreported: z.array(z.string()),
  due: count,
})
export type ReportCheck = z.infer<typeof reportCheck>

/** Why PDFs the set asks for are not in it; each is there as a workbook instead. */
export const withoutPdf = z.object({
  /** Nothing makes a PDF here: none is in the set. */
  noBrowser: z.boolean(),
  /** Files that list more rows than are printed, by name without ending; `limit` is how many those are. */
  tooLong: z.array(z.string()),
  limit: count,
})
export type WithoutPdf = z.infer<typeof withoutPdf>

export const reportFile = z.object({ fileName: z.string(), bytes })

export const reportCalls = {
  /** Refuses with `not-found` a period or unit there is not. */
  'report.check': read(z.object(question), reportCheck),
  /**
   * Makes the whole set, or nothing of it: as files of a folder, or as one .zip named like the folder; a table or form
   * is .xlsx, .pdf or both under one name, as the set says. Refuses with `invalid` (broken-table, empty-report;
   * report-pdf with the `file` a browser failed at), `not-found` (no-scheme) where a table or form of the set cannot be
   * made. Runs as task `report.make`, counted by file, and is written into the log.
   */
  'report.make': write(
    z.object({ ...question, as: z.enum(['files', 'zip']), operator: z.string().trim().max(20).default('') }),
    z.object({ folder: z.string(), files: z.array(reportFile), withoutPdf }),
  ),
}
