import { Column, Entity, ForeignKey, Index } from 'typeorm'
import { Enterprise } from './enterprise'
import { StoredRow } from './storedRow'

/** 六有评定 of one enterprise in one period (docs/domain.md 9.9). */
@Entity('goal_check')
@Index('goal_check_enterprise_period_living', ['enterpriseId', 'period'], { unique: true, where: 'deleted_at IS NULL' })
// The verdicts of a whole quarter, so that their sums need not read the wide rows.
@Index(
  'goal_check_verdicts',
  ['period', 'enterpriseId', 'orgMet', 'placeMet', 'fundMet', 'activityMet', 'ruleMet', 'effectMet', 'deadline', 'deletedAt'],
  { where: 'deleted_at IS NULL' },
)
export class GoalCheck extends StoredRow {
  @ForeignKey(() => Enterprise, { name: 'fk_goal_check_enterprise', onDelete: 'CASCADE' })
  @Column({ type: 'integer', name: 'enterprise_id' })
  enterpriseId: number

  /** A label that sorts as text: 2026年第2季度 (shared/domain/quarter.ts). */
  @Column({ type: 'text', name: 'period' })
  period: string

  @Column({ type: 'text', name: 'checked_on' })
  checkedOn: string

  @Column({ type: 'boolean', name: 'org_met', nullable: true })
  orgMet: boolean | null

  @Column({ type: 'text', name: 'org_evidence', nullable: true })
  orgEvidence: string | null

  @Column({ type: 'boolean', name: 'place_met', nullable: true })
  placeMet: boolean | null

  @Column({ type: 'text', name: 'place_evidence', nullable: true })
  placeEvidence: string | null

  @Column({ type: 'boolean', name: 'fund_met', nullable: true })
  fundMet: boolean | null

  @Column({ type: 'text', name: 'fund_evidence', nullable: true })
  fundEvidence: string | null

  @Column({ type: 'boolean', name: 'activity_met', nullable: true })
  activityMet: boolean | null

  @Column({ type: 'text', name: 'activity_evidence', nullable: true })
  activityEvidence: string | null

  @Column({ type: 'boolean', name: 'rule_met', nullable: true })
  ruleMet: boolean | null

  @Column({ type: 'text', name: 'rule_evidence', nullable: true })
  ruleEvidence: string | null

  @Column({ type: 'boolean', name: 'effect_met', nullable: true })
  effectMet: boolean | null

  @Column({ type: 'text', name: 'effect_evidence', nullable: true })
  effectEvidence: string | null

  @Column({ type: 'text', name: 'remedy', nullable: true })
  remedy: string | null

  @Column({ type: 'text', name: 'deadline', nullable: true })
  deadline: string | null
}
