import { Column, Entity, ForeignKey, Index } from 'typeorm'
import type { FrequencyUnit } from '../../../../shared/domain/valueDomain'
import { Enterprise } from './enterprise'
import { Liaison } from './liaison'
import { StoredRow } from './storedRow'

/** 联系关系: which liaison contacts which enterprise, from when to when (docs/domain.md 9.6). */
@Entity('assignment')
@Index('assignment_enterprise', ['enterpriseId', 'liaisonId', 'from', 'to', 'deletedAt'], {
  where: 'deleted_at IS NULL',
})
@Index('assignment_liaison', ['liaisonId'])
export class Assignment extends StoredRow {
  @ForeignKey(() => Liaison, { name: 'fk_assignment_liaison', onDelete: 'RESTRICT' })
  @Column({ type: 'integer', name: 'liaison_id' })
  liaisonId: number

  @ForeignKey(() => Enterprise, { name: 'fk_assignment_enterprise', onDelete: 'CASCADE' })
  @Column({ type: 'integer', name: 'enterprise_id' })
  enterpriseId: number

  /** Null: unknown, has begun. */
  @Column({ type: 'text', name: 'from_date', nullable: true })
  from: string | null

  /** Last day; null: lasts. */
  @Column({ type: 'text', name: 'to_date', nullable: true })
  to: string | null

  @Column({ type: 'integer', name: 'frequency_times', default: 1 })
  frequencyTimes: number

  @Column({ type: 'text', name: 'frequency_unit', default: '季' })
  frequencyUnit: FrequencyUnit

  @Column({ type: 'text', name: 'end_reason', nullable: true })
  endReason: string | null

  @Column({ type: 'text', name: 'note', nullable: true })
  note: string | null
}
