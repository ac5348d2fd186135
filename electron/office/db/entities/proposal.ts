import { Column, Entity, ForeignKey, Index } from 'typeorm'
import { Enterprise } from './enterprise'
import { StoredRow } from './storedRow'

/** 意见建议 with its answer. */
@Entity('proposal')
@Index('proposal_enterprise', ['enterpriseId'])
export class Proposal extends StoredRow {
  @Column({ type: 'text', name: 'received_on' })
  receivedOn: string

  @Column({ type: 'text', name: 'raised_by' })
  raisedBy: string

  @ForeignKey(() => Enterprise, { name: 'fk_proposal_enterprise', onDelete: 'RESTRICT' })
  @Column({ type: 'integer', name: 'enterprise_id', nullable: true })
  enterpriseId: number | null

  @Column({ type: 'text', name: 'topic' })
  topic: string

  @Column({ type: 'text', name: 'content' })
  content: string

  @Column({ type: 'text', name: 'responsible_unit', nullable: true })
  responsibleUnit: string | null

  @Column({ type: 'text', name: 'answer_due', nullable: true })
  answerDue: string | null

  @Column({ type: 'text', name: 'state' })
  state: string

  @Column({ type: 'text', name: 'answer', nullable: true })
  answer: string | null

  @Column({ type: 'text', name: 'answered_on', nullable: true })
  answeredOn: string | null

  @Column({ type: 'text', name: 'satisfaction', nullable: true })
  satisfaction: string | null
}
