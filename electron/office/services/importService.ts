import { setImmediate } from 'node:timers/promises'
import type { ImportPlan } from '../../../shared/contract/import'
import type { Problem } from '../../../shared/contract/problem'
import { recordKinds, type RecordKind } from '../../../shared/record/recordKind'
import type { EntityManager } from '../db/gate'
import type { Services } from '../dispatch'
import type { FormPlanEntry } from '../import/forms/formPlanEntry'
import type { PlannedTable } from '../import/forms/formPlan'
import { leaveGoalsToF09 } from '../import/leaveGoalsToF09'
import type { KnownLedger } from '../import/knownLedger'
import { rowKey, type PlanFile } from '../import/planEntry'
import { planSteps, type Plan, type PlanSettings } from '../import/planImport'
import { unitIndex, type UnitIndex } from '../import/unitIndex'
import { OfficeError } from '../officeError'
import { nextId } from '../db/bulkInsert'
import { recordTables } from '../db/recordTables'
import { importRepository } from '../db/repositories/importRepository'
import { commitImport } from './commitImport'
import { commitPlan } from './commitPlan'
import { crossUnitPairs } from './crossUnit'
import { sinceIssued, type PresentScene } from './currentForms'
import { createImportRecorder } from './importRecorder'
import { proposedOrgs } from './proposedOrgs'
import { createImportReadService } from './importReadService'
import { loadKnownLedger } from './knownLedger'
import { noKeeps, planIn, readingIn, type ReadingStore, type StoredPlan } from './readingStore'
import type { StoredReading } from './storedReading'
import { rolledBack } from './rolledBack'
import { runForms } from './runForms'
import { describeEntry, describePlan, entriesOf, fileProblems, formOf, samePlan, type RunPlan } from './runPlan'
import type { ServiceContext } from './serviceContext'
import type { Task } from './taskBoard'

/** How a person wants the rows to be taken. */
type PlanChoice = Pick<PlanSettings, 'policy' | 'erases'>

type ImportServices = Pick<Services, Exclude<Extract<keyof Services, `import.${string}`>, 'import.return'>>

type PlanQuestion = Pick<StoredPlan, 'fileIds' | 'units' | 'keeps' | 'prefer' | 'orgNames'>

/** read → plan → rows → commit; readings and the plan live in memory, nothing is written before commit. */
export function createImportService(context: ServiceContext, store: ReadingStore): ImportServices {
  const { gate, ports } = context

  /** Between two steps other calls get their turn, the one that stops it among them. */
  async function planLedger(files: readonly PlanFile[], ledger: KnownLedger, choice: PlanChoice & Pick<PlanSettings, 'prefer'>, task: Task): Promise<Plan> {
    const settings = await context.settings()
    const { rules, limits } = settings
    const steps = planSteps(files, ledger, { ...choice, rules, limits, wording: settings, today: ports.clock.today() })
    for (;;) {
      const next = steps.next()
      if (next.done) return next.value
      await setImmediate()
      task.progress(next.value.done, next.value.total)
    }
  }

  async function makePlan(question: PlanQuestion, choice: PlanChoice, task: Task): Promise<RunPlan> {
    const settings = await context.settings()
    const ledger = await gate.read((manager) => loadKnownLedger(manager, ports.clock.today(), settings.rules))
    const { files, tables: brought } = placed(question, unitIndex(ledger.units))
    const plan = await planLedger(files, ledger, { ...choice, prefer: question.prefer }, task)
    const tables = await gate.read((manager) => presentTables(manager, brought, { settings, policy: choice.policy }))
    return {
      ledger: plan,
      forms: tables.length === 0 ? [] : await previewForms(plan, tables, task),
      units: new Map(files.map(({ fileId, unit }) => [fileId, unit?.name ?? null])),
    }
  }

  /** Rows of the other forms are tried out behind those of the ledger, and taken back with the ids they were given. */
  async function previewForms(plan: Plan, tables: readonly PlannedTable[], task: Task): Promise<FormPlanEntry[]> {
    const stamp = await stampOf('')
    return rolledBack(gate, async (manager) => {
      const firstNew = new Map<RecordKind, number>()
      for (const kind of recordKinds) firstNew.set(kind, await nextId(manager, recordTables[kind]))
      const recorder = createImportRecorder(manager, stamp.at, task.watch)
      await commitPlan(manager, plan, { ...stamp, visits: stamp.settings.work, recorder })
      const entries = await runForms(manager, { tables, policy: plan.policy, stamp })
      for (const { target } of entries) if (target.id !== null && target.id >= (firstNew.get(target.kind) ?? 0)) target.id = null
      return entries
    })
  }

  async function stampOf(operator: string) {
    return { at: ports.clock.now(), today: ports.clock.today(), settings: await context.settings(), operator }
  }

  /** The ledger moved on since the plan was shown: what is written must still be what was shown. */
  async function replan(stored: StoredPlan, task: Task): Promise<Plan> {
    const { rules } = await context.settings()
    const ledger = await gate.read((manager) => loadKnownLedger(manager, ports.clock.today(), rules))
    const { files } = placed(stored, unitIndex(ledger.units))
    const { policy, erases } = stored.plan.ledger
    const fresh = await planLedger(files, ledger, { policy, erases, prefer: stored.prefer }, task)
    if (!samePlan(stored.plan.ledger, fresh)) throw new OfficeError('conflict', { reason: 'plan' })
    return fresh
  }

  function presentTables(manager: EntityManager, tables: readonly PlannedTable[], scene: Omit<PresentScene, 'today'>): Promise<PlannedTable[]> {
    return sinceIssued(manager, tables, { today: ports.clock.today(), ...scene })
  }

  /** What the files bring: rows of the ledger by file, and tables of the other forms. */
  function placed(question: PlanQuestion, index: UnitIndex): { files: readonly PlanFile[]; tables: readonly PlannedTable[] } {
    const own = question.fileIds.map((fileId) => placeFile(reading(fileId), question, index))
    const tables = own.flatMap((file) => file.tables)
    return { files: leaveGoalsToF09(own.map(({ rows }) => rows), tables), tables }
  }

  function rowsOf(fileIds: readonly string[]): number {
    return fileIds.reduce((sum, fileId) => sum + reading(fileId).reading.rows.length, 0)
  }

  function reading(fileId: string): StoredReading {
    return readingIn(store, fileId)
  }

  function forget(fileId: string): boolean {
    store.looks.delete(fileId)
    return store.readings.delete(fileId)
  }

  function storedPlan(planId: string): StoredPlan {
    return planIn(store, planId)
  }

  /** What a person decided of some rows changes what becomes of others: the plan is made anew under its id. */
  async function planAnew(planId: string, decided: Partial<PlanQuestion>): Promise<ImportPlan> {
    const stored = { ...storedPlan(planId), ...decided }
    const revision = context.revision()
    const plan = await context.tasks.run('import.plan', rowsOf(stored.fileIds), (task) => makePlan(stored, stored.plan.ledger, task))
    store.plan = { ...stored, revision, outdated: false, plan }
    return describePlan(planId, plan, stored.fileIds.map(reading))
  }

  return {
    ...createImportReadService(context, store),

    async 'import.plan'({ fileIds, units, policy, erases, prefer, after }) {
      const revision = context.revision()
      const decided = store.plan?.planId === after ? store.plan : null
      const question = {
        fileIds,
        units: { ...ofFiles(decided?.units ?? {}, fileIds), ...units },
        keeps: decided?.keeps ?? noKeeps,
        prefer: new Set([...(decided?.prefer ?? []), ...prefer.map(rowKey)]),
        orgNames: decided?.orgNames ?? new Map<string, string>(),
      }
      const plan = await context.tasks.run('import.plan', rowsOf(fileIds), (task) => makePlan(question, { policy, erases }, task))
      store.plan = { planId: store.nextId(), ...question, revision, outdated: false, plan }
      return describePlan(store.plan.planId, plan, fileIds.map(reading))
    },

    async 'import.crossUnit'({ planId, offset, limit }) {
      const pairs = crossUnitPairs(storedPlan(planId).plan.ledger, await context.settings())
      return { total: pairs.length, rows: pairs.slice(offset, offset + limit) }
    },

    async 'import.keep'({ planId, keep, rows }) {
      const { keeps } = storedPlan(planId)
      const chosen = rows?.map((row) => [rowKey(row), keep] as const)
      return planAnew(planId, { keeps: chosen ? { ...keeps, rows: new Map([...keeps.rows, ...chosen]) } : { all: keep, rows: new Map() } })
    },

    async 'import.proposedOrgs'({ planId, offset, limit }) {
      const orgs = proposedOrgs(storedPlan(planId).plan.ledger)
      return { total: orgs.length, waiting: orgs.filter(({ confirmed }) => !confirmed).length, orgs: orgs.slice(offset, offset + limit) }
    },

    async 'import.nameOrgs'({ planId, names }) {
      const orgNames = new Map(storedPlan(planId).orgNames)
      for (const { name, rows } of names) {
        for (const row of rows) {
          if (name === null) orgNames.delete(rowKey(row))
          else orgNames.set(rowKey(row), name)
        }
      }
      return planAnew(planId, { orgNames })
    },

    'import.prefer': ({ planId, rows }) => planAnew(planId, { prefer: new Set(rows.map(rowKey)) }),

    async 'import.rows'({ planId, fileId, form, action, level, conflicts, offset, limit }) {
      const { plan } = storedPlan(planId)
      const settings = await context.settings()
      const rows = entriesOf(plan).filter(
        (entry) =>
          (fileId === undefined || entry.file.fileId === fileId) &&
          (form === undefined || formOf(entry) === form) &&
          (action === undefined || entry.action === action) &&
          (level === undefined || entry.problems.some((problem) => problem.level === level)) &&
          (conflicts === undefined || entry.conflicts.length > 0),
      )
      return { total: rows.length, rows: rows.slice(offset, offset + limit).map((entry) => describeEntry(entry, settings)) }
    },

    async 'import.fileProblems'({ planId }) {
      const { plan, fileIds } = storedPlan(planId)
      return fileIds.flatMap((fileId) => {
        const { name, reading: read } = reading(fileId)
        return fileProblems(plan, fileId, read.problems).map((problem) => ({ ...problem, fileId, file: name }))
      })
    },

    async 'import.commit'({ planId, operator, absent, reason }) {
      const stored = storedPlan(planId)
      if (stored.outdated) throw new OfficeError('conflict', { reason: 'plan' })
      const readings = stored.fileIds.map(reading)
      const stamp = await stampOf(operator)
      const { units, forms } = stored.plan
      const result = await context.tasks.run('import.commit', rowsWritten(stored.plan.ledger), (task) =>
        gate.write(async (manager) => {
          await context.backups.before('import')
          const ledger = stored.revision === context.revision() ? stored.plan.ledger : await replan(stored, task)
          const plan: RunPlan = { ledger, forms, units }
          const brought = placed(stored, unitIndex(await context.units(manager)))
          const tables = await presentTables(manager, brought.tables, { settings: stamp.settings, policy: ledger.policy })
          return commitImport(manager, { plan, readings, tables, decisions: absent, reason }, { ...stamp, visits: stamp.settings.work, watch: task.watch })
        }),
      )
      store.plan = null
      for (const fileId of stored.fileIds) forget(fileId)
      context.changed(['import', ...importedKinds, ...kindsOf(forms)])
      return { batchId: result.runId, editId: result.editId, totals: result.totals }
    },

    async 'import.forget'({ fileIds }) {
      if (store.plan?.fileIds.every((fileId) => fileIds.includes(fileId))) store.plan = null
      else if (store.plan?.fileIds.some((fileId) => fileIds.includes(fileId))) store.plan = { ...store.plan, outdated: true }
      return { forgotten: fileIds.filter(forget).length }
    },

    'import.list': () => gate.read(importRepository.list),
  }
}

function ofFiles(units: Readonly<Record<string, string>>, fileIds: readonly string[]): Record<string, string> {
  return Object.fromEntries(Object.entries(units).filter(([fileId]) => fileIds.includes(fileId)))
}

interface PlacedFile {
  rows: PlanFile
  tables: PlannedTable[]
}

/** What a file brings, with the unit a person decided on for the rows that name none. */
function placeFile(stored: StoredReading, { units, keeps, orgNames }: PlanQuestion, index: UnitIndex): PlacedFile {
  const { reading, fileId, name } = stored
  const unitName = units[fileId]
  const keepOf: PlanFile['keepOf'] = (row) => keeps.rows.get(rowKey({ fileId, sheet: row.sheet, row: row.row })) ?? keeps.all
  const orgNameOf: PlanFile['orgNameOf'] = (row) => orgNames.get(rowKey({ fileId, sheet: row.sheet, row: row.row })) ?? null
  const decided = unitName === undefined ? null : index.find(unitName)
  if (unitName !== undefined && decided === null) throw new OfficeError('not-found', { reason: 'no-such-unit', unit: unitName }, [{ path: ['units', fileId], code: 'unknown-unit' }])
  const rows = decided ? reading.rows.map((row) => (row.unit ? row : { ...row, unit: decided, ...withoutUnitProblem(row) })) : reading.rows
  const tables = reading.tables.map((table) => {
    const placed = decided ? table.rows.map((row) => (row.unit ? row : { ...row, unit: decided })) : table.rows
    return { ...table, file: { fileId, name }, rows: placed, issuedOn: reading.issued?.issuedOn ?? null, keepOf }
  })
  const { ledgerForm: form, filledOn, issued } = reading
  return { rows: { fileId, name, form, rows, unit: decided ?? reading.unit, filledOn, issued: issued?.enterprises ?? null, keepOf, orgNameOf }, tables }
}

/** A person named the unit, so a row is no longer held back for lacking one. */
function withoutUnitProblem(row: PlanFile['rows'][number]): { problems: Problem[]; blocked: boolean } {
  const problems = row.problems.filter((problem) => problem.code !== 'V-02')
  return { problems, blocked: problems.some((problem) => problem.code === 'V-01') }
}

/** About how many rows a commit writes: each row of the files once, and what hangs on those that change something. */
function rowsWritten({ entries }: Plan): number {
  return entries.reduce((sum, { action }) => sum + (action === 'add' || action === 'change' ? 4 : 1), 0)
}

/** Kinds an import of enterprise rows writes. */
const importedKinds: readonly RecordKind[] = ['enterprise', 'partyOrg', 'secretaryTerm', 'coverage', 'liaison', 'assignment', 'delivery', 'goalCheck']

/** Kinds the rows of other forms write. */
function kindsOf(forms: readonly FormPlanEntry[]): RecordKind[] {
  return [...new Set(forms.flatMap(({ records }) => records.map(({ kind }) => kind)))]
}
