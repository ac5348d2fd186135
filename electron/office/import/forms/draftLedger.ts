import type { FieldValue } from '../../../../shared/record/field'
import type { RecordKind } from '../../../../shared/record/recordKind'
import type { KnownRecords } from './knownRecords'

/** A record as it stands after the rows planned so far. */
export interface DraftRecord {
  kind: RecordKind
  id: number
  /** Undefined for a record that is new. */
  version: number | undefined
  values: Record<string, FieldValue>
}

/** The ledger as the rows of a run leave it, one after another: what a row adds, the next row finds. */
export interface DraftLedger {
  list(kind: RecordKind): DraftRecord[]
  get(kind: RecordKind, id: number): DraftRecord | undefined
  add(kind: RecordKind, values: Record<string, FieldValue>): DraftRecord
  /** Takes a record back that a refused row added. */
  remove(record: DraftRecord): void
}

/** `nextId` gives negative ids, each once in a run. */
export function draftLedger(known: KnownRecords, nextId: () => number): DraftLedger {
  const kinds = new Map<RecordKind, Map<number, DraftRecord>>()

  function all(kind: RecordKind): Map<number, DraftRecord> {
    let records = kinds.get(kind)
    if (!records) {
      records = new Map((known.records[kind] ?? []).map(({ id, version, values }) => [id, { kind, id, version, values: { ...values } }]))
      kinds.set(kind, records)
    }
    return records
  }

  return {
    list: (kind) => [...all(kind).values()],
    get: (kind, id) => all(kind).get(id),
    add(kind, values) {
      const record: DraftRecord = { kind, id: nextId(), version: undefined, values: { ...values } }
      all(kind).set(record.id, record)
      return record
    },
    remove: ({ kind, id }) => void all(kind).delete(id),
  }
}

export function textOf({ values }: Pick<DraftRecord, 'values'>, field: string): string | null {
  const value = values[field]
  return typeof value === 'string' ? value : null
}

export function numberOf({ values }: Pick<DraftRecord, 'values'>, field: string): number | null {
  const value = values[field]
  return typeof value === 'number' ? value : null
}
