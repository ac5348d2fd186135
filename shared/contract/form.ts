import { z } from 'zod'
import { formIds } from '../domain/formId'
import { bytes, handsOut, read } from './define'
import { asOf } from './enterprise'

const id = z.number().int().positive()
const count = z.number().int()

/** What a form is filled with (docs/domain.md, section 12). */
export const formQuestion = z.object({
  form: z.enum(formIds),
  /** Only this unit; without it the whole district. */
  unitId: id.optional(),
  /** Coverage, terms and balances as on this day, nothing later is listed; without it today. */
  asOf,
  /**
   * Of `span` forms: only what happened in this year (F05, F10, F13) or was so at some time in it (F04, F09), as of its
   * last day if that has passed; without it all up to `asOf`, of F04 what lives on it. Of `one` forms: the year of
   * trainings, elections or the assessment, without it that of `asOf`. Other forms do not ask for it.
   */
  year: z.number().int().min(2000).max(2100).optional(),
  /** F11: only the sheet of this organisation. */
  partyOrgId: id.optional(),
})
export type FormQuestion = z.infer<typeof formQuestion>

export const formEntry = z.object({
  id: z.enum(formIds),
  /** With region and, where it names one, year. */
  title: z.string(),
  paper: z.enum(['A3', 'A4']),
  landscape: z.boolean(),
  /** Null: the form is of a day. */
  years: z.enum(['span', 'one']).nullable(),
})
export type FormEntry = z.infer<typeof formEntry>

const cell = z.union([z.string(), z.number()]).nullable()

export const formPreview = z.object({
  title: z.string(),
  /** By column: header of the merged block above ('' where there is none) and its own. */
  columns: z.array(z.object({ group: z.string(), header: z.string(), width: z.number() })),
  /** The first rows as the form writes them, dates as text; section lines have one text. */
  rows: z.array(z.array(cell)),
  /** Rows of the whole form, over all its sheets. */
  total: count,
  /** Sheets of the workbook. */
  sheets: count,
})
export type FormPreview = z.infer<typeof formPreview>

/**
 * Every call fails with `not-found`: {what: 'unit'}, {kind: 'partyOrg'}, or {reason: 'no-scheme', year} for F11 and F11S
 * in a year without an assessment.
 */
export const formCalls = {
  /** The standard forms in their order; titles name `year`, without it that of today. */
  'form.list': read(z.object({ year: formQuestion.shape.year }), z.array(formEntry)),
  'form.preview': read(formQuestion.extend({ limit: z.number().int().min(1).max(200).default(30) }), formPreview),
  /** The form as an .xlsx file, and how many rows it holds. */
  'form.export': handsOut(read(formQuestion, z.object({ fileName: z.string(), bytes, rows: count }))),
}
