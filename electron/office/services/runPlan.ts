import type { ImportPlan, PlannedRow } from '../../../shared/contract/import'
import type { Problem } from '../../../shared/contract/problem'
import type { OfficeSettings } from '../../../shared/domain/officeSettings'
import type { FormPlanEntry } from '../import/forms/formPlanEntry'
import { importFields, ownFieldLabel, shownValue, type ImportField } from '../import/importField'
import type { FieldConflict } from '../import/issued/sinceIssued'
import type { FieldChange, PlanEntry } from '../import/planEntry'
import type { Plan } from '../import/planImport'
import { settledMode } from '../import/planOrgs'
import type { KnownUnit } from '../import/unitIndex'
import { bareTitle } from '../forms/bareTitle'
import { standardForms } from '../forms/standardForms'
import { groupBy } from './groupBy'
import { countEntries } from './importCounts'

/** What a run of files would do: rows of the ledger (F01, F02), and rows of the other forms. */
export interface RunPlan {
  ledger: Plan
  forms: readonly FormPlanEntry[]
  /** The unit each file speaks for, by fileId: as a person decided, else as the file says. */
  units: ReadonlyMap<string, string | null>
}

/** A file of a run, with what was found when it was read. */
interface ReadFile {
  fileId: string
  name: string
  reading: { problems: readonly Problem[] }
}

/** One row of a run, of whatever form. */
export type RunEntry = PlanEntry | FormPlanEntry

/** All rows of a run, those of the ledger first: the others may speak of what they bring. */
export function entriesOf({ ledger, forms }: RunPlan): readonly RunEntry[] {
  return forms.length === 0 ? ledger.entries : [...ledger.entries, ...forms]
}

export function isFormEntry(entry: RunEntry): entry is FormPlanEntry {
  return 'records' in entry
}

/** The standard form the row is of. */
export function formOf(entry: RunEntry): string {
  return isFormEntry(entry) ? entry.form : entry.file.form
}

export function fileProblems({ ledger }: RunPlan, fileId: string, read: readonly Problem[]): Problem[] {
  const planned = ledger.fileProblems.filter((problem) => problem.fileId === fileId).map(({ fileId: _fileId, ...problem }) => problem)
  return [...read, ...planned]
}

export function describePlan(planId: string, plan: RunPlan, readings: readonly ReadFile[]): ImportPlan {
  const { ledger } = plan
  const all = entriesOf(plan)
  const problems = readings.map(({ fileId, reading }) => fileProblems(plan, fileId, reading.problems))
  const byFile = groupBy(all, (entry) => entry.file.fileId)
  return {
    planId,
    policy: ledger.policy,
    erases: ledger.erases,
    erasures: ledger.entries.reduce((sum, { changes }) => sum + changes.filter(({ after }) => after === null).length, 0),
    jumps: ledger.fileProblems.filter(({ code }) => code === 'V-43').length,
    crossUnit: ledger.entries.filter(({ rival }) => rival !== null).length,
    files: readings.map(({ fileId, name }, i) => {
      return { fileId, name, unit: plan.units.get(fileId) ?? null, ...countEntries(byFile.get(fileId) ?? [], problems[i] ?? []) }
    }),
    forms: countForms(all),
    totals: countEntries(all, problems.flat()),
    newOrgs: newOrgsOf(ledger),
    newLiaisons: newLiaisonsOf(plan),
    conflicts: all.filter(({ conflicts }) => conflicts.length > 0).length,
    absent: ledger.absent.map(({ id, enterpriseName, unitName }) => ({ id, name: enterpriseName, unit: unitName })),
  }
}

function countForms(all: readonly RunEntry[]): ImportPlan['forms'] {
  const byForm = groupBy(all, formOf)
  return standardForms.flatMap((form) => {
    const own = byForm.get(form.id)
    return own ? [{ form: form.id, title: bareTitle(form), ...countEntries(own, []) }] : []
  })
}

export function newOrgsOf(plan: Plan): ImportPlan['newOrgs'] {
  return plan.orgs
    .filter((org) => org.existing === null)
    .map((org) => ({ name: org.name, unit: org.unitName, mode: settledMode(org), type: org.orgType, covers: org.covers, unverified: org.unverified }))
}

export function newLiaisonsOf({ ledger, forms }: RunPlan): number {
  const added = new Set(forms.flatMap(({ form, records }) => records.flatMap(({ kind, id }) => (kind === 'liaison' && id < 0 ? [`${form} ${id}`] : []))))
  return ledger.liaisons.filter(({ existing }) => existing === null).length + added.size
}

/** A row in the words of the district. */
export function describeEntry(entry: RunEntry, settings: OfficeSettings): PlannedRow {
  const { file, row, action, problems, keep } = entry
  const told = {
    fileId: file.fileId, file: file.name, sheet: row.sheet, row: row.row, action, problems, keep,
    form: formOf(entry), name: nameOf(entry), unitName: unitNameOf(entry),
  }
  if (isFormEntry(entry)) {
    const { target, changes, conflicts } = entry
    return { ...told, kind: target.kind, recordId: target.id, creditCode: null, changes, conflicts }
  }
  return {
    ...told,
    kind: 'enterprise',
    recordId: entry.known?.id ?? null,
    creditCode: entry.facts.creditCode ?? entry.known?.creditCode ?? null,
    changes: entry.known ? entry.changes.map((change) => shownChange(change, settings)) : shownAddition(entry.added, settings),
    conflicts: entry.conflicts.map((conflict) => shownConflict(conflict, settings)),
  }
}

export function unitOf(entry: RunEntry): KnownUnit | null {
  return isFormEntry(entry) ? entry.row.unit : entry.unit
}

/** The unit the row counts for, as it is named; '' where nobody knows. */
export function unitNameOf(entry: RunEntry): string {
  return isFormEntry(entry) ? entry.unitName : (entry.unit?.name ?? '')
}

/** What the row speaks of; one that was refused, of what it names itself. */
export function nameOf(entry: RunEntry): string {
  if (!isFormEntry(entry)) return entry.known?.enterpriseName ?? entry.facts.enterpriseName ?? ''
  const { target, row } = entry
  if (target.name !== '') return target.name
  const named = ['enterpriseName', 'partyOrgName', 'payeeName', 'itemText', 'liaisonName'].map((field) => row.values[field])
  return String(named.find((name) => typeof name === 'string') ?? '')
}

function shownChange({ field, before, after }: FieldChange, settings: OfficeSettings): PlannedRow['changes'][number] {
  const shown = (value: FieldChange['before']): string => shownValue(field, value, settings.words)
  return { field, label: ownFieldLabel(field, settings), before: shown(before), after: shown(after) }
}

function shownConflict({ field, base, ours, theirs }: FieldConflict, settings: OfficeSettings): PlannedRow['conflicts'][number] {
  const shown = (value: FieldConflict['ours']): string => shownValue(field, value, settings.words)
  return { field, label: ownFieldLabel(field, settings), base: shown(base), ours: shown(ours), theirs: shown(theirs) }
}

function shownAddition(added: PlanEntry['added'], settings: OfficeSettings): PlannedRow['changes'] {
  const fields = (Object.keys(importFields) as ImportField[]).filter((field) => added[field] !== undefined && added[field] !== null)
  return fields.map((field) => ({ field, label: ownFieldLabel(field, settings), before: '', after: shownValue(field, added[field], settings.words) }))
}

/** What people were shown must be what is written: same action and same new values, row by row. */
export function samePlan(shown: Plan, fresh: Plan): boolean {
  return shown.entries.every((entry, i) => {
    const other = fresh.entries[i]
    return (
      other?.action === entry.action &&
      other.known?.id === entry.known?.id &&
      other.changes.length === entry.changes.length &&
      entry.changes.every((change, j) => {
        const twin = other.changes[j]
        return twin?.field === change.field && twin.before === change.before && twin.after === change.after
      })
    )
  })
}

/** The same for the rows of the other forms. */
export function sameForms(shown: readonly FormPlanEntry[], fresh: readonly FormPlanEntry[]): boolean {
  const told = ({ action, target, changes }: FormPlanEntry): string => JSON.stringify([action, target.kind, target.name, changes])
  return shown.length === fresh.length && shown.every((entry, i) => told(entry) === (fresh[i] && told(fresh[i])))
}
