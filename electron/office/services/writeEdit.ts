import type { EntityManager } from '../db/gate'
import { nextId } from '../db/bulkInsert'
import type { AuditChange } from '../db/entities/auditEntry'
import { recordTables } from '../db/recordTables'
import { recordRepository } from '../db/repositories/recordRepository'
import { insertRecords, parkRecords, readRecords, updateRecords, type RecordWrite } from '../db/storedRecord'
import type { FieldValue } from '../../../shared/record/field'
import type { Finding } from '../../../shared/contract/record'
import { definitionOf, precisionsOf, recordKinds, type RecordKind } from '../../../shared/record/recordKind'
import { OfficeError } from '../officeError'
import { completeValues } from '../records/completeValues'
import { derivedColumns, derivingFields } from '../records/derivedColumns'
import { checkFields } from './checkFields'
import type { EditChange, EditStamp } from './plannedEdit'
import { releaseTradedNames } from './releaseTradedNames'
import { changesOf, removedField, type TouchedRecord } from './touchedRecord'
import { writeHistory } from './writeHistory'

export interface WrittenEdit {
  /** Null when nothing differed. */
  editId: number | null
  /** By change, in their order; several changes of one record share one. */
  touched: TouchedRecord[]
  /** What the fields' own rules warn of. */
  findings: ReadonlyMap<TouchedRecord, Finding[]>
}

/** The edit cannot be written: some of its records break a rule of their fields. */
export class RefusedEdit extends Error {
  readonly touched: TouchedRecord[]
  readonly findings: ReadonlyMap<TouchedRecord, Finding[]>

  constructor(touched: TouchedRecord[], findings: ReadonlyMap<TouchedRecord, Finding[]>) {
    super('refused edit')
    this.name = 'RefusedEdit'
    this.touched = touched
    this.findings = findings
  }
}

/**
 * Writes changes of records with their history, as one edit. Call it inside `gate.write`. Throws OfficeError
 * `conflict` {kind, id, name} where a version has gone on, `not-found` {kind, id}, `invalid` for a field the kind does
 * not have, RefusedEdit where a field's own rule says error. The other rules are not checked here (checkTouched).
 */
export async function writeEdit(manager: EntityManager, changes: readonly EditChange[], stamp: EditStamp): Promise<WrittenEdit> {
  const newIds = await allocateIds(manager, changes)
  const records = new Map<string, TouchedRecord>()
  for (const kind of recordKinds) {
    const ids = changes.filter((change) => change.kind === kind && change.id > 0).map(({ id }) => id)
    if (ids.length === 0) continue
    for (const [id, before] of readRecords(manager, kind, ids)) {
      const after = { values: { ...before.values }, removed: before.deletedAt !== null }
      records.set(`${kind}:${id}`, { kind, id, before, after, written: new Set(), version: before.version })
    }
  }
  const touched: TouchedRecord[] = []
  for (const change of changes) touched.push(await applyChange(manager, change, { records, newIds, stamp }))
  const distinct = [...new Set(touched)]
  if (!stamp.exact) releaseTradedNames(distinct)
  const changed = new Map(distinct.map((record) => [record, changesOf(record)]))
  for (const [record, differences] of changed) if (differences.length === 0) changed.delete(record)
  const findings = await checkFields(manager, distinct, { ...stamp, errorsOnly: stamp.errorsOnly ?? false })
  for (const record of changed.keys()) {
    if (findings.get(record)?.some(({ level }) => level === 'error')) throw new RefusedEdit(touched, findings)
  }
  if (changed.size === 0) return { editId: null, touched, findings }
  for (const kind of recordKinds) await writeKind(manager, kind, changed, stamp.at)
  const editId = await writeHistory(manager, changed, stamp)
  for (const record of changed.keys()) record.version = record.before ? record.before.version + 1 : 1
  return { editId, touched, findings }
}

/** Real ids for the negative ones, by kind. */
async function allocateIds(manager: EntityManager, changes: readonly EditChange[]): Promise<Map<string, number>> {
  const ids = new Map<string, number>()
  const next = new Map<RecordKind, number>()
  for (const { kind, id } of changes) {
    if (id > 0 || ids.has(`${kind}:${id}`)) continue
    const free = next.get(kind) ?? (await nextId(manager, recordTables[kind]))
    ids.set(`${kind}:${id}`, free)
    next.set(kind, free + 1)
  }
  return ids
}

interface Applying {
  records: Map<string, TouchedRecord>
  newIds: ReadonlyMap<string, number>
  stamp: EditStamp
}

async function applyChange(manager: EntityManager, change: EditChange, { records, newIds, stamp }: Applying): Promise<TouchedRecord> {
  const { kind } = change
  const { fields } = definitionOf(kind)
  const precisions = new Set(precisionsOf(kind).values())
  const unknown = Object.entries(change.values).find(([name, value]) => {
    return !Object.hasOwn(fields, name) && !(precisions.has(name) && (value === null || value === 'day' || value === 'month'))
  })?.[0]
  if (unknown !== undefined) throw new OfficeError('invalid', { kind, field: unknown, reason: 'no-such-field' })
  const id = change.id > 0 ? change.id : (newIds.get(`${kind}:${change.id}`) ?? 0)
  const key = `${kind}:${id}`
  let record = records.get(key)
  if (!record) {
    if (change.id > 0) throw new OfficeError('not-found', { kind, id })
    record = { kind, id, before: null, after: { values: {}, removed: false }, written: new Set(), version: 0 }
    records.set(key, record)
  }
  // What lies in the recycle bin is not edited there: it is taken back first. An undo writes what was, wherever it is.
  const isGone = record.before !== null && record.before.deletedAt !== null
  if (isGone && change.removed === undefined && !stamp.exact) throw new OfficeError('not-found', { kind, id })
  if (change.version !== undefined && record.before && record.before.version !== change.version) {
    const name = (await recordRepository.names(manager, kind, [id], stamp.settings)).get(id) ?? ''
    throw new OfficeError('conflict', { kind, id, name, reason: 'changed-since' })
  }
  const pointed = Object.entries(change.values).map(([name, value]): [string, FieldValue] => {
    const field = fields[name]
    if (field?.type !== 'ref' || typeof value !== 'number' || value > 0) return [name, value]
    return [name, newIds.get(`${field.to}:${value}`) ?? value]
  })
  const known = record.before || Object.keys(record.after.values).length > 0 ? record.after.values : null
  const values = stamp.exact ? Object.fromEntries(pointed) : completeValues(kind, known, Object.fromEntries(pointed), stamp)
  for (const [name, value] of Object.entries(values)) {
    record.after.values[name] = value
    record.written.add(name)
  }
  if (change.removed !== undefined) record.after.removed = change.removed
  return record
}

async function writeKind(manager: EntityManager, kind: RecordKind, changed: ReadonlyMap<TouchedRecord, AuditChange[]>, at: string): Promise<void> {
  const [leaving, staying, returning, added]: [RecordWrite[], RecordWrite[], RecordWrite[], RecordWrite[]] = [[], [], [], []]
  for (const [record, changes] of changed) {
    if (record.kind !== kind) continue
    const write = toWrite(record, changes, at)
    if (record.before === null) added.push(write)
    else if (write.deletedAt === undefined) staying.push(write)
    else (record.after.removed ? leaving : returning).push(write)
  }
  // Rows that give a unique place free come before rows that take it.
  await updateRecords(manager, kind, leaving, at)
  await updateRecords(manager, kind, [...(await parked(manager, kind, staying, at)), ...returning], at)
  await insertRecords(manager, kind, added, at)
}

/**
 * Records may trade what only one of them can have (the names of two units, the codes of two enterprises, what two
 * relations cover): none of the traders stands in anybody's way while they are written one by one.
 */
async function parked(manager: EntityManager, kind: RecordKind, writes: readonly RecordWrite[], at: string): Promise<RecordWrite[]> {
  const { unique } = definitionOf(kind)
  const names = unique ? [...unique.fields, ...(unique.whileBlank === undefined ? [] : [unique.whileBlank])] : []
  const traders = new Set(writes.filter(({ values }) => names.some((name) => name in values)))
  if (traders.size < 2) return [...writes]
  await parkRecords(manager, kind, [...traders].map(({ id }) => id), at)
  return writes.map((write) => (traders.has(write) ? { ...write, deletedAt: null } : write))
}

function toWrite({ kind, id, before, after }: TouchedRecord, changes: readonly AuditChange[], at: string): RecordWrite {
  const isMoved = before !== null && changes.some(({ field }) => field === removedField)
  const differing = changes.filter(({ field }) => field !== removedField)
  return {
    id,
    values: before ? Object.fromEntries(differing.map(({ field }) => [field, after.values[field] ?? null])) : after.values,
    derived: !before || differing.some(({ field }) => derivingFields.has(field)) ? derivedColumns(kind, after.values) : {},
    ...(isMoved ? { deletedAt: after.removed ? at : null } : {}),
  }
}
