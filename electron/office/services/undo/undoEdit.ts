import type { AuditAction } from '../../../../shared/domain/auditAction'
import { definitionOf, type RecordKind } from '../../../../shared/record/recordKind'
import type { FieldValue } from '../../../../shared/record/field'
import type { OfficeSettings } from '../../../../shared/domain/officeSettings'
import type { EntityManager } from '../../db/gate'
import { absenceRepository } from '../../db/repositories/absenceRepository'
import { editRepository, type EditRecord } from '../../db/repositories/editRepository'
import { recordRepository } from '../../db/repositories/recordRepository'
import { undoRepository, type Pointer } from '../../db/repositories/undoRepository'
import { readRecords } from '../../db/storedRecord'
import { OfficeError } from '../../officeError'
import { groupBy } from '../groupBy'
import type { EditChange } from '../plannedEdit'
import type { TouchedRecord } from '../touchedRecord'
import { RefusedEdit, writeEdit } from '../writeEdit'
import { beginEdit, writeRanges } from '../writeHistory'
import { editContent, keptContent, type ChangedContent, type EditContent } from './editContent'
import { addNeeded, broughtBy, broughtChanged, changedSince, type GoneOn, type Targets } from './goneOn'
import { keptRecords, type Kept } from './keptRecords'
import { notReturning, type NotFitting } from './notReturning'
import { has, put, rangesOf, type RecordSet } from './recordSet'
import { isInForce, undoTargets } from './undoTargets'

/** What becomes of records that others changed, or came to depend on, since the edit. */
export interface UndoChoice {
  /** `refuse` the whole undo, `keep` them as they are now, or take them `back` all the same. */
  since: 'refuse' | 'keep' | 'back'
  /** Records to be treated the other way: kept instead of taken back, taken back instead of kept. */
  except: readonly { kind: RecordKind; id: number }[]
}

export interface UndoStamp {
  at: string
  today: string
  settings: OfficeSettings
  operator: string
  /** Is told how many records have come and gone; stops the undo by throwing. */
  progress(done: number, total: number): void
}

/** What an undo did. */
export interface Undone {
  editId: number
  /** Records changed, taken or brought one by one. */
  touched: TouchedRecord[]
  /** Taken and brought by ranges. */
  left: RecordSet
  returned: RecordSet
  /** What others changed or came to depend on since. */
  gone: GoneOn[]
  /** What once was and no longer fits: it stays as it is. */
  unfit: NotFitting[]
}

interface Undoing extends Omit<Undone, 'gone'> {
  manager: EntityManager
  edit: EditRecord
  action: AuditAction
  stamp: UndoStamp
}

/** Whether the edit is an undo; the undo of an undo brings the edit again. */
export function takesBack({ label, undoesId }: Pick<EditRecord, 'label' | 'undoesId'>): boolean {
  return undoesId !== null && label.startsWith('撤销：')
}

/**
 * Takes an edit back as another edit, which can be taken back in turn. Call it inside `gate.write`. Records that have
 * gone on since are treated as chosen; `refuse` throws OfficeError `conflict` {reason: 'gone-on' or 'needed-since',
 * editId, runId, kind, id, name, count} for them, and {reason: 'no-longer-fits', message} where something cannot come
 * back; otherwise that stays as it is and is answered in `unfit`.
 */
export async function undoEdit(manager: EntityManager, edit: EditRecord, choice: UndoChoice, stamp: UndoStamp): Promise<Undone> {
  const action = takesBack(edit) ? '重做' : '撤销'
  const label = `${action}：${edit.label.replace(/^(撤销|重做)：/, '')}`.slice(0, 200)
  const editId = await beginEdit(manager, { ...stamp, label, undoesId: edit.id, runId: edit.runId, action })
  const undoing: Undoing = { manager, edit, action, stamp, editId, touched: [], left: new Map(), returned: new Map(), unfit: [] }
  const gone = await takeBack(undoing, await editContent(manager, edit), choice)
  if (edit.runId !== null) {
    if (action === '撤销') await takeForgotten(undoing)
    await undoRepository.markRun(manager, edit.runId, action === '撤销' ? stamp.at : null)
  }
  await absenceRepository.markEdit(manager, await firstOf(manager, edit), action === '撤销')
  await writeRanges(manager, editId, rangesBetween(undoing.left, true), { ...stamp, action })
  await writeRanges(manager, editId, rangesBetween(undoing.returned, false), { ...stamp, action })
  const { touched, left, returned, unfit } = undoing
  return { editId, touched, left, returned, gone, unfit }
}

/** The edit a chain of undos and redos began with. */
async function firstOf(manager: EntityManager, edit: EditRecord): Promise<number> {
  let first = edit
  while (first.undoesId !== null) {
    const before = await editRepository.find(manager, first.undoesId)
    if (!before) break
    first = before
  }
  return first.id
}

async function takeBack(undoing: Undoing, content: EditContent, choice: UndoChoice): Promise<GoneOn[]> {
  const { manager } = undoing
  const targets = await undoTargets(manager, content)
  const bin = inBin(manager, content.entries)
  const brought = broughtBy(content, ({ kind, id }) => !bin.has(`${kind}:${id}`))
  const gone = [...(await changedSince(manager, content, targets)), ...(await broughtChanged(manager, content.edit.id, brought))]
  await addNeeded(manager, content, brought, gone)
  if (choice.since === 'refuse') await refuseGone(undoing, content, gone, bin)
  const kept = await keptRecords(manager, content.entries, brought, gone.filter(isKept(choice)))
  const leaving = without(brought, kept.records)
  const changes = [
    ...content.entries.flatMap((entry) => reversed(entry, { targets, bin, leaving, kept, keptFields: keptFields(gone, choice) })),
    ...(await dependants(manager, gone, leaving)),
  ]
  await leave(undoing, without(leaving, singly(content.entries)))
  undoing.unfit.push(...(await notReturning(manager, content, content.went, changes)))
  await writeChanges(undoing, changes, content.went)
  if (choice.since === 'refuse' && undoing.unfit[0]) {
    const { kind, id, message } = undoing.unfit[0]
    throw new OfficeError('conflict', { reason: 'no-longer-fits', kind, id, message })
  }
  await bringBack(undoing, content.went)
  return gone
}

/** Records of entries that are in the recycle bin, as `kind:id`. */
function inBin(manager: EntityManager, entries: readonly ChangedContent[]): Set<string> {
  const bin = new Set<string>()
  for (const [kind, own] of groupBy(entries.filter(({ moved }) => moved !== null), ({ kind }) => kind)) {
    for (const [id, { deletedAt }] of readRecords(manager, kind, own.map((entry) => entry.id))) if (deletedAt !== null) bin.add(`${kind}:${id}`)
  }
  return bin
}

async function refuseGone({ manager, stamp }: Undoing, { edit, entries }: EditContent, gone: readonly GoneOn[], bin: ReadonlySet<string>): Promise<void> {
  const [first = entries.find(({ kind, id, moved }) => moved === 'went' && !bin.has(`${kind}:${id}`))] = gone
  if (!first) return
  const { kind, id } = first
  const name = (await recordRepository.names(manager, kind, [id], stamp.settings)).get(id)?.trim() ?? ''
  const reason = 'needed' in first && first.fields.length === 0 ? 'needed-since' : 'gone-on'
  throw new OfficeError('conflict', { reason, kind, id, name, editId: edit.id, runId: edit.runId, count: Math.max(gone.length, 1) })
}

function isKept({ since, except }: UndoChoice): (record: { kind: RecordKind; id: number }) => boolean {
  const others = new Set(except.map(({ kind, id }) => `${kind}:${id}`))
  return ({ kind, id }) => (since === 'keep') !== others.has(`${kind}:${id}`)
}

/** Fields that stay as others made them, as `kind:id:field`. */
function keptFields(gone: readonly GoneOn[], choice: UndoChoice): Set<string> {
  return new Set(gone.filter(isKept(choice)).flatMap(({ kind, id, fields }) => fields.map(({ field }) => `${kind}:${id}:${field}`)))
}

function without(all: RecordSet, some: RecordSet): RecordSet {
  return new Map([...all].map(([kind, ids]) => [kind, new Set([...ids].filter((id) => !has(some, kind, id)))]))
}

interface Reversal {
  targets: Targets
  bin: ReadonlySet<string>
  leaving: RecordSet
  kept: Kept
  keptFields: ReadonlySet<string>
}

function reversed({ kind, id, changes, moved }: ChangedContent, { targets, bin, leaving, kept, keptFields: keeping }: Reversal): EditChange[] {
  const key = `${kind}:${id}`
  if (moved === 'came') return has(leaving, kind, id) ? [{ kind, id, values: {}, removed: true }] : []
  if (moved === 'went' && !bin.has(key)) return []
  if (kept.entries.has(key) || has(leaving, kind, id)) return []
  const values: Record<string, FieldValue> = {}
  for (const { field } of changes) if (!keeping.has(`${key}:${field}`)) values[field] = targets.get(key)?.get(field) ?? null
  if (moved === 'went') return [{ kind, id, values, removed: false }]
  return Object.keys(values).length > 0 ? [{ kind, id, values }] : []
}

/** What cannot be without the leaving records goes with them. */
async function dependants(manager: EntityManager, gone: readonly GoneOn[], leaving: RecordSet): Promise<EditChange[]> {
  const removals: EditChange[] = []
  const seen: RecordSet = new Map()
  let pointers: Pointer[] = gone.filter(({ kind, id }) => has(leaving, kind, id)).flatMap(({ needed }) => needed)
  while (pointers.length > 0) {
    const fresh = pointers.filter(({ kind, id, required }) => required && !has(leaving, kind, id) && put(seen, kind, id))
    removals.push(...fresh.map(({ kind, id }): EditChange => ({ kind, id, values: {}, removed: true })))
    pointers = []
    for (const [kind, own] of groupBy(fresh, ({ kind }) => kind)) pointers.push(...(await undoRepository.pointers(manager, kind, own.map(({ id }) => id), 0)))
  }
  return removals
}

/** Records an edit brought one by one: so they go, each with an entry of its own. */
function singly(entries: readonly ChangedContent[]): RecordSet {
  const records: RecordSet = new Map()
  for (const { kind, id, moved } of entries) if (moved === 'came') put(records, kind, id)
  return records
}

async function leave({ manager, stamp, left }: Undoing, leaving: RecordSet): Promise<void> {
  for (const [kind, ids] of leaving) for (const id of ids) put(left, kind, id)
  await move(manager, rangesBetween(leaving, true), stamp)
}

async function bringBack({ manager, stamp, returned }: Undoing, returning: RecordSet): Promise<void> {
  for (const [kind, ids] of returning) for (const id of ids) put(returned, kind, id)
  await move(manager, rangesBetween(returning, false), stamp)
}

async function move(manager: EntityManager, ranges: readonly MovedRange[], { at, progress }: UndoStamp): Promise<void> {
  const total = ranges.reduce((sum, { firstId, lastId }) => sum + lastId - firstId + 1, 0)
  let done = 0
  for (const range of ranges) {
    await undoRepository.setRemoved(manager, range, range.removed ? at : null, at, (moved) => progress((done += moved), total))
  }
}

type MovedRange = ReturnType<typeof rangesOf>[number] & { removed: boolean }

function rangesBetween(set: RecordSet, removed: boolean): MovedRange[] {
  return [...set].flatMap(([kind, ids]) => rangesOf(kind, ids).map((range) => ({ ...range, removed })))
}

/** Writes what goes record by record. A value that no longer fits stays as it is, and the rest is written. */
async function writeChanges(undoing: Undoing, planned: readonly EditChange[], returning: RecordSet): Promise<void> {
  const { manager, stamp, action, editId } = undoing
  let changes = planned
  for (;;) {
    try {
      const written = await writeEdit(manager, changes, { ...stamp, action, editId, exact: true, errorsOnly: true, returning })
      undoing.touched.push(...written.touched)
      return
    } catch (error) {
      if (!(error instanceof RefusedEdit)) throw error
      changes = fitting(undoing, changes, error)
    }
  }
}

function fitting({ unfit }: Undoing, changes: readonly EditChange[], { touched, findings }: RefusedEdit): EditChange[] {
  return changes.flatMap((change, i) => {
    const record = touched[i]
    const errors = (record ? (findings.get(record) ?? []) : []).filter(({ level }) => level === 'error')
    const [first] = errors
    if (!first) return [change]
    const { kind, id } = change
    unfit.push({ kind, id, message: first.message })
    // A record that cannot come back stays in the recycle bin altogether.
    if (change.removed === false) return []
    const refused = new Set(errors.flatMap(({ field, code }) => (code === 'unique' ? [...(definitionOf(kind).unique?.fields ?? []), definitionOf(kind).unique?.whileBlank] : [field])))
    const values = Object.fromEntries(Object.entries(change.values).filter(([field]) => !refused.has(field)))
    return Object.keys(values).length > 0 ? [{ ...change, values }] : []
  })
}

/** What undone imports left for the sake of a later edit goes with the undo of that one. */
async function takeForgotten(undoing: Undoing): Promise<void> {
  const { manager, edit } = undoing
  const undoneBy = await undoRepository.undoneBy(manager)
  for (const id of await undoRepository.undoneImports(manager, edit.id)) {
    const undone = isInForce(id, undoneBy) ? null : await editRepository.find(manager, id)
    if (undone) await takeBack(undoing, await keptContent(manager, undone, undoneBy), { since: 'keep', except: [] })
  }
}
