import { Column, Entity, ForeignKey, Index } from 'typeorm'
import { PartyOrg } from './partyOrg'
import { StoredRow } from './storedRow'

/** 组织生活次数 of one organisation in one quarter (docs/domain.md 9.10). */
@Entity('activity_count')
@Index('activity_count_living', ['partyOrgId', 'quarter'], { unique: true, where: 'deleted_at IS NULL' })
export class ActivityCount extends StoredRow {
  @ForeignKey(() => PartyOrg, { name: 'fk_activity_count_party_org', onDelete: 'CASCADE' })
  @Column({ type: 'integer', name: 'party_org_id' })
  partyOrgId: number

  @Column({ type: 'text', name: 'quarter' })
  quarter: string

  @Column({ type: 'integer', name: 'member_meetings', nullable: true })
  memberMeetings: number | null

  @Column({ type: 'integer', name: 'committee_meetings', nullable: true })
  committeeMeetings: number | null

  @Column({ type: 'integer', name: 'group_meetings', nullable: true })
  groupMeetings: number | null

  @Column({ type: 'integer', name: 'lectures', nullable: true })
  lectures: number | null

  @Column({ type: 'integer', name: 'theme_days', nullable: true })
  themeDays: number | null

  @Column({ type: 'integer', name: 'other', nullable: true })
  other: number | null

  @Column({ type: 'text', name: 'note', nullable: true })
  note: string | null
}
