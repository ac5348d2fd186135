import { Column, Entity, ForeignKey, Index } from 'typeorm'
import type { AbsenceChoice } from '../../../../shared/domain/absence'
import { Edit } from './edit'
import { Enterprise } from './enterprise'
import { ImportRun } from './importRun'
import { StoredRow } from './storedRow'
import { Unit } from './unit'

/** 本期未报: an enterprise of a unit that reported, in none of the files of the run, and what a person decided about it. */
@Entity('import_absence')
@Index('import_absence_run', ['runId', 'enterpriseId'], { unique: true })
@Index('import_absence_edit', ['editId'])
export class ImportAbsence extends StoredRow {
  @ForeignKey(() => ImportRun, { name: 'fk_import_absence_run', onDelete: 'CASCADE' })
  @Column({ type: 'integer', name: 'run_id' })
  runId: number

  @ForeignKey(() => Enterprise, { name: 'fk_import_absence_enterprise', onDelete: 'RESTRICT' })
  @Column({ type: 'integer', name: 'enterprise_id' })
  enterpriseId: number

  @ForeignKey(() => Unit, { name: 'fk_import_absence_unit', onDelete: 'RESTRICT' })
  @Column({ type: 'integer', name: 'unit_id' })
  unitId: number

  /** What it was called then. */
  @Column({ type: 'text', name: 'name' })
  name: string

  @Column({ type: 'text', name: 'choice', nullable: true })
  choice: AbsenceChoice | null

  /** The day it holds from. */
  @Column({ type: 'text', name: 'decided_on', nullable: true })
  decidedOn: string | null

  @Column({ type: 'text', name: 'decided_by', default: '' })
  decidedBy: string

  /** The edit that changed the enterprise; null for 漏报, which changes nothing. */
  @ForeignKey(() => Edit, { name: 'fk_import_absence_edit', onDelete: 'RESTRICT' })
  @Column({ type: 'integer', name: 'edit_id', nullable: true })
  editId: number | null

  /** That edit was taken back: nothing is decided. */
  @Column({ type: 'boolean', name: 'undone', default: false })
  undone: boolean
}
