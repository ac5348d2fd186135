import { Column, Entity, ForeignKey, Index } from 'typeorm'
import type { ImportAction } from '../../../../shared/contract/import'
import type { Problem } from '../../../../shared/contract/problem'
import type { RecordKind } from '../../../../shared/record/recordKind'
import { ImportBatch } from './importBatch'
import { StoredRow } from './storedRow'

/** What an import did with one row of a sheet, as people were shown it (docs/domain.md 9.15). */
@Entity('import_row')
@Index('import_row_batch', ['batchId'])
@Index('import_row_target', ['targetId'])
export class ImportRow extends StoredRow {
  @ForeignKey(() => ImportBatch, { name: 'fk_import_row_batch', onDelete: 'CASCADE' })
  @Column({ type: 'integer', name: 'batch_id' })
  batchId: number

  @Column({ type: 'text', name: 'sheet' })
  sheet: string

  /** As the spreadsheet shows it. */
  @Column({ type: 'integer', name: 'sheet_row' })
  sheetRow: number

  /** The record the row speaks of; null when the row was skipped and nothing in the ledger answers to it. */
  @Column({ type: 'integer', name: 'target_id', nullable: true })
  targetId: number | null

  @Column({ type: 'text', name: 'action' })
  action: ImportAction

  @Column({ type: 'simple-json', name: 'before', nullable: true })
  before: Record<string, unknown> | null

  @Column({ type: 'simple-json', name: 'after', nullable: true })
  after: Record<string, unknown> | null

  @Column({ type: 'simple-json', name: 'problems', default: '[]' })
  problems: Problem[]

  @Column({ type: 'text', name: 'target_kind', default: 'enterprise' })
  targetKind: RecordKind

  /** The standard form the row is of. */
  @Column({ type: 'text', name: 'form', default: 'F01' })
  form: string

  /** What the row speaks of, as it was called then. */
  @Column({ type: 'text', name: 'name', default: '' })
  name: string

  /** The unit the row speaks for. */
  @Column({ type: 'integer', name: 'unit_id', nullable: true })
  unitId: number | null

  /** 跨区: where another unit's claim to the same enterprise stands, which kept the row out. */
  @Column({ type: 'simple-json', name: 'rival', nullable: true })
  rival: { unit: string; file: string | null; sheet: string | null; row: number | null } | null
}
