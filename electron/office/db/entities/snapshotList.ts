import { Column, Entity, ForeignKey, Index } from 'typeorm'
import { Period } from './period'
import { StoredRow } from './storedRow'

/** What a locked period keeps beside its enterprises: a list of facts, the settings, the units (docs/domain.md 9.14). */
@Entity('snapshot_list')
@Index('snapshot_list_period', ['periodId', 'name'], { unique: true })
export class SnapshotList extends StoredRow {
  @ForeignKey(() => Period, { name: 'fk_snapshot_list_period', onDelete: 'CASCADE' })
  @Column({ type: 'integer', name: 'period_id' })
  periodId: number

  /** orgs, posts … as TableFacts calls them; `settings`; `units`. */
  @Column({ type: 'text', name: 'name' })
  name: string

  @Column({ type: 'simple-json', name: 'content' })
  content: unknown
}
