import { z } from 'zod'
import { auditActions } from '../domain/auditAction'
import { recordKinds } from '../record/recordKind'
import { bytes, handsOut, read, write } from './define'

export const recordKind = z.enum(recordKinds)

/** A value as it is kept (shared/record/field.ts): dates YYYY-MM-DD, money in 分, null is "not stated". */
export const fieldValue = z.union([
  z.string().max(20_000),
  z.number(),
  z.boolean(),
  z.null(),
  z.array(z.string().max(200)).max(200),
  z.array(z.object({ year: z.number().int(), count: z.number().int() })).max(100),
])

const id = z.number().int().positive()

/** One record as a ledger lists it. */
export const recordRow = z.object({
  id,
  version: z.number().int(),
  updatedAt: z.string(),
  /** The values kept, by field of the definition. */
  values: z.record(z.string(), fieldValue),
  /** Names of the records that `ref` fields point at, by field. */
  names: z.record(z.string(), z.string()),
  unitId: z.number().int().nullable(),
  unitName: z.string().nullable(),
  /** Facts computed from other records, by name (docs/domain.md): 届期状态, 覆盖企业数, 经费结余 … */
  computed: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
})
export type RecordRow = z.infer<typeof recordRow>

/** All conditions must hold; an absent one means "any". */
export const recordFilter = z.object({
  /** Words that must all occur in a name or text of the record; pinyin and initials for enterprises. */
  search: z.string().max(100).optional(),
  unitIds: z.array(id).optional(),
  enterpriseId: id.optional(),
  partyOrgId: id.optional(),
  liaisonId: id.optional(),
  /** The field has one of the values; an empty list is no condition. */
  is: z.record(z.string(), z.array(z.union([z.string(), z.number(), z.boolean(), z.null()]))).optional(),
  /** On the definition's `date` field, both days included. */
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
})
export type RecordFilter = z.infer<typeof recordFilter>

/** What a check says of one field, or of the whole record when `field` is null. */
export const finding = z.object({
  field: z.string().nullable(),
  /** `error` blocks, `warning` and `notice` explain. */
  level: z.enum(['error', 'warning', 'notice']),
  /** V-01 … of docs/domain.md; `field` for a rule of the field itself. */
  code: z.string(),
  message: z.string(),
})
export type Finding = z.infer<typeof finding>

/**
 * One record to be written. A negative id is a new record; other changes of the same save may point at it. `version`
 * is the one the person saw: when the record has gone on since, the save is refused as `conflict`. Left out, it is not
 * compared. `values` holds only what is to change; a new record gets null or its default for the rest.
 */
export const recordChange = z.object({
  kind: recordKind,
  id: z.number().int(),
  version: z.number().int().optional(),
  values: z.record(z.string(), fieldValue),
})
export type RecordChange = z.input<typeof recordChange>

const operator = z.string().trim().max(20).default('')
const changes = z.array(recordChange).min(1).max(20_000)
const label = z.string().trim().max(100).optional()

export const savedEdit = z.object({
  /** Null when nothing differed from what is kept. */
  editId: z.number().int().nullable(),
  /** In the order of the changes. */
  saved: z.array(z.object({ kind: recordKind, id, version: z.number().int() })),
})

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

/** All conditions must hold; an absent one or an empty list means "any". */
export const logFilter = z.object({
  /** Occurs in the line, or in the name of a record the edit changed. */
  search: z.string().max(100).optional(),
  operator: z.string().max(20).optional(),
  /** Days in UTC+8, both included. */
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  actions: z.array(z.enum(auditActions)).optional(),
  /** Edits of records of these kinds. */
  kinds: z.array(recordKind).optional(),
})
export type LogFilter = z.infer<typeof logFilter>

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

/** Where an imported fact comes from: 来自 桥头镇.xlsx 第 17 行, 2026-07-02. */
export const importOrigin = z.object({
  runId: id,
  file: z.string(),
  sheet: z.string().nullable(),
  /** As the spreadsheet shows it; null where no single row says so. */
  row: z.number().int().nullable(),
  /** The record that row speaks of: the one asked about, or the enterprise it belongs to. */
  of: z.object({ kind: recordKind, id }).nullable(),
  /** The day it was imported. */
  on: z.iso.date(),
})
export type ImportOrigin = z.infer<typeof importOrigin>

export const historyEntry = z.object({
  at: z.string(),
  operator: z.string(),
  action: z.string(),
  label: z.string(),
  editId: z.number().int().nullable(),
  changes: z.array(z.object({ field: z.string(), label: z.string(), before: z.string(), after: z.string() })),
  /** Of what an import did. */
  origin: importOrigin.nullable(),
})
export type HistoryEntry = z.infer<typeof historyEntry>

/** By a field, by `unitName`, or by a computed fact that has an order (sortableFact.ts); null for the kind's own order. */
const recordSort = z.object({ field: z.string(), descending: z.boolean() }).nullable()

export const recordCalls = {
  'record.page': read(
    z.object({
      kind: recordKind,
      filter: recordFilter.default({}),
      sort: recordSort.default(null),
      offset: z.number().int().min(0).default(0),
      limit: z.number().int().min(1).max(5000).default(100),
    }),
    z.object({ total: z.number().int(), rows: z.array(recordRow) }),
  ),
  /** What a ledger shows, as a workbook: the given columns (fields, or names of computed facts) in their order. */
  'record.export': handsOut(read(
    z.object({
      kind: recordKind,
      filter: recordFilter.default({}),
      sort: recordSort.default(null),
      title: z.string().trim().min(1).max(60),
      columns: z.array(z.object({ field: z.string(), header: z.string().max(60) })).min(1).max(100),
    }),
    z.object({ fileName: z.string(), bytes, rows: z.number().int() }),
  )),
  'record.get': read(z.object({ kind: recordKind, id }), recordRow),
  /** Records of a kind by name, for choosing one: `search` as a person types it; `ids` for names of known ones. */
  'record.choices': read(
    z.object({
      kind: recordKind,
      search: z.string().max(100).default(''),
      ids: z.array(id).max(1000).optional(),
      unitId: id.optional(),
      limit: z.number().int().min(1).max(100).default(20),
    }),
    z.array(z.object({ id, name: z.string(), note: z.string() })),
  ),
  /** What the rules would say of these changes, by change; writes nothing. */
  'record.check': read(z.object({ changes }), z.array(z.array(finding))),
  /** What these changes would alter: for a batch change before it is made. Writes nothing. */
  'record.preview': read(
    z.object({ changes }),
    z.object({
      added: z.number().int(),
      changed: z.number().int(),
      same: z.number().int(),
      /** The first 200 that would change. */
      rows: z.array(
        z.object({
          kind: recordKind,
          id: z.number().int(),
          name: z.string(),
          changes: z.array(z.object({ label: z.string(), before: z.string(), after: z.string() })),
          findings: z.array(finding),
        }),
      ),
    }),
  ),
  /**
   * Writes all of the changes in one transaction, or none. Refuses with `conflict` {kind, id, name} when a version has
   * gone on or a unique field is taken, `invalid` with the findings as issues, `not-found`.
   */
  'record.save': write(z.object({ changes, label, operator }), savedEdit),
  /** Puts records into the recycle bin; `in-use` while others need them. */
  'record.remove': write(
    z.object({ kind: recordKind, ids: z.array(id).min(1).max(20_000), operator }),
    savedEdit,
  ),
  'record.restore': write(z.object({ kind: recordKind, ids: z.array(id).min(1).max(20_000), operator }), savedEdit),
  'record.history': read(z.object({ kind: recordKind, id }), z.array(historyEntry)),
  /** The recycle bin: what was removed within 30 days, the latest first. */
  'record.removed': read(
    z.object({ offset: z.number().int().min(0).default(0), limit: z.number().int().min(1).max(500).default(100) }),
    z.object({
      total: z.number().int(),
      rows: z.array(
        z.object({
          kind: recordKind,
          id,
          kindLabel: z.string(),
          name: z.string(),
          removedAt: z.string(),
          operator: z.string(),
        }),
      ),
    }),
  ),
  /** Two records of one enterprise become one: `values` are the ones to keep; what hangs on the other moves over. */
  'enterprise.merge': write(
    z.object({ keepId: id, dropId: id, values: z.record(z.string(), fieldValue), operator }),
    savedEdit,
  ),
  /** 撤销党组织: ends its coverages and its secretary's term on the same day. */
  'partyOrg.dissolve': write(
    z.object({ id, version: z.number().int(), dissolvedOn: z.iso.date(), reason: z.string().trim().min(1).max(200), operator }),
    savedEdit,
  ),
  /**
   * Takes an edit back, or an undo (which is the redo); an import like any other. Records that others changed or came
   * to depend on since: `refuse` the whole undo with `conflict` {reason: 'gone-on' | 'needed-since', name, count, editId,
   * runId}, `keep` them as they are, or take them `back` all the same; those of `except` the other way round.
   */
  'edit.undo': write(
    z.object({
      editId: id,
      operator,
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
