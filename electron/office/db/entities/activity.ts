import { Column, Entity, ForeignKey, Index } from 'typeorm'
import { Enterprise } from './enterprise'
import { PartyOrg } from './partyOrg'
import { StoredRow } from './storedRow'

/** 载体活动. */
@Entity('activity')
@Index('activity_party_org', ['partyOrgId'])
@Index('activity_enterprise', ['enterpriseId'])
export class Activity extends StoredRow {
  @Column({ type: 'text', name: 'held_on' })
  heldOn: string

  @Column({ type: 'text', name: 'carrier' })
  carrier: string

  @Column({ type: 'text', name: 'title' })
  title: string

  @ForeignKey(() => PartyOrg, { name: 'fk_activity_party_org', onDelete: 'RESTRICT' })
  @Column({ type: 'integer', name: 'party_org_id', nullable: true })
  partyOrgId: number | null

  @ForeignKey(() => Enterprise, { name: 'fk_activity_enterprise', onDelete: 'RESTRICT' })
  @Column({ type: 'integer', name: 'enterprise_id', nullable: true })
  enterpriseId: number | null

  @Column({ type: 'integer', name: 'attendance', nullable: true })
  attendance: number | null

  @Column({ type: 'text', name: 'content', nullable: true })
  content: string | null

  @Column({ type: 'text', name: 'result', nullable: true })
  result: string | null
}
