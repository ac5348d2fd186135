import { z } from 'zod'
import { read, write } from './define'
import { recordKind } from './record'

/** Where telephones are listed: a ledger by its kind of record, or the area its calls begin with. */
export const phonePage = z.union([recordKind, z.enum(['import', 'run', 'form', 'edit', 'finding'])])
export type PhonePage = z.infer<typeof phonePage>

const shownRecord = z.object({ kind: recordKind, id: z.number().int().positive() })

/** Telephones that are shown since the office was opened: of whole pages, and of single records. */
export const shownPhones = z.object({
  /** The setting 默认隐藏电话. */
  hidden: z.boolean(),
  pages: z.array(phonePage),
  records: z.array(shownRecord),
})
export type ShownPhones = z.infer<typeof shownPhones>

const what = z.union([z.object({ page: phonePage }), z.object({ record: shownRecord })])

/**
 * Telephones leave the office as 138****0000 until somebody asks to see them (docs/domain.md 9.18); what is asked for is
 * logged. A file that is handed out is asked by `hidePhones` instead.
 */
export const privacyCalls = {
  'privacy.state': read(z.object({}), shownPhones),
  /** 显示电话, until `privacy.hide` or until the office is closed. Logged as 查看电话. */
  'privacy.reveal': write(z.object({ what, operator: z.string().trim().max(20).optional() }), shownPhones),
  'privacy.hide': write(z.object({ what }), shownPhones),
}
