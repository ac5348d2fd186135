import { z } from 'zod'
import { absence, absenceDecision } from './absence'
import { correctedCell } from './correction'
import { bytes, handsOut, read, write } from './define'
import { importAction, importCounts, importPlan, importPolicy, plannedRow } from './import'
import { problem } from './problem'
import { recordKind, savedEdit } from './record'

/** Import runs after their commit: 导入记录, the report that stays, 本期未报. */

const id = z.number().int().positive()
const count = z.number().int()

export const runRow = z.object({
  runId: id,
  /** ISO instant. */
  at: z.string(),
  operator: z.string(),
  policy: importPolicy,
  /** 空白也覆盖 was chosen. */
  erases: z.boolean(),
  files: count,
  /** Names of the first three. */
  names: z.array(z.string()),
  units: z.array(z.string()),
  totals: importCounts,
  /** 本期未报, and how many of them nothing is decided about. */
  absent: count,
  undecided: count,
  /** It was taken back; null while it is in force. */
  undoneAt: z.string().nullable(),
  /** The edit to be taken back next: the import, or the undo that would bring it again. Null before imports were edits. */
  editId: count.nullable(),
})
export type RunRow = z.infer<typeof runRow>

export const runFile = importCounts.extend({
  batchId: id,
  name: z.string(),
  form: z.string(),
  formTitle: z.string(),
  unit: z.string().nullable(),
  filledOn: z.string().nullable(),
  sheet: z.string().nullable(),
  sha256: z.string(),
  /** Findings that belong to no row. */
  problems: z.array(problem),
  /** Cells that were read otherwise than they stand in the file. */
  corrected: z.array(correctedCell),
})

export type RunFile = z.infer<typeof runFile>

export const runReport = z.object({
  run: runRow,
  files: z.array(runFile),
  /** What the rows of each standard form came to, in the order of the forms; findings of whole files left out. */
  forms: importPlan.shape.forms,
  newOrgs: importPlan.shape.newOrgs,
  newLiaisons: count,
  /** Rows that another unit's claim kept out: 跨区. */
  crossUnit: count,
})
export type RunReport = z.infer<typeof runReport>

/** A row as the preview showed it, and where another unit's claim kept it out, whose. */
export const runRowReport = plannedRow.omit({ fileId: true, creditCode: true, conflicts: true, keep: true }).extend({
  batchId: id,
  rival: z.object({ unit: z.string(), file: z.string().nullable(), sheet: z.string().nullable(), row: z.number().int().nullable() }).nullable(),
})
export type RunRowReport = z.infer<typeof runRowReport>

export const runCalls = {
  /** The latest first. */
  'run.page': read(
    z.object({ offset: z.number().int().min(0).default(0), limit: z.number().int().min(1).max(500).default(50) }),
    z.object({ total: count, rows: z.array(runRow) }),
  ),
  'run.get': read(z.object({ runId: id }), runReport),
  'run.rows': read(
    z.object({
      runId: id,
      batchId: id.optional(),
      /** Only rows of this standard form. */
      form: z.string().optional(),
      action: importAction.optional(),
      level: problem.shape.level.optional(),
      /** Only rows another unit's claim kept out. */
      crossUnit: z.boolean().default(false),
      /** Only rows that speak of one record. */
      of: z.object({ kind: recordKind, id }).optional(),
      offset: z.number().int().min(0).default(0),
      limit: z.number().int().min(1).max(1000).default(100),
    }),
    z.object({ total: count, rows: z.array(runRowReport) }),
  ),
  /** The report as a workbook: files, problems, 跨区, 本期未报. */
  'run.export': handsOut(read(z.object({ runId: id }), z.object({ fileName: z.string(), bytes }))),
  /** 本期未报 of a run, by unit. */
  'run.absences': read(
    z.object({
      runId: id,
      unitId: id.optional(),
      undecided: z.boolean().default(false),
      offset: z.number().int().min(0).default(0),
      limit: z.number().int().min(1).max(1000).default(100),
    }),
    z.object({ total: count, rows: z.array(absence) }),
  ),
  /**
   * What became of enterprises that were not reported, as one edit. `not-found` for one the run does not list, `invalid`
   * with the findings where a rule refuses the status. The edit is null where only 漏报 was noted.
   */
  'run.decide': write(
    z.object({ runId: id, decisions: z.array(absenceDecision).min(1).max(20_000), operator: z.string().trim().max(20).default('') }),
    savedEdit,
  ),
}
