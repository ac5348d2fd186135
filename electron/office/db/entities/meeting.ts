import { Column, Entity } from 'typeorm'
import { StoredRow } from './storedRow'

/** 联席会议. */
@Entity('meeting')
export class Meeting extends StoredRow {
  @Column({ type: 'text', name: 'held_on' })
  heldOn: string

  @Column({ type: 'text', name: 'topic' })
  topic: string

  @Column({ type: 'text', name: 'place', nullable: true })
  place: string | null

  @Column({ type: 'text', name: 'host', nullable: true })
  host: string | null

  @Column({ type: 'text', name: 'attendees', nullable: true })
  attendees: string | null

  @Column({ type: 'text', name: 'summary', nullable: true })
  summary: string | null
}
