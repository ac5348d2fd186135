import { isSameValue, type FieldValue } from '../../../shared/record/field'
import { definitionOf, precisionsOf, recordKinds, type RecordKind } from '../../../shared/record/recordKind'
import { bulkInsert, bulkUpdate } from '../db/bulkInsert'
import type { AuditChange } from '../db/entities/auditEntry'
import type { StoredRow } from '../db/entities/storedRow'
import type { EntityManager } from '../db/gate'
import type { ChangedRow, NewRow } from '../db/newRow'
import { recordTables } from '../db/recordTables'
import { readValues } from '../db/storedRecord'
import type { EntityClass } from '../db/tableShape'

/** Records of a kind with the ids from `firstId` to `lastId`, both included. */
export interface IdRange {
  kind: RecordKind
  firstId: number
  lastId: number
}

export interface ChangedRecord {
  kind: RecordKind
  id: number
  changes: AuditChange[]
}

/** Writes records in bulk and remembers what it wrote, for the edit the import is. Use it inside `gate.write`. */
export interface ImportRecorder {
  insert<T extends StoredRow>(entity: EntityClass<T>, rows: Iterable<NewRow<T> & Pick<StoredRow, 'id'>>): Promise<void>
  /** Rows that say nothing new are left alone. */
  update<T extends StoredRow>(entity: EntityClass<T>, rows: Iterable<ChangedRow<T>>): Promise<void>
  readonly added: readonly IdRange[]
  readonly changed: readonly ChangedRecord[]
}

/** Changed rows whose old values are read together. */
const portionSize = 1000

const kinds: ReadonlyMap<unknown, RecordKind> = new Map(recordKinds.map((kind) => [recordTables[kind], kind]))

/** `watch` is told of rows as they go by: it counts them, and stops the import by throwing. */
export function createImportRecorder(manager: EntityManager, at: string, watch: <R>(rows: Iterable<R>) => Iterable<R>): ImportRecorder {
  const added: IdRange[] = []
  const changed: ChangedRecord[] = []

  async function updatePortion<T extends StoredRow>(entity: EntityClass<T>, rows: readonly ChangedRow<T>[]): Promise<void> {
    const kind = kindOf(entity)
    const recorded = recordedNames(kind, rows)
    const known = readValues(manager, kind, rows.map(({ id }) => id), recorded)
    const differing = rows.filter((row) => {
      const changes = differences(known.get(row.id), row, recorded)
      if (changes.length > 0) changed.push({ kind, id: row.id, changes })
      return changes.length > 0
    })
    await bulkUpdate(manager, entity, differing, at)
  }

  return {
    added,
    changed,
    async insert(entity, rows) {
      let range: IdRange | undefined
      function* remembered(): Generator<NewRow<InstanceType<typeof entity>>> {
        for (const row of watch(rows)) {
          const { id } = row
          if (range) range.lastId = id
          else range = { kind: kindOf(entity), firstId: id, lastId: id }
          yield row
        }
      }
      await bulkInsert(manager, entity, remembered(), at)
      if (range) added.push(range)
    },
    async update(entity, rows) {
      let portion: ChangedRow<InstanceType<typeof entity>>[] = []
      for (const row of watch(rows)) {
        portion.push(row)
        if (portion.length < portionSize) continue
        await updatePortion(entity, portion)
        portion = []
      }
      if (portion.length > 0) await updatePortion(entity, portion)
    },
  }
}

function kindOf(entity: unknown): RecordKind {
  const kind = kinds.get(entity)
  if (!kind) throw new RangeError('only records are imported')
  return kind
}

/** Of the columns written: fields and what stands beside a date, not what is derived from them. */
function recordedNames(kind: RecordKind, rows: readonly object[]): Set<string> {
  const { fields } = definitionOf(kind)
  const precisions = new Set(precisionsOf(kind).values())
  return new Set(rows.flatMap((row) => Object.keys(row)).filter((name) => name in fields || precisions.has(name)))
}

function differences(known: Readonly<Record<string, FieldValue>> | undefined, row: object, names: ReadonlySet<string>): AuditChange[] {
  return Object.entries(row).flatMap(([field, after]: [string, FieldValue | undefined]) => {
    const before = known?.[field] ?? null
    if (!names.has(field) || after === undefined || isSameValue(before, after)) return []
    return [{ field, before, after }]
  })
}
