import { z } from 'zod'
import { templateFormIds } from '../domain/formId'
import { bytes, handsOut, write } from './define'

const form = z.enum(templateFormIds)
const count = z.number().int()
const blankRows = count.min(0).max(2000)

/** A workbook inside the zip, or a form nothing was written of. */
export const issuedWorkbook = z.object({
  /** With its folder inside the zip; null where the unit has no record a form of this kind lists. */
  fileName: z.string().nullable(),
  unitId: count,
  unit: z.string(),
  form,
  /** Records it was filled with. */
  rows: count,
})
export type IssuedWorkbook = z.infer<typeof issuedWorkbook>

/**
 * Forms to be filled in (docs/domain.md, section 12). A workbook bears a hidden sheet by which the import knows it
 * again: the first one a ledger issues gives the ledger an id of its own, hence `write`.
 */
export const templateCalls = {
  /** An empty form for anybody: an example row, dropdowns, how to fill it in. */
  'template.blank': handsOut(write(z.object({ form, blankRows: blankRows.default(200) }), z.object({ fileName: z.string(), bytes }))),
  /**
   * One workbook a unit and form, packed in a zip; a single one is not packed. Announces progress as task.progress.
   * Fails with `not-found`: {what: 'unit'}, {reason: 'no-scheme', year} (F11S), {reason: 'no-template'} when there is
   * nothing to write.
   */
  'template.perUnit': handsOut(write(
    z.object({
      forms: z.array(form).min(1),
      /** Empty: every unit in use. */
      unitIds: z.array(count).default([]),
      /** Without it the unit gets its form without records. */
      prefilled: z.boolean().default(true),
      /** Below the records, where records may be added. */
      blankRows: blankRows.default(50),
    }),
    z.object({ fileName: z.string(), bytes, files: z.array(issuedWorkbook) }),
  )),
}
