import type { RecordRow } from '../../shared/contract/record'
import { checkField } from '../../shared/record/checkField'
import type { Field, FieldValue } from '../../shared/record/field'
import { readField } from '../../shared/record/readField'
import type { RecordKind } from '../../shared/record/recordKind'
import { recordText } from '../text/record'
import { maskRefusal } from './maskRefusal'
import { ownDefinitionOf } from './ownDefinitionOf'
import { recordTitle, sameValue } from './recordTitle'

/** A value somebody wants in a cell. `value` is there when it is known already: chosen from a list, filled down. */
export interface CellWrite {
  row: RecordRow
  rowIndex: number
  field: string
  typed: string
  value?: FieldValue
}

/** A cell whose new content was not saved, and why. What was typed is kept here. */
export interface RefusedCell {
  id: number
  rowIndex: number
  rowName: string
  field: string
  header: string
  typed: string
  message: string
}

/** A cell that goes into the save. */
export interface AcceptedCell extends CellWrite {
  value: FieldValue
}

/** The id of the one record with this name, or the sentence that says why there is none. */
export type RefReading = { ok: true; id: number } | { ok: false; message: string }
/** By kind pointed at, then by name. */
export type RefIndex = ReadonlyMap<string, ReadonlyMap<string, RefReading>>

/** Reads and checks every cell by itself; cells that stay as they are are in neither list. */
export function planCells(
  kind: RecordKind,
  writes: readonly CellWrite[],
  today: string,
  refs: RefIndex = new Map(),
): { accepted: AcceptedCell[]; refused: RefusedCell[] } {
  const { fields } = ownDefinitionOf(kind)
  const accepted: AcceptedCell[] = []
  const refused: RefusedCell[] = []
  for (const write of writes) {
    const field = fields[write.field]
    if (!field) continue
    const reading = write.value === undefined ? readCell(field, write.typed, refs) : { ok: true, value: write.value } as const
    const kept = write.row.values[write.field]
    const finding = reading.ok ? checkField(field, reading.value, today) : null
    const masked = reading.ok ? maskRefusal(field, reading.value, kept) : null
    if (!reading.ok) refused.push(refuse(kind, write, reading.message))
    else if (sameValue(kept, reading.value)) continue
    else if (masked !== null) refused.push(refuse(kind, write, masked))
    else if (finding?.level === 'error') refused.push(refuse(kind, write, finding.message))
    else accepted.push({ ...write, value: reading.value })
  }
  return { accepted, refused }
}

function readCell(field: Field, typed: string, refs: RefIndex): ReturnType<typeof readField> {
  if (field.type !== 'ref') return readField(field, typed)
  const name = typed.trim()
  if (name === '') return { ok: true, value: null }
  const found = refs.get(field.to)?.get(name)
  if (found?.ok) return { ok: true, value: found.id }
  return { ok: false, message: found?.message ?? recordText.refs.none(field.label, name) }
}

export function refuse(kind: RecordKind, write: CellWrite, message: string): RefusedCell {
  return {
    id: write.row.id,
    rowIndex: write.rowIndex,
    rowName: recordTitle(kind, write.row),
    field: write.field,
    header: ownDefinitionOf(kind).fields[write.field]?.label ?? write.field,
    typed: write.typed,
    message,
  }
}

/** One change a record, in the order of its first cell. */
export function changesOf(
  kind: RecordKind,
  cells: readonly AcceptedCell[],
): { kind: RecordKind; id: number; version: number; values: Record<string, FieldValue> }[] {
  const changes = new Map<number, ReturnType<typeof changesOf>[number]>()
  for (const { row, field, value } of cells) {
    const change = changes.get(row.id) ?? { kind, id: row.id, version: row.version, values: {} }
    change.values[field] = value
    changes.set(row.id, change)
  }
  return [...changes.values()]
}
