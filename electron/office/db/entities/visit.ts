import { Column, Entity, ForeignKey, Index } from 'typeorm'
import { Enterprise } from './enterprise'
import { Liaison } from './liaison'
import { StoredRow } from './storedRow'

/** 走访记录 (docs/domain.md 9.7). */
@Entity('visit')
@Index('visit_enterprise', ['enterpriseId', 'liaisonId', 'visitedOn', 'mode', 'deletedAt'], { where: 'deleted_at IS NULL' })
@Index('visit_follows', ['followsVisitId'])
@Index('visit_liaison', ['liaisonId'])
@Index('visit_follows_visit', ['followsVisitId'])
export class Visit extends StoredRow {
  @Column({ type: 'text', name: 'visited_on' })
  visitedOn: string

  @ForeignKey(() => Liaison, { name: 'fk_visit_liaison', onDelete: 'RESTRICT' })
  @Column({ type: 'integer', name: 'liaison_id' })
  liaisonId: number

  @ForeignKey(() => Enterprise, { name: 'fk_visit_enterprise', onDelete: 'CASCADE' })
  @Column({ type: 'integer', name: 'enterprise_id' })
  enterpriseId: number

  @Column({ type: 'text', name: 'mode' })
  mode: string

  @Column({ type: 'text', name: 'met_persons', nullable: true })
  metPersons: string | null

  @Column({ type: 'text', name: 'content' })
  content: string

  @Column({ type: 'text', name: 'problem', nullable: true })
  problem: string | null

  @Column({ type: 'text', name: 'measure', nullable: true })
  measure: string | null

  @Column({ type: 'text', name: 'responsible', nullable: true })
  responsible: string | null

  @Column({ type: 'text', name: 'deadline', nullable: true })
  deadline: string | null

  @Column({ type: 'text', name: 'resolution', nullable: true })
  resolution: string | null

  @Column({ type: 'text', name: 'resolved_on', nullable: true })
  resolvedOn: string | null

  @Column({ type: 'text', name: 'suggestion', nullable: true })
  suggestion: string | null

  @ForeignKey(() => Visit, { name: 'fk_visit_follows_visit', onDelete: 'RESTRICT' })
  @Column({ type: 'integer', name: 'follows_visit_id', nullable: true })
  followsVisitId: number | null
}
