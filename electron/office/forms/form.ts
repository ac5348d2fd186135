import { z } from 'zod'
import { formIds } from '../../../shared/domain/formId'

/** A standard form as resources/forms.json describes it (docs/domain.md, section 12). */

export const columnTypes = ['text', 'int', 'decimal', 'money', 'date', 'enum', '是/否', 'tick'] as const
export type ColumnType = (typeof columnTypes)[number]

export const formColumn = z.object({
  /** Letters of the column: A, BF. */
  col: z.string(),
  /** Header of the merged block above, or '' where the header itself spans both header rows. */
  group: z.string(),
  header: z.string(),
  field: z.string(),
  type: z.enum(columnTypes),
  /** In characters. */
  width: z.number().positive(),
  /** Required on import. */
  required: z.boolean(),
  /** Value domain or rule in words. */
  rule: z.string(),
})
export type FormColumn = z.infer<typeof formColumn>

/** Letters of the column a figure is taken of: its own where it stands below it. */
const of = z.string().optional()
/** Words before or behind the number in its cell, which stays a number: 在任12, 12家. */
const words = { before: z.string().optional(), unit: z.string().optional() }
const col = z.string()

/** One live figure of the last row: where it stands, and how it follows from the column above. */
export const footerCell = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('sum'), col, of, ...words }),
  z.object({ kind: z.literal('average'), col, of, ...words }),
  /** Cells that say `word`. */
  z.object({ kind: z.literal('count'), col, of, word: z.string(), ...words }),
  /** Cells that say anything; those that say nothing; different texts. */
  z.object({ kind: z.literal('filled'), col, of, ...words }),
  z.object({ kind: z.literal('blank'), col, of, ...words }),
  z.object({ kind: z.literal('distinct'), col, of, ...words }),
  /** Sums of the one columns less sums of the others. */
  z.object({ kind: z.literal('balance'), col, plus: z.array(z.string()), minus: z.array(z.string()), ...words }),
])
export type FooterCell = z.infer<typeof footerCell>

export const standardForm = z.object({
  id: z.enum(formIds),
  /** May hold {地区} or {年度}. */
  title: z.string(),
  /** Right end of row 2: 单位:家、人、万元; '' without one. */
  unit: z.string(),
  headerRows: z.union([z.literal(1), z.literal(2)]),
  /** Whether it may be asked for a year (`span`: else of all years) or always is of one; without it it is of a day. */
  years: z.enum(['span', 'one']).optional(),
  columns: z.array(formColumn),
  print: z.object({
    paper: z.enum(['A3', 'A4']),
    landscape: z.boolean(),
    /** First columns of the further sections of a form that is too wide for one sheet of paper; A–C stand before each. */
    sections: z.tuple([z.string(), z.string()]).optional(),
    /** In percent, with `sections`; without them the form is fitted to one page's width. */
    scale: z.number().optional(),
  }),
  /** The last row: its label, merged from A through a column, and its figures; null where the form has none. */
  footer: z
    .object({
      label: z.string(),
      through: z.string(),
      cells: z.array(footerCell),
      /** Label of a further row below it, whose text comes with the rows. */
      remark: z.string().optional(),
    })
    .nullable(),
  /** Columns whose cells are merged downwards over rows that say the same in all of them. */
  mergeDown: z.array(z.string()).optional(),
  /** Rows are headed by a merged line for each value of a field, and numbered anew below it. */
  sections: z.object({ field: z.string(), titles: z.record(z.string(), z.string()) }).optional(),
})
export type StandardForm = z.infer<typeof standardForm>
