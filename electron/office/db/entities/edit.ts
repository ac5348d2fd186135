import { Column, Entity, ForeignKey, Index } from 'typeorm'
import { StoredRow } from './storedRow'

/**
 * 操作: everything one action of a person changed, in one transaction. What it changed stands in the audit entries that
 * name it. An undo is an edit of its own that names the one it takes back, so undoing an undo is the redo.
 */
@Entity('edit')
@Index('edit_at', ['at'])
@Index('edit_run', ['runId'])
export class Edit extends StoredRow {
  @Column({ type: 'text', name: 'at' })
  at: string

  @Column({ type: 'text', name: 'operator', default: '' })
  operator: string

  /** In words, what was done. */
  @Column({ type: 'text', name: 'label' })
  label: string

  /** Records changed. */
  @Column({ type: 'integer', name: 'records' })
  records: number

  /** The edit this one takes back. */
  @ForeignKey(() => Edit, { name: 'fk_edit_undoes', onDelete: 'RESTRICT' })
  @Column({ type: 'integer', name: 'undoes_id', nullable: true })
  undoesId: number | null

  /** The edit that took this one back. */
  @ForeignKey(() => Edit, { name: 'fk_edit_undone_by', onDelete: 'RESTRICT' })
  @Column({ type: 'integer', name: 'undone_by_id', nullable: true })
  undoneById: number | null

  /** The import run it is, takes back, or brings again. */
  @Column({ type: 'integer', name: 'run_id', nullable: true })
  runId: number | null
}
