import { Column, Entity, ForeignKey, Index } from 'typeorm'
import { Enterprise } from './enterprise'
import { PartyOrg } from './partyOrg'
import { StoredRow } from './storedRow'

/** 党组织覆盖关系: which organisation covers which enterprise, from when to when (docs/domain.md 9.4). */
@Entity('coverage')
@Index('coverage_enterprise_open', ['enterpriseId'], { unique: true, where: 'until IS NULL AND deleted_at IS NULL' })
@Index('coverage_enterprise', ['enterpriseId', 'since', 'partyOrgId', 'until', 'deletedAt'], {
  where: 'deleted_at IS NULL',
})
@Index('coverage_party_org', ['partyOrgId'])
export class Coverage extends StoredRow {
  @ForeignKey(() => PartyOrg, { name: 'fk_coverage_party_org', onDelete: 'RESTRICT' })
  @Column({ type: 'integer', name: 'party_org_id' })
  partyOrgId: number

  @ForeignKey(() => Enterprise, { name: 'fk_coverage_enterprise', onDelete: 'CASCADE' })
  @Column({ type: 'integer', name: 'enterprise_id' })
  enterpriseId: number

  /** Null: unknown, has begun. */
  @Column({ type: 'text', name: 'since', nullable: true })
  since: string | null

  /** Last day; null: lasts. */
  @Column({ type: 'text', name: 'until', nullable: true })
  until: string | null

  @Column({ type: 'text', name: 'note', nullable: true })
  note: string | null
}
