import { defineStore } from 'pinia'
import { computed, ref, shallowRef, triggerRef } from 'vue'
import type { AbsenceDecision } from '../../../shared/contract/absence'
import type { FileReading, SheetReading } from '../../../shared/contract/fileReading'
import type { CrossUnitPair, ImportCounts, ImportPlan, ImportPolicy, KeptSide, PlannedRow, RowPlace } from '../../../shared/contract/import'
import type { Input } from '../../../shared/contract/index'
import { call } from '../../api/call'
import { useEdits } from '../../record/useEdits'
import { runText } from '../../text/importRun'
import { atOnce } from './atOnce'
import { isImportable, type ChosenFile } from './chosenFile'
import { answersOf } from './columnChoices'
import { correctFiles } from './correctFiles'
import { findingLines } from './findingModel'
import { openColumns } from './openColumns'

/** Files that are read at once; the office may read fewer. */
const readings = 3
const session = Math.random().toString(36).slice(2)

export interface ImportReport {
  runId: number
  totals: ImportCounts
  /** Enterprises the run lists as not reported, with nothing decided about them yet. */
  undecided: ImportPlan['absent']
  plan: ImportPlan
}

/** One import on its way: files, preview, report. Survives a look at another page. */
export const useImport = defineStore('import', () => {
  const files = shallowRef<ChosenFile[]>([])
  const policy = ref<ImportPolicy>('replace')
  /** 空白也覆盖. */
  const erases = ref(false)
  const plan = shallowRef<ImportPlan>()
  /** Rows chosen where rows of several units speak for one enterprise. */
  const prefer = shallowRef<readonly RowPlace[]>([])
  /** What became of enterprises that were not reported, by enterprise; written with the import. */
  const decisions = shallowRef<ReadonlyMap<number, AbsenceDecision>>(new Map())
  const report = shallowRef<ImportReport>()
  const planning = ref(false)
  const committing = ref(false)
  let lastKey = 0
  /** What was decided in it goes on in the next one. */
  let lastPlan: string | undefined
  const queue = atOnce(readings)
  const edits = useEdits()

  const step = computed(() => (report.value ? 'done' : plan.value ? 'preview' : 'choose'))
  const reading = computed(() => files.value.some((file) => file.state === 'waiting' || file.state === 'reading'))
  const importable = computed(() => files.value.filter((file) => file.included && isImportable(file)))

  /** Adds files that are not in the list yet and reads them; answers how many were new. */
  function add(chosen: readonly File[]): number {
    const known = new Set(files.value.map(({ file }) => fingerprint(file)))
    const fresh = chosen.filter((file) => !known.has(fingerprint(file)))
    const added = fresh.map((file): ChosenFile => ({ key: ++lastKey, file, state: 'waiting', included: false, corrections: [] }))
    files.value = [...files.value, ...added]
    for (const file of added) void enqueue(file)
    return added.length
  }

  function enqueue(file: ChosenFile): Promise<void> {
    change(file, { state: 'waiting', error: undefined })
    return queue(() => read(file.key))
  }

  async function read(key: number): Promise<void> {
    const file = files.value.find((candidate) => candidate.key === key)
    if (!file) return
    change(file, { state: 'reading' })
    try {
      const bytes = new Uint8Array(await file.file.arrayBuffer())
      const { password, corrections } = file
      const again = file.reading ? { fileId: file.reading.fileId } : {}
      const known = await call('import.read', { name: file.file.name, bytes, password, ticket: ticketOf(file), corrections: [...corrections], ...again })
      const isPossible = isImportable({ reading: known, unit: file.unit })
      // Read again, a file stays as it was ticked.
      const included = isPossible && (isImportable(file) ? file.included : known.state !== 'repeated')
      change(file, { state: 'read', reading: known, included })
    } catch (error) {
      change(file, { state: 'failed', error, included: false })
    }
  }

  function change(file: ChosenFile, change: Partial<Omit<ChosenFile, 'key' | 'file'>>): void {
    Object.assign(file, change)
    triggerRef(files)
  }

  /** Drops what was read of files, and stops the reading of those under way. */
  async function forget(gone: readonly ChosenFile[]): Promise<void> {
    const tickets = gone.filter(({ state }) => state === 'reading').map(ticketOf)
    if (tickets.length > 0) await call('import.cancelRead', { tickets })
    const fileIds = gone.flatMap(({ reading: known }) => (known ? [known.fileId] : []))
    if (fileIds.length > 0) await call('import.forget', { fileIds })
  }

  /** Reads a protected file again with the password a person gave. */
  async function open(file: ChosenFile, password: string): Promise<void> {
    change(file, { password })
    await enqueue(file)
  }

  async function remove(gone: ChosenFile): Promise<void> {
    files.value = files.value.filter((file) => file !== gone)
    await forget([gone])
  }

  /** Reads again what an answer about units may have changed. */
  async function readAgain(unitName: string): Promise<void> {
    const concerned = files.value.filter(({ reading: known }) => known?.unknownUnits.includes(unitName))
    await Promise.all(concerned.map(enqueue))
  }

  /** Reads again what an answer about a header may have changed; a plan is made anew from that. */
  async function readAnswered(answered: FileReading, fingerprint: string): Promise<void> {
    const concerned = files.value.filter(({ reading: known }) => {
      const isSame = known?.unit === answered.unit && known.sheets.some((sheet) => sheet.fingerprint === fingerprint)
      return known !== undefined && (known.fileId === answered.fileId || isSame)
    })
    await readColumns(concerned)
  }

  async function readColumns(concerned: readonly ChosenFile[]): Promise<void> {
    await Promise.all(concerned.map(enqueue))
    if (plan.value) await planAgain()
  }

  async function planAgain(): Promise<void> {
    if (importable.value.length === 0) dropPlan()
    else await makePlan()
  }

  /** Takes what seems likeliest of every column that is asked about on sheets of files. */
  async function acceptColumns(asked: readonly { reading: FileReading; sheet: SheetReading }[]): Promise<void> {
    const said = new Set<string>()
    for (const { reading: known, sheet } of asked) {
      const { fingerprint, form, columns } = sheet
      if (fingerprint === null || openColumns(sheet).length === 0 || said.has(`${known.unit} ${fingerprint}`)) continue
      said.add(`${known.unit} ${fingerprint}`)
      await call('mapping.answer', { fileId: known.fileId, sheet: sheet.name, fingerprint, form, columns: answersOf(columns, new Map()) })
    }
    const fileIds = new Set(asked.map(({ reading: known }) => known.fileId))
    await readColumns(files.value.filter(({ reading: known }) => known !== undefined && fileIds.has(known.fileId)))
  }

  /** Findings keep their line, and what could not be taken its cell, while the import is looked at from elsewhere. */
  const lines = findingLines()
  const corrections = correctFiles({ files, change, read: enqueue, planAgain })

  async function makePlan(): Promise<void> {
    planning.value = true
    try {
      const chosen = importable.value
      const units = Object.fromEntries(
        chosen.flatMap((file) => (file.unit && file.reading ? [[file.reading.fileId, file.unit]] : [])),
      )
      plan.value = await call('import.plan', {
        fileIds: chosen.flatMap(({ reading: known }) => (known ? [known.fileId] : [])),
        policy: policy.value,
        erases: policy.value === 'replace' && erases.value,
        prefer: [...prefer.value],
        units,
        ...(lastPlan === undefined ? {} : { after: lastPlan }),
      })
      lastPlan = plan.value.planId
    } finally {
      planning.value = false
    }
  }

  /** Says which organisation rows belong to that name none. */
  function nameOrgs(names: Input<'import.nameOrgs'>['names']): Promise<void> {
    return decide(async ({ planId }) => (names.length > 0 ? call('import.nameOrgs', { planId, names }) : undefined))
  }

  /** Whose values stand where the ledger and a form sent out changed the same: of one row, or of all of them. */
  function keep(side: KeptSide, row?: PlannedRow): Promise<void> {
    const rows = row && [{ fileId: row.fileId, sheet: row.sheet, row: row.row }]
    return decide(({ planId }) => call('import.keep', { planId, keep: side, ...(rows ? { rows } : {}) }))
  }

  /** What is decided of some rows makes the plan anew. */
  async function decide(make: (planned: ImportPlan) => Promise<ImportPlan | undefined>): Promise<void> {
    const planned = plan.value
    if (!planned) return
    planning.value = true
    try {
      plan.value = (await make(planned)) ?? planned
    } finally {
      planning.value = false
    }
  }

  /** Lets the other row of a pair stand. */
  async function takeOther({ stands, out }: CrossUnitPair): Promise<void> {
    const taken = placeOf(out)
    if (!taken) return
    const given = placeOf(stands)
    const rows = [...prefer.value.filter((row) => !given || keyOf(row) !== keyOf(given)), taken]
    await decide(({ planId }) => call('import.prefer', { planId, rows }))
    prefer.value = rows
  }

  /** Notes what became of enterprises that were not reported; a null choice leaves it open again. */
  function settle(ids: readonly number[], choice: AbsenceDecision['choice'], on: string): void {
    const next = new Map(decisions.value)
    for (const enterpriseId of ids) {
      if (choice === null) next.delete(enterpriseId)
      else next.set(enterpriseId, { enterpriseId, choice, on })
    }
    decisions.value = next
  }

  /** Those the plan still lists: making it anew may have found an enterprise after all. */
  const decided = computed(() => (plan.value?.absent ?? []).flatMap(({ id }) => decisions.value.get(id) ?? []))

  async function commit(operator: string, reason: string): Promise<void> {
    const planned = plan.value
    if (!planned) return
    const absent = decided.value
    committing.value = true
    try {
      const name = planned.files[0]?.name ?? ''
      await edits.makeImport(runText.label(name, planned.files.length), async () => {
        const { batchId: runId, editId, totals } = await call('import.commit', { planId: planned.planId, operator, absent, reason })
        const closed = new Set(absent.map(({ enterpriseId }) => enterpriseId))
        report.value = { runId, totals, plan: planned, undecided: planned.absent.filter(({ id }) => !closed.has(id)) }
        return { editId, saved: [] }
      })
      const written = files.value
      files.value = []
      clearPlan()
      await forget(written)
    } finally {
      committing.value = false
    }
  }

  function dropPlan(): void {
    plan.value = undefined
  }

  function clearPlan(): void {
    plan.value = undefined
    lastPlan = undefined
    prefer.value = []
    decisions.value = new Map()
    corrections.clear()
  }

  async function startAgain(): Promise<void> {
    const gone = files.value
    files.value = []
    clearPlan()
    report.value = undefined
    await forget(gone)
  }

  return {
    files, policy, erases, plan, decisions, decided, report, planning, committing, step, reading, importable,
    correct: corrections.correct, takeBackCorrection: corrections.takeBack, canTakeBack: corrections.canTakeBack,
    findingLines: lines, findingDraft: `findings.${session}`,
    add, change, remove, enqueue, open, readAgain, readAnswered, acceptColumns, makePlan, keep, nameOrgs, takeOther, settle, dropPlan,
    commit, startAgain,
  }
})

/** The office stops a reading by this name; several pages may read at once. */
function ticketOf({ key }: ChosenFile): string {
  return `${session}-${key}`
}

/** Null for what the ledger itself says. */
function placeOf({ fileId, sheet, row }: CrossUnitPair['out']): RowPlace | null {
  return fileId === null || sheet === null || row === null ? null : { fileId, sheet, row }
}

function keyOf({ fileId, sheet, row }: RowPlace): string {
  return `${fileId}|${sheet}|${row}`
}

function fingerprint(file: File): string {
  return `${file.webkitRelativePath || file.name}|${file.size}|${file.lastModified}`
}
