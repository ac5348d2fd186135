import type { GoneRecord, UndoPreview } from '../../../../shared/contract/edit'
import type { OwnWording } from '../../../../shared/record/ownDefinition'
import { definitionOf, recordKinds, type RecordKind } from '../../../../shared/record/recordKind'
import type { AuditChange } from '../../db/entities/auditEntry'
import type { EntityManager } from '../../db/gate'
import type { EditRecord } from '../../db/repositories/editRepository'
import { recordRepository } from '../../db/repositories/recordRepository'
import { groupBy } from '../groupBy'
import { showChanges } from '../showChanges'
import { refNames } from '../showEntries'
import { changesOf, removedField, type TouchedRecord } from '../touchedRecord'
import { type GoneOn } from './goneOn'
import type { NotFitting } from './notReturning'
import { takesBack, type Undone } from './undoEdit'

/** What cannot be brought back is listed as far as a person reads. */
const shownUnfit = 200

/** Records that depend on one are named as far as a person reads. */
const shownNeeded = 20

/** What an undo did, in words: for one that is shown before it is made. */
export async function describeUndo(
  manager: EntityManager,
  edit: EditRecord,
  { touched, left, returned, gone, unfit }: Undone,
  { offset, limit, wording }: { offset: number; limit: number; wording: OwnWording },
): Promise<UndoPreview> {
  const moved = touched.map((record) => ({ record, way: wayOf(record) }))
  const singly = (way: ReturnType<typeof wayOf>): Map<RecordKind, number> => count(moved.filter((one) => one.way === way).map(({ record }) => record.kind))
  const sorted = [...gone].sort((a, b) => recordKinds.indexOf(a.kind) - recordKinds.indexOf(b.kind) || a.id - b.id)
  return {
    label: edit.label,
    isRedo: takesBack(edit),
    runId: edit.runId,
    leave: counts(left, singly('left')),
    come: counts(returned, singly('came')),
    change: counts(new Map(), singly('changed')),
    gone: { total: gone.length, rows: await describeGone(manager, sorted.slice(offset, offset + limit), wording) },
    unfit: { total: unfit.length, rows: await nameUnfit(manager, unfit, wording) },
  }
}

function wayOf(record: TouchedRecord): 'left' | 'came' | 'changed' | 'same' {
  const changes = changesOf(record)
  const removal = changes.find(({ field }) => field === removedField)
  if (removal) return removal.after === true ? 'left' : 'came'
  return changes.length > 0 ? 'changed' : 'same'
}

function count(kinds: readonly RecordKind[]): Map<RecordKind, number> {
  const sums = new Map<RecordKind, number>()
  for (const kind of kinds) sums.set(kind, (sums.get(kind) ?? 0) + 1)
  return sums
}

function counts(ranged: ReadonlyMap<RecordKind, ReadonlySet<number>>, singly: ReadonlyMap<RecordKind, number>): UndoPreview['leave'] {
  return recordKinds.flatMap((kind) => {
    const sum = (ranged.get(kind)?.size ?? 0) + (singly.get(kind) ?? 0)
    return sum > 0 ? [{ kindLabel: definitionOf(kind).label, count: sum }] : []
  })
}

async function describeGone(manager: EntityManager, gone: readonly GoneOn[], wording: OwnWording): Promise<GoneRecord[]> {
  const own = await namesOf(manager, [...gone, ...gone.flatMap(({ needed }) => needed.slice(0, shownNeeded))], wording)
  const refs = await refNames(manager, gone.flatMap(({ kind, fields }) => [left, now, before].map((side) => ({ entity: kind, changes: fields.map(side) }))), wording)
  return gone.map(({ kind, id, fields, needed, last }) => {
    const shown = (side: (field: GoneOn['fields'][number]) => AuditChange): string[] =>
      showChanges(kind, fields.map(side), (to, refId) => refs.get(`${to}:${refId}`), wording).map(({ after }) => after)
    const [before_, left_, now_] = [shown(before), shown(left), shown(now)]
    return {
      kind,
      id,
      kindLabel: definitionOf(kind).label,
      name: own.get(`${kind}:${id}`) ?? '',
      brought: fields.length === 0 || fields.every((field) => field.brought),
      changes: showChanges(kind, fields.map(now), () => undefined, wording).map(({ label }, i) => ({ label, before: before_[i] ?? '', left: left_[i] ?? '', now: now_[i] ?? '' })),
      needed: needed.slice(0, shownNeeded).map((pointer) => ({
        kindLabel: definitionOf(pointer.kind).label,
        name: own.get(`${pointer.kind}:${pointer.id}`) ?? '',
        stays: !pointer.required,
      })),
      neededCount: needed.length,
      at: last?.at ?? null,
      operator: last?.operator ?? '',
    }
  })
}

const before = ({ field, before: value }: GoneOn['fields'][number]): AuditChange => ({ field, before: null, after: value })
const left = ({ field, left: value }: GoneOn['fields'][number]): AuditChange => ({ field, before: null, after: value })
const now = ({ field, now: value }: GoneOn['fields'][number]): AuditChange => ({ field, before: null, after: value })

export async function nameUnfit(manager: EntityManager, unfit: readonly NotFitting[], wording: OwnWording): Promise<UndoPreview['unfit']['rows']> {
  const shown = unfit.slice(0, shownUnfit)
  const names = await namesOf(manager, shown, wording)
  return shown.map(({ kind, id, message }) => ({ kind, id, message, name: names.get(`${kind}:${id}`) ?? '' }))
}

async function namesOf(
  manager: EntityManager,
  records: readonly { kind: RecordKind; id: number }[],
  wording: OwnWording,
): Promise<Map<string, string>> {
  const names = new Map<string, string>()
  for (const [kind, own] of groupBy(records, ({ kind }) => kind)) {
    for (const [id, name] of await recordRepository.names(manager, kind, own.map((record) => record.id), wording)) names.set(`${kind}:${id}`, name.trim())
  }
  return names
}
