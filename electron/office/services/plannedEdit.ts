import type { OfficeSettings } from '../../../shared/domain/officeSettings'
import type { FieldValue } from '../../../shared/record/field'
import type { RecordKind } from '../../../shared/record/recordKind'
import type { AuditChange } from '../db/entities/auditEntry'

export interface EditChange {
  kind: RecordKind
  /** Negative for a new record. */
  id: number
  /** Compared when given. */
  version?: number | undefined
  values: Readonly<Record<string, FieldValue>>
  /** Into the recycle bin, or out of it. */
  removed?: boolean
  /** What an undo found the record left at: where it has gone on since, the edit is refused under its `label`. */
  left?: { label: string; changes: readonly AuditChange[] }
}

export interface EditStamp {
  at: string
  today: string
  settings: OfficeSettings
  operator: string
  /** In words, what is done; made from the first record when absent. */
  label?: string | undefined
  /** 合并, 撤销; else told from what happened to each record. */
  action?: string
  undoesId?: number
  /** Begun before (`beginEdit`): what is written becomes part of it. */
  editId?: number
  /** Values are taken as they are: an undo writes what was. */
  exact?: boolean
  /** What only explains is not asked of the fields. */
  errorsOnly?: boolean
}

/** What is to be written as one edit; the stamp's day and settings are those of the moment it is written. */
export interface PlannedEdit {
  changes: readonly EditChange[]
  stamp: Omit<EditStamp, 'at' | 'today' | 'settings'>
}
