import type { ImportPolicy, KeptSide } from '../../../../shared/contract/import'
import type { ProblemLevel } from '../../../../shared/contract/problem'
import type { FieldValue } from '../../../../shared/record/field'
import { ownDefinition, type OwnWording } from '../../../../shared/record/ownDefinition'
import type { RecordKind } from '../../../../shared/record/recordKind'
import type { DraftLedger, DraftRecord } from './draftLedger'
import type { EntryRecord, FormPlanEntry, FormFile } from './formPlanEntry'
import { reportAt } from './formPlanEntry'
import { formFields, type ReadForm } from './formFields'
import type { FormSheetRow } from './formSheetRow'
import { showStated } from './showStated'
import { saysAlready, type FieldLinks, type StatedValue, type StatedValues } from './statedValues'

/** One row while it is planned: what it adds and changes goes into the draft of the ledger and into its entry. */
export interface EntryDraft {
  readonly entry: FormPlanEntry
  /** Keeps the row out, with the reason at the cell of a field. What it has done to the draft so far is left out too. */
  refuse(field: string | null, code: string, message: string): FormPlanEntry
  report(field: string | null, code: string, level: ProblemLevel, message: string): void
  /** A new record; `values` are those no cell states. */
  add(kind: RecordKind, values: Record<string, FieldValue>, stated?: StatedValues): DraftRecord
  /** Lets a known record say what the row states, as far as the policy allows. */
  change(record: DraftRecord, stated: StatedValues): void
  /** Sets values no cell states, with what they follow from in the column that is named. */
  follow(record: DraftRecord, values: Record<string, FieldValue>, column: string): void
  /** Shows what a row does beyond values of fields: a relation begun or ended. */
  say(column: string, before: string, after: string): void
  /** Names the columns of the table the fields of a record stand in, blank ones too, for what the rules say of them. */
  place(record: DraftRecord, links: FieldLinks): void
  /** Lets the rules look at a record the row leaves as it is. */
  look(record: DraftRecord): void
  /** Whether a value may take the place of another one. */
  mayReplace(before: FieldValue): boolean
  /** The entry of a row that says nothing new, whatever was made of it. */
  leave(target: DraftRecord, name: string): FormPlanEntry
  /** The entry, once the row is planned. */
  done(target: DraftRecord, name: string): FormPlanEntry
}

export interface EntryInput {
  file: FormFile
  form: ReadForm
  row: FormSheetRow
  policy: ImportPolicy
  ledger: DraftLedger
  keep: KeptSide
  /** How the district words what changes. */
  wording: OwnWording
}

export function entryDraft({ file, form, row, policy, ledger, keep, wording }: EntryInput): EntryDraft {
  const fields = formFields(form)
  const entry: FormPlanEntry = {
    file, form, row, action: 'skip', target: { kind: 'enterprise', id: null, name: '' }, unitName: row.unit?.name ?? '', changes: [], conflicts: row.since?.conflicts ?? [], keep, records: [], problems: [...row.problems],
  }
  const undo: (() => void)[] = []

  function recordOf({ kind, id, version }: DraftRecord): EntryRecord {
    let record = entry.records.find((known) => known.kind === kind && known.id === id)
    if (!record) {
      record = { kind, id, values: {}, columns: {}, ...(version === undefined ? {} : { version }) }
      entry.records.push(record)
    }
    return record
  }

  function put(record: DraftRecord, name: string, { value, column, month }: StatedValue): void {
    const before = record.values[name] ?? null
    const field = ownDefinition(record.kind, wording).fields[name]
    const precision = field?.type === 'date' ? field.precision : undefined
    const wasMonth = precision !== undefined && record.values[precision] === 'month'
    const written = recordOf(record)
    written.values[name] = value
    written.columns[name] = column
    record.values[name] = value
    undo.push(() => (record.values[name] = before))
    if (month && precision) written.values[precision] = 'month'
    if (!field || field.type === 'ref') return
    const [from, to] = [showStated(field, before, { column, month: wasMonth }), showStated(field, value, { column, month: month ?? false })]
    entry.changes.push({ field: column, label: labelOf(column, field.label), before: from, after: to })
  }

  function labelOf(column: string, otherwise: string): string {
    return fields.fields.includes(column) ? fields.labelOf(column) : otherwise
  }

  const mayReplace = (before: FieldValue): boolean => policy === 'replace' || (policy === 'fill' && (before === null || before === ''))

  return {
    entry,
    mayReplace,
    report: (field, code, level, message) => reportAt(entry, field, { code, level, message }),
    refuse(field, code, message) {
      reportAt(entry, field, { code, level: 'error', message })
      for (const take of undo.reverse()) take()
      return Object.assign(entry, { action: 'skip', changes: [], records: [] } satisfies Partial<FormPlanEntry>)
    },
    add(kind, values, stated = {}) {
      const record = ledger.add(kind, values)
      Object.assign(recordOf(record).values, values)
      undo.push(() => ledger.remove(record))
      for (const [name, one] of Object.entries(stated)) put(record, name, one)
      return record
    },
    change(record, stated) {
      recordOf(record)
      for (const [name, one] of Object.entries(stated)) {
        const before = record.values[name] ?? null
        if (!saysAlready(before, one) && mayReplace(before)) put(record, name, one)
      }
    },
    follow(record, values, column) {
      for (const [name, value] of Object.entries(values)) {
        if ((record.values[name] ?? null) !== value) put(record, name, { value, column })
      }
    },
    say: (column, before, after) => void entry.changes.push({ field: column, label: labelOf(column, column), before, after }),
    place(record, links) {
      const { columns } = recordOf(record)
      for (const [field, column] of Object.entries(links)) if (row.columns.has(column)) columns[field] = column
    },
    look: (record) => void recordOf(record),
    leave({ kind, id }, name) {
      for (const take of undo.reverse()) take()
      const target = { kind, id, name }
      return Object.assign(entry, { action: 'same', target, changes: [], records: [], problems: [...row.problems] } satisfies Partial<FormPlanEntry>)
    },
    done(target, name) {
      const isNew = target.version === undefined && entry.records.some(({ kind, id }) => kind === target.kind && id === target.id)
      const differs = entry.changes.length > 0 || entry.records.some(({ id, values }) => id < 0 && Object.keys(values).length > 0)
      return Object.assign(entry, {
        target: { kind: target.kind, id: target.id, name },
        action: isNew ? 'add' : differs ? 'change' : 'same',
      } satisfies Partial<FormPlanEntry>)
    },
  }
}
