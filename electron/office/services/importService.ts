import type { ImportPlan, PlannedRow } from '../../../shared/contract/import'
import type { Problem } from '../../../shared/contract/problem'
import type { Services } from '../dispatch'
import type { FieldChange, PlanEntry, PlanFile } from '../import/planEntry'
import { planImport, type Plan } from '../import/planImport'
import { fieldLabel, importFields, shownValue, type ImportField } from '../import/importField'
import { settledMode } from '../import/planOrgs'
import { unitIndex } from '../import/unitIndex'
import { OfficeError } from '../officeError'
import { importRepository } from '../db/repositories/importRepository'
import { commitImport } from './commitImport'
import { countEntries } from './importCounts'
import { readImportFile } from './importReading'
import { loadKnownLedger } from './knownLedger'
import { createReadingStore, type StoredPlan, type StoredReading } from './readingStore'
import type { ServiceContext } from './serviceContext'

type ImportServices = Pick<Services, Extract<keyof Services, `import.${string}`>>

/** read → plan → rows → commit; readings and the plan live in memory, nothing is written before commit. */
export function createImportService(context: ServiceContext): ImportServices {
  const { gate, ports } = context
  const store = createReadingStore()

  async function makePlan(fileIds: readonly string[], units: Readonly<Record<string, string>>, policy: Plan['policy'], task: 'import.plan' | 'import.commit'): Promise<Plan> {
    const { rules, limits } = await context.settings()
    const ledger = await gate.read((manager) => loadKnownLedger(manager, ports.clock.today(), rules))
    const index = unitIndex(ledger.units)
    const files = fileIds.map((fileId) => planFile(reading(fileId), units[fileId], index))
    return planImport(files, ledger, {
      policy,
      rules,
      limits,
      today: ports.clock.today(),
      progress: (done, total) => ports.emit({ type: 'task.progress', task, done, total }),
    })
  }

  /** The ledger moved on since the plan was shown: what is written must still be what was shown. */
  async function replan(stored: StoredPlan): Promise<Plan> {
    const fresh = await makePlan(stored.fileIds, stored.units, stored.plan.policy, 'import.commit')
    if (!samePlan(stored.plan, fresh)) throw new OfficeError('conflict', { reason: 'plan' })
    return fresh
  }

  function reading(fileId: string): StoredReading {
    const found = store.readings.get(fileId)
    if (!found) throw new OfficeError('not-found', { reason: 'missing' })
    return found
  }

  function storedPlan(planId: string): StoredPlan {
    if (store.plan?.planId !== planId) throw new OfficeError('not-found', { reason: 'missing' })
    return store.plan
  }

  return {
    async 'import.read'({ name, bytes }) {
      const fileId = store.nextId()
      const units = await gate.read((manager) => context.units(manager))
      const { summary, reading: read } = await readImportFile({
        fileId, name, bytes, units: unitIndex(units), today: ports.clock.today(),
        importedBefore: (sha256) => gate.read(async (manager) => (await importRepository.findBySha256(manager, sha256)) !== null),
      })
      if (read) store.readings.set(fileId, { fileId, name, sha256: summary.sha256, reading: read })
      return summary
    },

    async 'import.plan'({ fileIds, policy, units }) {
      const revision = context.revision()
      const plan = await makePlan(fileIds, units, policy, 'import.plan')
      store.plan = { planId: store.nextId(), fileIds, units, revision, plan }
      return describePlan(store.plan.planId, plan, fileIds.map(reading))
    },

    async 'import.rows'({ planId, fileId, action, level, offset, limit }) {
      const { plan } = storedPlan(planId)
      const rows = plan.entries.filter(
        (entry) =>
          (fileId === undefined || entry.file.fileId === fileId) &&
          (action === undefined || entry.action === action) &&
          (level === undefined || entry.problems.some((problem) => problem.level === level)),
      )
      return { total: rows.length, rows: rows.slice(offset, offset + limit).map(describeEntry) }
    },

    async 'import.fileProblems'({ planId }) {
      const { plan, fileIds } = storedPlan(planId)
      return fileIds.flatMap((fileId) => {
        const { name, reading: read } = reading(fileId)
        return fileProblems(plan, fileId, read.problems).map((problem) => ({ ...problem, fileId, file: name }))
      })
    },

    async 'import.commit'({ planId, operator }) {
      const stored = storedPlan(planId)
      const readings = stored.fileIds.map(reading)
      const { work: visits } = await context.settings()
      const result = await context.tasks.run('import.commit', rowsWritten(stored.plan), (task) =>
        gate.write(async (manager) => {
          const plan = stored.revision === context.revision() ? stored.plan : await replan(stored)
          return commitImport(manager, plan, readings, newOrgsOf(plan), {
            at: ports.clock.now(),
            today: ports.clock.today(),
            operator,
            visits,
            watch: task.watch,
          })
        }),
      )
      store.plan = null
      for (const fileId of stored.fileIds) store.readings.delete(fileId)
      context.changed(['import', ...importedKinds])
      return { batchId: result.runId, editId: result.editId, totals: result.totals }
    },

    async 'import.forget'({ fileIds }) {
      if (store.plan?.fileIds.some((fileId) => fileIds.includes(fileId))) store.plan = null
      return { forgotten: fileIds.filter((fileId) => store.readings.delete(fileId)).length }
    },

    'import.list': () => gate.read(importRepository.list),
  }
}

function planFile(stored: StoredReading, unitName: string | undefined, index: ReturnType<typeof unitIndex>): PlanFile {
  const { reading } = stored
  const decided = unitName === undefined ? null : index.find(unitName)
  if (unitName !== undefined && decided === null) throw new OfficeError('not-found', { reason: 'no-such-unit', unit: unitName }, [{ path: ['units', stored.fileId], code: 'unknown-unit' }])
  const rows = decided
    ? reading.rows.map((row) => (row.unit ? row : { ...row, unit: decided, ...withoutUnitProblem(row) }))
    : reading.rows
  return { fileId: stored.fileId, name: stored.name, rows, unit: decided ?? reading.unit, filledOn: reading.filledOn }
}

/** A person named the unit, so a row is no longer held back for lacking one. */
function withoutUnitProblem(row: PlanFile['rows'][number]): { problems: Problem[]; blocked: boolean } {
  const problems = row.problems.filter((problem) => problem.code !== 'V-02')
  return { problems, blocked: problems.some((problem) => problem.code === 'V-01') }
}

function fileProblems(plan: Plan, fileId: string, read: readonly Problem[]): Problem[] {
  const planned = plan.fileProblems.filter((problem) => problem.fileId === fileId).map(({ fileId: _fileId, ...problem }) => problem)
  return [...read, ...planned]
}

function describePlan(planId: string, plan: Plan, readings: readonly StoredReading[]): ImportPlan {
  const problems = readings.map(({ fileId, reading }) => fileProblems(plan, fileId, reading.problems))
  return {
    planId,
    policy: plan.policy,
    files: readings.map(({ fileId, name }, i) => {
      const entries = plan.entries.filter((entry) => entry.file.fileId === fileId)
      const unit = entries[0]?.file.unit?.name ?? null
      return { fileId, name, unit, ...countEntries(entries, problems[i] ?? []) }
    }),
    totals: countEntries(plan.entries, problems.flat()),
    newOrgs: newOrgsOf(plan),
    newLiaisons: plan.liaisons.filter((liaison) => liaison.existing === null).length,
    absent: plan.absent.map(({ id, enterpriseName, unitName }) => ({ id, name: enterpriseName, unit: unitName })),
  }
}

function newOrgsOf(plan: Plan): ImportPlan['newOrgs'] {
  return plan.orgs
    .filter((org) => org.existing === null)
    .map((org) => ({ name: org.name, unit: org.unitName, mode: settledMode(org), type: org.orgType, covers: org.covers, unverified: org.unverified }))
}

/** About how many rows a commit writes: each row of the files once, and what hangs on those that change something. */
function rowsWritten({ entries }: Plan): number {
  return entries.reduce((sum, { action }) => sum + (action === 'add' || action === 'change' ? 4 : 1), 0)
}

/** Kinds an import of enterprise rows writes. */
const importedKinds = ['enterprise', 'partyOrg', 'secretaryTerm', 'coverage', 'liaison', 'assignment', 'delivery', 'goalCheck'] as const

function describeEntry(entry: PlanEntry): PlannedRow {
  return {
    fileId: entry.file.fileId,
    file: entry.file.name,
    sheet: entry.row.sheet,
    row: entry.row.row,
    action: entry.action,
    enterpriseId: entry.known?.id ?? null,
    enterpriseName: entry.known?.enterpriseName ?? entry.facts.enterpriseName ?? '',
    unitName: entry.unit?.name ?? '',
    creditCode: entry.facts.creditCode ?? entry.known?.creditCode ?? null,
    changes: entry.known ? entry.changes.map(shownChange) : shownAddition(entry.added),
    problems: entry.problems,
  }
}

function shownChange({ field, before, after }: FieldChange): PlannedRow['changes'][number] {
  return { field, label: fieldLabel(field), before: shownValue(before), after: shownValue(after) }
}

function shownAddition(added: PlanEntry['added']): PlannedRow['changes'] {
  const fields = (Object.keys(importFields) as ImportField[]).filter((field) => added[field] !== undefined && added[field] !== null)
  return fields.map((field) => ({ field, label: fieldLabel(field), before: '', after: shownValue(added[field]) }))
}

/** What people were shown must be what is written: same action and same new values, row by row. */
function samePlan(shown: Plan, fresh: Plan): boolean {
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
