import { z } from 'zod'
import { absenceDecision } from './absence'
import { correction } from './correction'
import { bytes, handsOut, read, write } from './define'
import { fileReading } from './fileReading'
import { problem } from './problem'
import { recordKind } from './record'

/**
 * An import in four steps, each a value (F01 to F12, several forms in one run): `read` a file into typed rows, `plan`
 * the rows against the ledger, look at the plan page by page, `commit` it. Readings and plans live in the office's
 * memory until forgotten; nothing is written before `commit`.
 */

/**
 * 补空 `fill`: only blanks of the ledger are filled. 以表为准 `replace`: a filled cell wins over the ledger.
 * 只新增 `add`: enterprises the ledger knows are left alone. Under none of them does a blank cell erase anything, unless
 * 空白也覆盖 (`erases`) is chosen beside it.
 */
export const importPolicy = z.enum(['fill', 'replace', 'add'])
export type ImportPolicy = z.infer<typeof importPolicy>

export const importAction = z.enum(['add', 'change', 'same', 'skip'])
export type ImportAction = z.infer<typeof importAction>

/** Of a field that ledger and sheet both changed since the sheet was sent out: the ledger's value stays, or the sheet's is taken. */
export const keptSide = z.enum(['ours', 'theirs'])
export type KeptSide = z.infer<typeof keptSide>

export const importCounts = z.object({
  rows: z.number().int(),
  add: z.number().int(),
  change: z.number().int(),
  same: z.number().int(),
  skipped: z.number().int(),
  errors: z.number().int(),
  warnings: z.number().int(),
  notices: z.number().int(),
})
export type ImportCounts = z.infer<typeof importCounts>

export const importPlan = z.object({
  planId: z.string(),
  policy: importPolicy,
  /** 空白也覆盖 was chosen. */
  erases: z.boolean(),
  /** Values of the ledger it would empty for that. */
  erasures: z.number().int(),
  /** Units whose return differs so much from the ledger that its reason is asked for (V-43). */
  jumps: z.number().int(),
  /** Rows of other units for an enterprise that stands under one already: kept out, to be looked at side by side. */
  crossUnit: z.number().int(),
  files: z.array(importCounts.extend({ fileId: z.string(), name: z.string(), unit: z.string().nullable() })),
  /** What the rows of each standard form come to, in the order of the forms; problems of whole files left out. */
  forms: z.array(importCounts.extend({ form: z.string(), title: z.string() })),
  totals: importCounts,
  /** Organisations the commit would create, with the enterprises each covers (import without a name: 待核实). */
  newOrgs: z.array(
    z.object({ name: z.string(), unit: z.string(), mode: z.string(), type: z.string().nullable(), covers: z.number().int(), unverified: z.boolean() }),
  ),
  newLiaisons: z.number().int(),
  /** Rows with a field that the ledger and the sheet both changed since the sheet was sent out. */
  conflicts: z.number().int(),
  /** In the ledger for the units of these files, but in none of the files: 本期未报. Listed, never deleted. */
  absent: z.array(z.object({ id: z.number().int(), name: z.string(), unit: z.string() })),
})
export type ImportPlan = z.infer<typeof importPlan>

export const plannedRow = z.object({
  fileId: z.string(),
  file: z.string(),
  sheet: z.string(),
  row: z.number().int(),
  action: importAction,
  /** F01 … F12. */
  form: z.string(),
  /** The record the row speaks of: an enterprise in F01 and F02, an organisation in F03, a visit in F05 … */
  kind: recordKind,
  /** Null for one that is new or unknown. */
  recordId: z.number().int().nullable(),
  name: z.string(),
  unitName: z.string(),
  /** Of an enterprise. */
  creditCode: z.string().nullable(),
  /** What the commit would change, before and after as shown to people ("" for blank). For `add`: what it would fill. */
  changes: z.array(z.object({ field: z.string(), label: z.string(), before: z.string(), after: z.string() })),
  /** Fields both sides changed since the sheet was sent out, as shown to people: as sent out, in the ledger, on the sheet. */
  conflicts: z.array(z.object({ field: z.string(), label: z.string(), base: z.string(), ours: z.string(), theirs: z.string() })),
  /** Whose values of these the commit would leave standing. */
  keep: keptSide,
  problems: z.array(problem),
})
export type PlannedRow = z.infer<typeof plannedRow>

/** One of two claims to an enterprise: a row of a file, or where `file` is null what the ledger says. */
export const claim = z.object({
  unit: z.string(),
  fileId: z.string().nullable(),
  file: z.string().nullable(),
  sheet: z.string().nullable(),
  row: z.number().int().nullable(),
  /** Of the ledger's record. */
  enterpriseId: z.number().int().nullable(),
})

/** 跨区: two units speak for one enterprise; `stands` is taken, `out` is not. */
export const crossUnitPair = z.object({
  name: z.string(),
  creditCode: z.string().nullable(),
  stands: claim,
  out: claim,
  /** What both say where they differ, as people read it. */
  differing: z.array(z.object({ label: z.string(), stands: z.string(), out: z.string() })),
})
export type CrossUnitPair = z.infer<typeof crossUnitPair>

/** A row of a file, as the spreadsheet program counts it. */
const rowPlace = z.object({ fileId: z.string(), sheet: z.string(), row: z.number().int() })
export type RowPlace = z.infer<typeof rowPlace>

/**
 * An organisation rebuilt from rows that name none (docs/domain.md, organisations from rows): of one enterprise, or of
 * all joint rows of a unit with the same 书记 and 成立时间.
 */
export const proposedOrg = z.object({
  name: z.string(),
  unitId: z.number().int(),
  unit: z.string(),
  mode: z.string(),
  type: z.string().nullable(),
  foundedOn: z.string().nullable(),
  secretary: z.string().nullable(),
  /** A person gave these rows their organisation; otherwise it would be kept as 待核实. */
  confirmed: z.boolean(),
  /** It would join one the ledger has. */
  inLedger: z.boolean(),
  rows: z.array(
    rowPlace.extend({ file: z.string(), enterprise: z.string(), members: z.number().int().nullable(), secretary: z.string().nullable(), foundedOn: z.string().nullable() }),
  ),
})
export type ProposedOrg = z.infer<typeof proposedOrg>

export const importRecord = z.object({
  id: z.number().int(),
  /** Batches committed together share a run: one step to undo. */
  runId: z.number().int(),
  fileName: z.string(),
  sha256: z.string(),
  form: z.string(),
  unit: z.string().nullable(),
  operator: z.string(),
  startedAt: z.string(),
  counts: importCounts,
})
export type ImportRecord = z.infer<typeof importRecord>

/** A file sent back to whom it came from. */
export const returnedFile = z.object({
  fileId: z.string(),
  /** As it was read. */
  name: z.string(),
  /** Of the workbook, inside the zip where there are several; null for a file nothing was found in. */
  fileName: z.string().nullable(),
  /** Findings that stand in it. */
  problems: z.number().int(),
  /** The sender's own workbook with notes; else a plain one with its cells, for formats that are not written. */
  kept: z.boolean(),
})
export type ReturnedFile = z.infer<typeof returnedFile>

export const importCalls = {
  /**
   * Reads one file. A file nobody can read is a reading in state `unreadable`, not a failure: the others go on. One
   * that asks for its password is such a reading too (shared/text/wantsPassword), to be read again with it.
   * Rejected as `cancelled` after `import.cancelRead`, as `not-found` where a correction names a row the file has not.
   */
  'import.read': read(
    z.object({
      name: z.string().min(1).max(255),
      bytes,
      /** Opens a protected file; never stored, never logged. Files without protection ignore it. */
      password: z.string().max(255).optional(),
      /** Chosen by the caller, to cancel the reading by. */
      ticket: z.string().min(1).max(64).optional(),
      /**
       * The reading this one replaces, under its id, so that what was decided of its rows still concerns them; a plan it
       * is part of has to be made anew before its commit. One that is no longer known begins under a new id.
       */
      fileId: z.string().optional(),
      /** Cells to be read otherwise than they stand in the file. */
      corrections: z.array(correction).max(50_000).default([]),
    }),
    fileReading,
  ),
  /** Ends readings that wait or are under way; what of them runs is killed. Tickets nobody reads by are ignored. */
  'import.cancelRead': read(
    z.object({ tickets: z.array(z.string().min(1).max(64)).max(1000) }),
    z.object({ cancelled: z.number().int() }),
  ),
  'import.plan': read(
    z.object({
      fileIds: z.array(z.string()).min(1).max(500),
      policy: importPolicy.default('replace'),
      /** fileId → unit name, where the person decided. */
      units: z.record(z.string(), z.string()).default({}),
      /** 空白也覆盖: a blank cell of a column the sheet has empties what the enterprise itself says (docs/domain.md 11.7). */
      erases: z.boolean().default(false),
      /** Rows that shall stand where rows of several units speak for one enterprise; else the first one does. */
      prefer: z.array(rowPlace).max(10_000).default([]),
      /**
       * A plan of the same readings, whose decisions are kept: conflicts, organisations, rows that stand, units. One that
       * is no longer known brings none.
       */
      after: z.string().optional(),
    }),
    importPlan,
  ),
  'import.crossUnit': read(
    z.object({ planId: z.string(), offset: z.number().int().min(0).default(0), limit: z.number().int().min(1).max(500).default(100) }),
    z.object({ total: z.number().int(), rows: z.array(crossUnitPair) }),
  ),
  'import.rows': read(
    z.object({
      planId: z.string(),
      fileId: z.string().optional(),
      /** Only rows of this standard form. */
      form: z.string().optional(),
      action: importAction.optional(),
      /** Only rows with a problem of this level. */
      level: problem.shape.level.optional(),
      /** Only rows with conflicts. */
      conflicts: z.literal(true).optional(),
      offset: z.number().int().min(0).default(0),
      limit: z.number().int().min(1).max(500).default(100),
    }),
    z.object({ total: z.number().int(), rows: z.array(plannedRow) }),
  ),
  /**
   * Decides conflicts, of the given rows or, without `rows`, of all; the plan is made anew under the same id. Until then
   * the ledger's values stay.
   */
  'import.keep': read(
    z.object({
      planId: z.string(),
      keep: keptSide,
      rows: z.array(rowPlace).min(1).max(500).optional(),
    }),
    importPlan,
  ),
  /** Organisations the plan had to propose, those nobody looked at first, then by unit in the order of the files. */
  'import.proposedOrgs': read(
    z.object({ planId: z.string(), offset: z.number().int().min(0).default(0), limit: z.number().int().min(1).max(500).default(100) }),
    z.object({ total: z.number().int(), waiting: z.number().int(), orgs: z.array(proposedOrg) }),
  ),
  /**
   * Says which organisation rows belong to, as if their cell named it: the proposed name confirms, another one splits,
   * joins, or finds one of the ledger; null goes back to the proposal. The plan is made anew under the same id.
   */
  'import.nameOrgs': read(
    z.object({
      planId: z.string(),
      names: z.array(z.object({ name: z.string().trim().min(2).max(100).nullable(), rows: z.array(rowPlace).min(1).max(5_000) })).min(1).max(5_000),
    }),
    importPlan,
  ),
  /**
   * Decides which rows shall stand where rows of several units speak for one enterprise: `rows` are all of those that do
   * so although another comes first. The plan is made anew under the same id; what was decided otherwise stays.
   */
  'import.prefer': read(z.object({ planId: z.string(), rows: z.array(rowPlace).max(10_000) }), importPlan),
  /** Problems of the plan's files that belong to no row: unreadable sheets, sums that disagree, ignored columns. */
  'import.fileProblems': read(
    z.object({ planId: z.string() }),
    z.array(problem.extend({ fileId: z.string(), file: z.string() })),
  ),
  /**
   * One transaction and one edit. `conflict` when the ledger changed since the plan in a way that changes the plan, or a
   * file of it was read again,
   * `cancelled` (nothing is written) after `task.cancel`.
   */
  'import.commit': write(
    z.object({
      planId: z.string(),
      operator: z.string().max(40).default(''),
      /** What became of enterprises the plan lists as absent, decided with the import and part of its edit. */
      absent: z.array(absenceDecision).max(20_000).default([]),
      /** Why units reported so much more or less than the ledger has (V-43); kept with those findings in the report. */
      reason: z.string().trim().max(200).default(''),
    }),
    z.object({ batchId: z.number().int(), editId: z.number().int(), totals: importCounts }),
  ),
  /**
   * 退回工作簿: the sender's own workbooks, with a column 校验结果 behind every table, comments on the cells findings point
   * at, and a sheet 校验说明 before the others; what is corrected in them is imported as any file. The bytes of the files
   * are sent again, for the office keeps none. One workbook; of several with findings a zip. Announces progress as
   * task.progress. A password opens its file; the workbook that is sent back has none.
   * Fails with `conflict` {reason: 'another-file', file} when the bytes are not those that were read, `not-found`
   * {reason: 'nothing-to-return'} when nothing was found in any, `unreadable-file`, `too-large`, `cancelled`.
   */
  'import.return': handsOut(read(
    z.object({
      planId: z.string(),
      files: z.array(z.object({ fileId: z.string(), bytes, password: z.string().max(255).optional() })).min(1).max(500),
    }),
    z.object({ fileName: z.string(), bytes, files: z.array(returnedFile) }),
  )),
  'import.forget': read(z.object({ fileIds: z.array(z.string()) }), z.object({ forgotten: z.number().int() })),
  'import.list': read(z.object({}), z.array(importRecord)),
}
