import { Column, Entity, ForeignKey, Index } from 'typeorm'
import type { FollowUpStep } from '../../../../shared/domain/followUpStanding'
import { Enterprise } from './enterprise'
import { StoredRow } from './storedRow'

/** 新设立企业跟踪. */
@Entity('follow_up')
@Index('follow_up_living', ['enterpriseId', 'step'], { unique: true, where: 'deleted_at IS NULL' })
export class FollowUp extends StoredRow {
  @ForeignKey(() => Enterprise, { name: 'fk_follow_up_enterprise', onDelete: 'CASCADE' })
  @Column({ type: 'integer', name: 'enterprise_id' })
  enterpriseId: number

  @Column({ type: 'text', name: 'step' })
  step: FollowUpStep

  @Column({ type: 'text', name: 'done_on' })
  doneOn: string

  @Column({ type: 'text', name: 'result' })
  result: string

  @Column({ type: 'text', name: 'handler', nullable: true })
  handler: string | null

  @Column({ type: 'text', name: 'note', nullable: true })
  note: string | null
}
