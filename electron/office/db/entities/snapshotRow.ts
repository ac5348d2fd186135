import { Column, Entity, ForeignKey, Index } from 'typeorm'
import { Enterprise } from './enterprise'
import { Period } from './period'
import { StoredRow } from './storedRow'

/** Frozen copy of one enterprise as it stood on the cut-off date of a locked period (docs/domain.md 9.14). */
@Entity('snapshot_row')
@Index('snapshot_row_period', ['periodId', 'enterpriseId'], { unique: true })
export class SnapshotRow extends StoredRow {
  @ForeignKey(() => Period, { name: 'fk_snapshot_row_period', onDelete: 'CASCADE' })
  @Column({ type: 'integer', name: 'period_id' })
  periodId: number

  @ForeignKey(() => Enterprise, { name: 'fk_snapshot_row_enterprise', onDelete: 'RESTRICT' })
  @Column({ type: 'integer', name: 'enterprise_id' })
  enterpriseId: number

  /** The ledger row of that day, and what the tables count of it (EnterpriseFact). */
  @Column({ type: 'simple-json', name: 'facts' })
  facts: Record<string, unknown>
}
