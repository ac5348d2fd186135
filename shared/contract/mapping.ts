import { z } from 'zod'
import { formIds } from '../domain/formId'
import { read, write } from './define'

/**
 * What the columns of a table are. Rules say it; where they cannot be sure, or are wrong, a person does, once for the
 * tables of a unit with one header. What was said is taken for the next ones, until it is said otherwise.
 */

/** The forms a table may be taken as. */
export const takenForm = z.enum(formIds).exclude(['F13'])
export type TakenForm = z.infer<typeof takenForm>

/**
 * Why a person is asked what a column is: its header may mean several things, another column says the same, or nobody
 * knows its header.
 */
export const columnQuestion = z.enum(['meaning', 'rival', 'unknown'])
export type ColumnQuestion = z.infer<typeof columnQuestion>

/** One column of a table as it is read. */
export const sheetColumn = z.object({
  /** From 0, among the table's columns: what answers name it by. */
  position: z.number().int(),
  /** Letters as the spreadsheet shows them. */
  column: z.string(),
  /** Its headers from the outermost group to the leaf, with / between them. */
  header: z.string(),
  /** Null when it is not imported. */
  field: z.string().nullable(),
  /** Of the field, for people. */
  label: z.string().nullable(),
  /** √ matrix: the word a tick in the column stands for. */
  ticked: z.string().nullable(),
  /** Null when it is clear, or a person said it. Until it is answered `field` is what seems likeliest. */
  question: columnQuestion.nullable(),
  /** Fields it may be, likeliest first. */
  candidates: z.array(z.string()),
  /** A person said what it is. */
  decided: z.boolean(),
  /** Must not be collected (V-39): shown without its values, and never imported. */
  forbidden: z.boolean(),
  /** A few of its values. */
  samples: z.array(z.string()),
})
export type SheetColumn = z.infer<typeof sheetColumn>

/** What a person said of one column: its field, or null for one that is not imported. */
export const columnAnswer = z.object({ position: z.number().int().min(0).max(1000), field: z.string().max(60).nullable() })
export type ColumnAnswer = z.infer<typeof columnAnswer>

/** When and for whose tables a header was answered. */
export const rememberedAnswer = z.object({
  /** Null: of files that do not say whose they are. */
  unit: z.string().nullable(),
  /** YYYY-MM-DD */
  on: z.string(),
})
export type RememberedAnswer = z.infer<typeof rememberedAnswer>

/** A table as it would be read: where its header stands, and what its columns would be. */
export const sheetTable = z.object({
  /** Rows of the header as the spreadsheet shows them, both included. */
  headerTop: z.number().int(),
  headerBottom: z.number().int(),
  fingerprint: z.string(),
  form: takenForm.nullable(),
  columns: z.array(sheetColumn),
})
export type SheetTable = z.infer<typeof sheetTable>

export const mappingCalls = {
  /**
   * The first rows of a sheet of a file that was read, and one of its tables: the one whose header has `row`, else the
   * one with that fingerprint, else the first; read as `form` when one is named. `not-found` for a file or sheet that is
   * not there.
   */
  'mapping.look': read(
    z.object({
      fileId: z.string(),
      sheet: z.string(),
      /** As the spreadsheet shows it. */
      row: z.number().int().min(1).optional(),
      fingerprint: z.string().optional(),
      form: takenForm.optional(),
    }),
    z.object({
      /** Texts of the first rows, from row 1 and column A. */
      rows: z.array(z.array(z.string())),
      /** Of the columns of `rows`. */
      letters: z.array(z.string()),
      table: sheetTable.nullable(),
      /** What a column of the table's form may be, in the form's order. */
      fields: z.array(z.object({ field: z.string(), label: z.string(), group: z.string() })),
    }),
  ),
  /**
   * Says what a table is, for all of the file's unit with the same header; whoever wants it taken for a file that was
   * read already reads that again. `form` null: such tables are not imported. `not-found` for a header that is not there,
   * `invalid` for a field the form has not, or that two columns shall be.
   */
  'mapping.answer': write(
    z.object({
      fileId: z.string(),
      sheet: z.string(),
      fingerprint: z.string(),
      /** The row of the header, where a person pointed at it. */
      row: z.number().int().min(1).optional(),
      form: takenForm.nullable(),
      /** Columns a person looked at; the others are left to the rules. */
      columns: z.array(columnAnswer).max(1000),
    }),
    z.object({ unit: z.string().nullable() }),
  ),
  /** Takes back what was said of a header, so that the rules alone read it. */
  'mapping.forget': write(z.object({ fileId: z.string(), fingerprint: z.string() }), z.object({ forgotten: z.number().int() })),
}
