import { Column, Entity, ForeignKey, Index } from 'typeorm'
import { PartyOrg } from './partyOrg'
import { StoredRow } from './storedRow'

/** 季度分值 of one organisation. */
@Entity('quarter_score')
@Index('quarter_score_living', ['year', 'quarter', 'partyOrgId'], { unique: true, where: 'deleted_at IS NULL' })
@Index('quarter_score_party_org', ['partyOrgId'])
export class QuarterScore extends StoredRow {
  @ForeignKey(() => PartyOrg, { name: 'fk_quarter_score_party_org', onDelete: 'CASCADE' })
  @Column({ type: 'integer', name: 'party_org_id' })
  partyOrgId: number

  @Column({ type: 'integer', name: 'year' })
  year: number

  @Column({ type: 'integer', name: 'quarter' })
  quarter: number

  @Column({ type: 'double precision', name: 'points', nullable: true })
  points: number | null
}
