import type { ImportPolicy } from '../../../shared/contract/import'
import type { ProblemLevel } from '../../../shared/contract/problem'
import type { Finding } from '../../../shared/contract/record'
import type { RecordKind } from '../../../shared/record/recordKind'
import type { EntityManager } from '../db/gate'
import { savepoint, type Savepoint } from '../db/savepoint'
import { draftLedger } from '../import/forms/draftLedger'
import { reportAt, type EntryRecord, type FormPlanEntry } from '../import/forms/formPlanEntry'
import { planForm, type PlannedTable } from '../import/forms/formPlan'
import { plannedForms } from '../import/forms/planners'
import type { FormSheetRow } from '../import/forms/formSheetRow'
import { checkTouched } from './checkTouched'
import { loadKnownForms } from './knownForms'
import type { EditChange, EditStamp } from './plannedEdit'
import type { TouchedRecord } from './touchedRecord'
import { RefusedEdit, writeEdit } from './writeEdit'

export interface FormRun {
  tables: readonly PlannedTable[]
  policy: ImportPolicy
  stamp: EditStamp
}

type Stage = (typeof plannedForms)[number]

/**
 * Plans and writes tables of the forms F03 to F12, form after form, so that a later one finds what an earlier one
 * brought. A row that breaks a rule is left out and says why; the others go on. Call it inside `gate.write`; whoever
 * only wants to see what it would do takes it back.
 */
export async function runForms(manager: EntityManager, run: FormRun): Promise<FormPlanEntry[]> {
  const entries: FormPlanEntry[] = []
  for (const stage of plannedForms) {
    const tables = run.tables.filter(({ form }) => form === stage.form)
    if (tables.length > 0) entries.push(...(await runStage(manager, run, stage, tables)))
  }
  return entries
}

/** Tried until no row breaks a rule: without the rows that do, the others may stand differently. */
async function runStage(manager: EntityManager, run: FormRun, stage: Stage, tables: readonly PlannedTable[]): Promise<FormPlanEntry[]> {
  const { policy, stamp } = run
  const known = await loadKnownForms(manager, new Set(stage.kinds), stamp)
  const refused = new Map<FormSheetRow, FormPlanEntry>()
  const place = await savepoint(manager)
  for (;;) {
    let last = 0
    const open = tables.map((table) => ({ ...table, rows: table.rows.filter((row) => !refused.has(row)) }))
    const planned = planForm(stage.planner, open, { ledger: draftLedger(known, () => --last), known, policy })
    const broken = await writeEntries(manager, planned, { stamp, place, about: stage.about })
    if (broken.length === 0) {
      await place.release()
      return inOrder(tables, [...planned, ...refused.values()])
    }
    for (const entry of broken) refused.set(entry.row, entry)
  }
}

/** Writes what entries plan and answers those that break a rule; then nothing of it is left written. */
async function writeEntries(
  manager: EntityManager,
  entries: readonly FormPlanEntry[],
  { stamp, place, about }: { stamp: EditStamp; place: Savepoint; about: RecordKind | null },
): Promise<FormPlanEntry[]> {
  const records = entries.flatMap((entry) => entry.records.map((record) => ({ entry, record })))
  if (records.length === 0) return []
  const changes = records.map(({ record: { kind, id, values } }): EditChange => ({ kind, id, values }))
  try {
    const { touched, findings } = await writeEdit(manager, changes, { ...stamp, errorsOnly: true })
    const further = await checkTouched(manager, touched, { settings: stamp.settings, today: stamp.today, errorsOnly: false })
    const broken = refuse(records, touched, [findings, further])
    if (broken.length === 0) {
      explain(records, touched, further, about)
      settleIds(entries, records, touched)
      return []
    }
    await place.rollback()
    return broken
  } catch (error) {
    if (!(error instanceof RefusedEdit)) throw error
    await place.rollback()
    const broken = refuse(records, error.touched, [error.findings])
    if (broken.length === 0) throw error
    return broken
  }
}

interface EntryPart {
  entry: FormPlanEntry
  record: EntryRecord
}

type Findings = ReadonlyMap<TouchedRecord, readonly Finding[]>

/**
 * Entries that write what a rule calls an error, each rule told once; one that leaves a record as it was is not to
 * blame for it.
 */
function refuse(parts: readonly EntryPart[], touched: readonly TouchedRecord[], found: readonly Findings[]): FormPlanEntry[] {
  const broken = new Map<FormPlanEntry, Set<string>>()
  for (const [i, part] of parts.entries()) {
    const record = touched[i]
    if (!record || Object.keys(part.record.values).length === 0) continue
    for (const finding of found.flatMap((findings) => findings.get(record) ?? [])) {
      const told = broken.get(part.entry) ?? new Set()
      if (finding.level !== 'error' || told.has(finding.code)) continue
      report(part, finding, 'error', '，本行未导入')
      broken.set(part.entry, told.add(finding.code))
    }
  }
  for (const entry of broken.keys()) {
    const { target } = entry
    const known = target.id !== null && target.id > 0 ? target : { ...target, id: null }
    Object.assign(entry, { action: 'skip', target: known, changes: [], records: [] } satisfies Partial<FormPlanEntry>)
  }
  return [...broken.keys()]
}

/**
 * What the rules say besides, once for each record: of the columns the table has, and of what its rows are about. What
 * was wrong before the row came is not its error.
 */
function explain(parts: readonly EntryPart[], touched: readonly TouchedRecord[], found: Findings, about: RecordKind | null): void {
  const told = new Set<TouchedRecord>()
  for (const [i, part] of parts.entries()) {
    const record = touched[i]
    if (!record || told.has(record)) continue
    told.add(record)
    for (const finding of found.get(record) ?? []) {
      const isAsked = finding.field === null ? record.kind === about : part.record.columns[finding.field] !== undefined
      if (isAsked) report(part, finding, finding.level === 'error' ? 'warning' : finding.level, '')
    }
  }
}

const codes: Readonly<Record<string, string>> = { field: 'V-09', unique: 'V-03' }

function report({ entry, record }: EntryPart, { field, code, message }: Finding, level: ProblemLevel, ending: string): void {
  const said = `${message}${ending}`
  if (entry.problems.some((problem) => problem.message === said)) return
  reportAt(entry, field === null ? null : (record.columns[field] ?? null), { code: codes[code] ?? code, level, message: said })
}

/** What was added has an id of its own now, also where a later row speaks of it. */
function settleIds(entries: readonly FormPlanEntry[], parts: readonly EntryPart[], touched: readonly TouchedRecord[]): void {
  const settled = new Map(parts.map(({ record: { kind, id } }, i) => [`${kind} ${id}`, touched[i]?.id]))
  for (const { target } of entries) target.id = settled.get(`${target.kind} ${target.id}`) ?? target.id
}

/** Entries in the order of the rows. */
function inOrder(tables: readonly PlannedTable[], entries: readonly FormPlanEntry[]): FormPlanEntry[] {
  const byRow = new Map(entries.map((entry) => [entry.row, entry]))
  return tables.flatMap((table) => table.rows.flatMap((row) => byRow.get(row) ?? []))
}
