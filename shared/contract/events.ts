import { z } from 'zod'
import { recordKinds } from '../record/recordKind'

/** The parts of the ledger a screen may show; a write names the ones it changed. */
export const area = z.enum(['office', 'import', 'setting', 'period', 'backup', 'log', 'phone', ...recordKinds])
export type Area = z.infer<typeof area>

/** Works that take longer than a blink, by the call that started them. */
export const taskName = z.enum(['import.plan', 'import.commit', 'edit.undo', 'template.perUnit', 'import.return', 'quality.return', 'print.pdf', 'report.make'])
export type TaskName = z.infer<typeof taskName>

/** The only things that come back unasked. */
export const officeEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('office.changed'), areas: z.array(area), revision: z.number().int() }),
  z.object({
    type: z.literal('task.progress'),
    task: taskName,
    done: z.number().int(),
    total: z.number().int(),
  }),
  /** Another ledger took the place of the one the page knows: it has to be loaded anew. */
  z.object({ type: z.literal('office.reopened') }),
  /** The screen was locked: every call is refused with `password-needed` until somebody proves to know the 口令. */
  z.object({ type: z.literal('office.locked') }),
  z.object({ type: z.literal('office.unlocked') }),
])
export type OfficeEvent = z.infer<typeof officeEvent>
