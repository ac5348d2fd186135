import { z } from 'zod'
import { read, write } from './define'
import { logFilter } from './log'
import { historyEntry, recordKind, savedEdit } from './record'

const id = z.number().int().positive()

/** Something an undo cannot bring back: another record took its place, or what it belongs to is gone. */
const notFitting = z.object({ kind: recordKind, id, name: z.string(), message: z.string() })

/** A record that others changed, or came to depend on, since an edit that is to be taken back. */
export const goneRecord = z.object({
  kind: recordKind,
  id,
  kindLabel: z.string(),
  name: z.string(),
  /** The edit brought it: taken back, it goes to the recycle bin. */
  brought: z.boolean(),
  /** What was changed since: before the edit ("" where it brought the record), as the edit left it, and now. */
  changes: z.array(z.object({ label: z.string(), before: z.string(), left: z.string(), now: z.string() })),
  /** What depends on it by now; it goes to the recycle bin too, except where `stays`. */
  needed: z.array(z.object({ kindLabel: z.string(), name: z.string(), stays: z.boolean() })),
  neededCount: z.number().int(),
  /** Who changed it last. */
  at: z.string().nullable(),
  operator: z.string(),
})
export type GoneRecord = z.infer<typeof goneRecord>

const kindCounts = z.array(z.object({ kindLabel: z.string(), count: z.number().int() }))

/** What taking an edit back would do, if everything were taken back. */
export const undoPreview = z.object({
  label: z.string(),
  /** It brings something again that was taken back. */
  isRedo: z.boolean(),
  runId: z.number().int().nullable(),
  /** Records that would go to the recycle bin, come out of it, get their old values. */
  leave: kindCounts,
  come: kindCounts,
  change: kindCounts,
  /** Those to be asked about. */
  gone: z.object({ total: z.number().int(), rows: z.array(goneRecord) }),
  /** The first 200 of what cannot come back; it stays as it is. */
  unfit: z.object({ total: z.number().int(), rows: z.array(notFitting) }),
})
export type UndoPreview = z.infer<typeof undoPreview>

/** One line of the 操作日志: an edit, or something else that was done (export, print, setting, locked period). */
export const editRow = z.object({
  /** Of the edit; negative for what is no edit. */
  id: z.number().int(),
  at: z.string(),
  operator: z.string(),
  /** What was done; of an edit of several records that of the first. */
  action: z.string(),
  label: z.string(),
  /** Null where the line is about none: an export, a setting. */
  records: z.number().int().nullable(),
  /** It was taken back. */
  undone: z.boolean(),
  /** It takes another one back. */
  isUndo: z.boolean(),
  /** Only edits can be taken back. */
  canUndo: z.boolean(),
  /** The import it is, takes back or brings again. */
  runId: z.number().int().nullable(),
})

export const editCalls = {
  /**
   * Takes an edit back, or an undo (which is the redo); an import like any other. Records that others changed or came
   * to depend on since: `refuse` the whole undo with `conflict` {reason: 'gone-on' | 'needed-since', name, count, editId,
   * runId}, `keep` them as they are, or take them `back` all the same; those of `except` the other way round.
   */
  'edit.undo': write(
    z.object({
      editId: id,
      operator: z.string().trim().max(20).default(''),
      since: z.enum(['refuse', 'keep', 'back']).default('refuse'),
      except: z.array(z.object({ kind: recordKind, id })).max(20_000).default([]),
    }),
    savedEdit.extend({
      /** What could not come back and stays as it is. */
      unfit: z.array(notFitting),
    }),
  ),
  /** What `edit.undo` would do. Writes nothing. */
  'edit.undoPreview': read(
    z.object({ editId: id, offset: z.number().int().min(0).default(0), limit: z.number().int().min(1).max(500).default(100) }),
    undoPreview,
  ),
  /** 操作日志, the latest first. */
  'edit.page': read(
    logFilter.extend({
      offset: z.number().int().min(0).default(0),
      limit: z.number().int().min(1).max(1000).default(100),
    }),
    z.object({ total: z.number().int(), rows: z.array(editRow) }),
  ),
  /** What one line of the 操作日志 changed, by record; the first 500. */
  'edit.entries': read(z.object({ editId: z.number().int() }), z.array(historyEntry)),
}
