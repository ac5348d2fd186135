import { z } from 'zod'
import { problemLevels } from '../domain/problemLevel'
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
  level: z.enum(problemLevels),
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
}
