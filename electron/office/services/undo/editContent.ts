import type { RecordKind } from '../../../../shared/record/recordKind'
import { isSameValue, type FieldValue } from '../../../../shared/record/field'
import type { AuditChange } from '../../db/entities/auditEntry'
import type { EntityManager } from '../../db/gate'
import { editRepository, type EditRecord } from '../../db/repositories/editRepository'
import { undoRepository, type RangeRow } from '../../db/repositories/undoRepository'
import { removedField } from '../touchedRecord'
import { put, type RecordSet } from './recordSet'

/** One record's part of an edit, however many entries it is made of. */
export interface ChangedContent {
  kind: RecordKind
  id: number
  /** What it was called. */
  label: string
  /** Fields, from what they were before the edit to what it left. */
  changes: AuditChange[]
  /** The edit brought the record, took it, or neither. */
  moved: 'came' | 'went' | null
}

/** Everything an edit did, as its undo needs it. */
export interface EditContent {
  edit: EditRecord
  entries: ChangedContent[]
  /** Living records it brought by ranges. */
  came: RecordSet
  /** Records it took by ranges, which are in the recycle bin still. */
  went: RecordSet
  ranges: RangeRow[]
}

export async function editContent(manager: EntityManager, edit: EditRecord): Promise<EditContent> {
  const ranges = await undoRepository.ranges(manager, edit.id)
  const [came, went]: [RecordSet, RecordSet] = [new Map(), new Map()]
  for (const range of ranges) {
    const ids = await undoRepository.idsWithin(manager, range, !range.removed)
    for (const id of ids) put(range.removed ? went : came, range.kind, id)
  }
  return { edit, entries: await mergedEntries(manager, edit.id), came, went, ranges }
}

/** What is left of an edit that was taken back: what it brought and is living, and fields its undo did not write. */
export async function keptContent(manager: EntityManager, edit: EditRecord, undoneBy: ReadonlyMap<number, number>): Promise<EditContent> {
  const written = new Set<string>()
  for (let by = undoneBy.get(edit.id); by !== undefined; by = undoneBy.get(by)) {
    for (const { kind, id, changes } of await mergedEntries(manager, by)) for (const { field } of changes) written.add(`${kind}:${id}:${field}`)
  }
  const content = await editContent(manager, edit)
  const entries = content.entries.map((entry) => {
    return { ...entry, changes: entry.changes.filter(({ field }) => !written.has(`${entry.kind}:${entry.id}:${field}`)) }
  })
  return { ...content, went: new Map(), entries: entries.filter(({ changes, moved }) => moved === 'came' || (moved === null && changes.length > 0)) }
}

/** An edit written in several steps may touch a record twice: what counts is where it began and where it ended. */
async function mergedEntries(manager: EntityManager, editId: number): Promise<ChangedContent[]> {
  const merged = new Map<string, ChangedContent>()
  for (const { entity: kind, entityId: id, label, changes } of await editRepository.entries(manager, editId)) {
    const key = `${kind}:${id}`
    let content = merged.get(key)
    if (!content) merged.set(key, (content = { kind, id, label, changes: [], moved: null }))
    for (const change of changes) {
      if (change.field === removedField) content.moved = change.after === true ? 'went' : 'came'
      else addChange(content.changes, change)
    }
  }
  return [...merged.values()]
}

function addChange(changes: AuditChange[], { field, before, after }: AuditChange): void {
  const at = changes.findIndex((change) => change.field === field)
  const known = changes[at]
  if (!known) changes.push({ field, before, after })
  else if (isSameValue(known.before as FieldValue, after as FieldValue)) changes.splice(at, 1)
  else known.after = after
}
