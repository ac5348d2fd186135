import type { AuditAction } from '../../../shared/domain/auditAction'
import type { EntityManager } from '../db/gate'
import type { OfficeSettings } from '../../../shared/domain/officeSettings'
import type { FieldValue } from '../../../shared/record/field'
import type { RecordKind } from '../../../shared/record/recordKind'

export interface EditChange {
  kind: RecordKind
  /** Negative for a new record. */
  id: number
  /** Compared when given. */
  version?: number | undefined
  values: Readonly<Record<string, FieldValue>>
  /** Into the recycle bin, or out of it. */
  removed?: boolean
}

export interface EditStamp {
  at: string
  today: string
  settings: OfficeSettings
  operator: string
  /** In words, what is done; made from the first record when absent. */
  label?: string | undefined
  /** 合并, 撤销; else told from what happened to each record. */
  action?: AuditAction
  undoesId?: number
  /** Begun before (`beginEdit`): what is written becomes part of it. */
  editId?: number
  /** Values are taken as they are, whatever the rule of their field: an undo writes what was. */
  exact?: boolean
  /** Records in the recycle bin that come out of it with this edit, by another way: others may point at them. */
  returning?: ReadonlyMap<RecordKind, ReadonlySet<number>>
  /** What only explains is not asked of the fields. */
  errorsOnly?: boolean
}

/** What is to be written as one edit; the stamp's day and settings are those of the moment it is written. */
export interface PlannedEdit {
  changes: readonly EditChange[]
  stamp: Omit<EditStamp, 'at' | 'today' | 'settings'>
  /** Written in the same transaction once the edit stands; the edit is null when no record differed. */
  also?(editId: number | null, manager: EntityManager): Promise<void>
}
