import { Column, Entity, ForeignKey, Index } from 'typeorm'
import { Meeting } from './meeting'
import { StoredRow } from './storedRow'
import { Unit } from './unit'

/** 督办事项. */
@Entity('decision')
@Index('decision_meeting', ['meetingId'])
export class Decision extends StoredRow {
  @ForeignKey(() => Meeting, { name: 'fk_decision_meeting', onDelete: 'RESTRICT' })
  @Column({ type: 'integer', name: 'meeting_id', nullable: true })
  meetingId: number | null

  @Column({ type: 'text', name: 'content' })
  content: string

  @ForeignKey(() => Unit, { name: 'fk_decision_unit', onDelete: 'RESTRICT' })
  @Column({ type: 'integer', name: 'unit_id', nullable: true })
  unitId: number | null

  @Column({ type: 'text', name: 'responsible_unit', nullable: true })
  responsibleUnit: string | null

  @Column({ type: 'text', name: 'responsible', nullable: true })
  responsible: string | null

  @Column({ type: 'text', name: 'deadline' })
  deadline: string

  @Column({ type: 'text', name: 'state' })
  state: string

  @Column({ type: 'text', name: 'finished_on', nullable: true })
  finishedOn: string | null

  @Column({ type: 'text', name: 'result', nullable: true })
  result: string | null
}
