import { Column, Entity, ForeignKey, Index } from 'typeorm'
import { PartyOrg } from './partyOrg'
import { SchemeItem } from './schemeItem'
import { StoredRow } from './storedRow'

/** 考核得分 of one organisation in one item. */
@Entity('score')
@Index('score_living', ['schemeItemId', 'partyOrgId'], { unique: true, where: 'deleted_at IS NULL' })
@Index('score_party_org', ['partyOrgId'])
export class Score extends StoredRow {
  @ForeignKey(() => PartyOrg, { name: 'fk_score_party_org', onDelete: 'CASCADE' })
  @Column({ type: 'integer', name: 'party_org_id' })
  partyOrgId: number

  @ForeignKey(() => SchemeItem, { name: 'fk_score_scheme_item', onDelete: 'RESTRICT' })
  @Column({ type: 'integer', name: 'scheme_item_id' })
  schemeItemId: number

  @Column({ type: 'double precision', name: 'self', nullable: true })
  self: number | null

  @Column({ type: 'double precision', name: 'final', nullable: true })
  final: number | null

  @Column({ type: 'text', name: 'deduction', nullable: true })
  deduction: string | null

  @Column({ type: 'text', name: 'note', nullable: true })
  note: string | null
}
