import { Column, Entity, ForeignKey, Index } from 'typeorm'
import { PartyOrg } from './partyOrg'
import { StoredRow } from './storedRow'

/** 半年分值 of one organisation in a year as typed, with its note (F11S). */
@Entity('year_score')
@Index('year_score_living', ['year', 'partyOrgId'], { unique: true, where: 'deleted_at IS NULL' })
@Index('year_score_party_org', ['partyOrgId'])
export class YearScore extends StoredRow {
  @ForeignKey(() => PartyOrg, { name: 'fk_year_score_party_org', onDelete: 'CASCADE' })
  @Column({ type: 'integer', name: 'party_org_id' })
  partyOrgId: number

  @Column({ type: 'integer', name: 'year' })
  year: number

  @Column({ type: 'double precision', name: 'first_half', nullable: true })
  firstHalf: number | null

  @Column({ type: 'double precision', name: 'second_half', nullable: true })
  secondHalf: number | null

  @Column({ type: 'text', name: 'note', nullable: true })
  note: string | null
}
