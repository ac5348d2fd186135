import { Column, Entity, ForeignKey, Index } from 'typeorm'
import { StoredRow } from './storedRow'

/** 报告期 (docs/domain.md 9.14). A locked one is read from its snapshot and never changes. */
@Entity('period')
@Index('period_label_living', ['label', 'edition'], { unique: true, where: 'deleted_at IS NULL' })
export class Period extends StoredRow {
  /** 月/季/半年/年 */
  @Column({ type: 'text', name: 'kind' })
  kind: string

  /** 2026年第2季度 */
  @Column({ type: 'text', name: 'label' })
  label: string

  @Column({ type: 'text', name: 'cut_off_on' })
  cutOffOn: string

  @Column({ type: 'text', name: 'locked_at', nullable: true })
  lockedAt: string | null

  @Column({ type: 'text', name: 'locked_by', nullable: true })
  lockedBy: string | null

  @ForeignKey(() => Period, { name: 'fk_period_previous', onDelete: 'RESTRICT' })
  @Column({ type: 'integer', name: 'previous_id', nullable: true })
  previousId: number | null

  /** 版本: 1 as first locked; a correction of the same label is the next one. */
  @Column({ type: 'integer', name: 'edition', default: 1 })
  edition: number

  /** Why this edition corrects the one before it; null for the first. */
  @Column({ type: 'text', name: 'reason', nullable: true })
  reason: string | null
}
