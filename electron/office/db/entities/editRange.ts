import { Column, Entity, ForeignKey, Index } from 'typeorm'
import type { RecordKind } from '../../../../shared/record/recordKind'
import { Edit } from './edit'
import { StoredRow } from './storedRow'

/**
 * Records of one kind with ids in a row that an edit made (or brought back), or put into the recycle bin, as they were:
 * an import adds a hundred thousand, which need no audit entry each. Ids nobody has may lie between.
 */
@Entity('edit_range')
@Index('edit_range_edit', ['editId'])
@Index('edit_range_kind', ['kind', 'firstId'])
export class EditRange extends StoredRow {
  @ForeignKey(() => Edit, { name: 'fk_edit_range_edit', onDelete: 'RESTRICT' })
  @Column({ type: 'integer', name: 'edit_id' })
  editId: number

  @Column({ type: 'text', name: 'kind' })
  kind: RecordKind

  @Column({ type: 'integer', name: 'first_id' })
  firstId: number

  /** Included. */
  @Column({ type: 'integer', name: 'last_id' })
  lastId: number

  /** They went to the recycle bin; else they came to be or came back. */
  @Column({ type: 'boolean', name: 'removed' })
  removed: boolean
}
