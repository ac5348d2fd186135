import type { Finding } from '../../../shared/contract/record'
import { quoted } from '../../../shared/domain/quoted'
import { checkField } from '../../../shared/record/checkField'
import { isSameValue, type FieldValue } from '../../../shared/record/field'
import { ownDefinition, type OwnWording } from '../../../shared/record/ownDefinition'
import { definitionOf, refsOf, type RecordKind } from '../../../shared/record/recordKind'
import type { EntityManager } from '../db/gate'
import { recordRepository } from '../db/repositories/recordRepository'
import type { BoundValue } from '../db/tableShape'
import type { EditStamp } from './plannedEdit'
import type { TouchedRecord } from './touchedRecord'

export interface FieldScene extends Pick<EditStamp, 'exact' | 'returning'> {
  today: string
  /** The words of the district. */
  settings: OwnWording
  errorsOnly: boolean
}

/**
 * What has to hold of records before they can be written at all: the rule of each field (of an `exact` edit none),
 * records pointed at that exist, and one living record only where the kind says so. Errors come first for each record;
 * with `errorsOnly` fields that stay as they were are not asked about.
 */
export async function checkFields(
  manager: EntityManager,
  touched: readonly TouchedRecord[],
  scene: FieldScene,
): Promise<Map<TouchedRecord, Finding[]>> {
  const living = touched.filter(({ after }) => !after.removed)
  const present = await pointedAt(manager, living, touched)
  const index = lazily(() => indexOf(touched))
  const found = new Map<TouchedRecord, Finding[]>()
  for (const record of living) {
    const findings = [
      ...(scene.exact ? [] : ownFindings(record, scene)),
      ...missingFindings(record, (kind, id) => present.has(`${kind}:${id}`) || scene.returning?.get(kind)?.has(id) === true),
      ...(await uniqueFindings(manager, record, index)),
    ]
    found.set(record, findings.sort((a, b) => Number(b.level === 'error') - Number(a.level === 'error')))
  }
  return found
}

/** A value that was always so does not block a change of another field. */
function ownFindings(record: TouchedRecord, { today, settings, errorsOnly }: FieldScene): Finding[] {
  const { fields } = ownDefinition(record.kind, settings)
  const findings: Finding[] = []
  for (const name of errorsOnly && !isNew(record) ? record.written : Object.keys(fields)) {
    const field = fields[name]
    const isOld = !isChanged(record, name)
    if (!field || (isOld && errorsOnly)) continue
    const finding = checkField(field, record.after.values[name] ?? null, today)
    if (finding) {
      findings.push({ field: name, level: isOld ? 'warning' : finding.level, code: 'field', message: finding.message })
    }
  }
  return findings
}

/** Whatever a record says that comes to be or comes back is said now. */
function isNew({ before }: TouchedRecord): boolean {
  return before === null || before.deletedAt !== null
}

function isChanged(record: TouchedRecord, name: string): boolean {
  if (isNew(record)) return true
  const { before, after, written } = record
  return written.has(name) && !isSameValue(before?.values[name] ?? null, after.values[name] ?? null)
}

/** Living records that changed references point at, as `kind:id`, those this edit adds included. */
async function pointedAt(
  manager: EntityManager,
  living: readonly TouchedRecord[],
  touched: readonly TouchedRecord[],
): Promise<Set<string>> {
  const wanted = new Map<RecordKind, Set<number>>()
  for (const record of living) {
    for (const { name, to } of refsOf(record.kind)) {
      const id = record.after.values[name]
      if (typeof id === 'number' && isChanged(record, name)) wanted.set(to, (wanted.get(to) ?? new Set<number>()).add(id))
    }
  }
  const present = new Set<string>()
  if (wanted.size === 0) return present
  for (const [kind, ids] of wanted) {
    for (const id of await recordRepository.livingAmong(manager, kind, [...ids])) present.add(`${kind}:${id}`)
  }
  for (const { kind, id, after } of touched) {
    if (after.removed) present.delete(`${kind}:${id}`)
    else present.add(`${kind}:${id}`)
  }
  return present
}

function missingFindings(record: TouchedRecord, isPresent: (kind: RecordKind, id: number) => boolean): Finding[] {
  return refsOf(record.kind).flatMap(({ name, to, label }): Finding[] => {
    const id = record.after.values[name]
    if (typeof id !== 'number' || !isChanged(record, name) || isPresent(to, id)) return []
    return [{ field: name, level: 'error', code: 'field', message: `所选的${quoted(label)}不存在或已删除，请重新选择` }]
  })
}

/** Records of an edit to be looked up one by one: as `kind:id`, and by what may stand once among those that stay. */
interface TouchedIndex {
  ids: ReadonlySet<string>
  byKey: ReadonlyMap<string, readonly TouchedRecord[]>
}

/** Most edits change nothing that may stand once: their records need not be indexed. */
function lazily<T>(make: () => T): () => T {
  let made: { value: T } | undefined
  return () => (made ??= { value: make() }).value
}

function indexOf(touched: readonly TouchedRecord[]): TouchedIndex {
  const byKey = new Map<string, TouchedRecord[]>()
  for (const record of touched) {
    const key = record.after.removed ? null : keyOf(record.kind, record.after.values)
    if (!key) continue
    const name = `${record.kind}:${JSON.stringify(key)}`
    const same = byKey.get(name)
    if (same) same.push(record)
    else byKey.set(name, [record])
  }
  return { ids: new Set(touched.map(({ kind, id }) => `${kind}:${id}`)), byKey }
}

async function uniqueFindings(manager: EntityManager, record: TouchedRecord, index: () => TouchedIndex): Promise<Finding[]> {
  const { kind, after } = record
  const { unique } = definitionOf(kind)
  if (!unique || ![...unique.fields, unique.whileBlank ?? unique.at].some((name) => isChanged(record, name))) return []
  const key = keyOf(kind, after.values)
  if (!key) return []
  const others = await recordRepository.alike(manager, kind, key)
  const touched = index()
  const settled = others.filter((id) => !touched.ids.has(`${kind}:${id}`))
  const rivals = touched.byKey.get(`${kind}:${JSON.stringify(key)}`) ?? []
  if (settled.length === 0 && rivals.every((other) => other === record)) return []
  return [{ field: unique.at, level: 'error', code: 'unique', message: unique.message }]
}

/** The values that may stand once; null where one of them is blank or the record has ended. */
function keyOf(kind: RecordKind, values: Readonly<Record<string, FieldValue>>): Record<string, BoundValue> | null {
  const { unique } = definitionOf(kind)
  if (!unique) return null
  const key: Record<string, BoundValue> = {}
  for (const name of unique.fields) {
    const value = values[name] ?? null
    if (value === null || typeof value === 'object') return null
    key[name] = typeof value === 'boolean' ? Number(value) : value
  }
  if (unique.whileBlank !== undefined) {
    if ((values[unique.whileBlank] ?? null) !== null) return null
    key[unique.whileBlank] = null
  }
  return key
}
