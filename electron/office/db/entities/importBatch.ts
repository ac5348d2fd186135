import { Column, Entity, Index } from 'typeorm'
import type { CorrectedCell } from '../../../../shared/contract/correction'
import type { ImportCounts } from '../../../../shared/contract/import'
import type { Problem } from '../../../../shared/contract/problem'
import { StoredRow } from './storedRow'

/** One file of one committed import (docs/domain.md 9.15). */
@Entity('import_batch')
@Index('import_batch_sha256', ['sha256'])
@Index('import_batch_run', ['runId'])
export class ImportBatch extends StoredRow {
  /** Batches committed together share it: one step to undo. */
  @Column({ type: 'integer', name: 'run_id' })
  runId: number

  @Column({ type: 'text', name: 'file_name' })
  fileName: string

  @Column({ type: 'text', name: 'sha256' })
  sha256: string

  @Column({ type: 'text', name: 'sheet', nullable: true })
  sheet: string | null

  @Column({ type: 'text', name: 'form' })
  form: string

  @Column({ type: 'text', name: 'unit', nullable: true })
  unit: string | null

  /** Row number as the spreadsheet shows it. */
  @Column({ type: 'integer', name: 'header_row', nullable: true })
  headerRow: number | null

  /** Column letters → field. */
  @Column({ type: 'simple-json', name: 'mapping', nullable: true })
  mapping: Record<string, string> | null

  @Column({ type: 'simple-json', name: 'counts' })
  counts: ImportCounts

  @Column({ type: 'text', name: 'started_at' })
  startedAt: string

  @Column({ type: 'text', name: 'operator', default: '' })
  operator: string

  /** Its run was taken back and not brought again. */
  @Column({ type: 'text', name: 'undone_at', nullable: true })
  undoneAt: string | null

  /** The edit its run is; null for what was imported before imports were edits, which cannot be taken back. */
  @Column({ type: 'integer', name: 'edit_id', nullable: true })
  editId: number | null

  /** 填报时间. */
  @Column({ type: 'text', name: 'filled_on', nullable: true })
  filledOn: string | null

  /** Findings that belong to no row. */
  @Column({ type: 'simple-json', name: 'problems', default: '[]' })
  problems: Problem[]

  /** What it says of each unit it speaks of, by standard form; `held`: rows an error kept out. */
  @Column({ type: 'simple-json', name: 'by_unit', default: '[]' })
  byUnit: (ImportCounts & { unitId: number; form: string; held: number })[]

  /** Cells that were read otherwise than they stand in the file. */
  @Column({ type: 'simple-json', name: 'corrected', default: '[]' })
  corrected: CorrectedCell[]
}
