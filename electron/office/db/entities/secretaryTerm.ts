import { Column, Entity, ForeignKey, Index } from 'typeorm'
import type { SecretarySource } from '../../../../shared/domain/valueDomain'
import { PartyOrg } from './partyOrg'
import { StoredRow } from './storedRow'

/** 书记任职 (docs/domain.md 9.5). History is kept; the living row is the current secretary, none is 空缺. */
@Entity('secretary_term')
@Index('secretary_term_party_org', ['partyOrgId', 'since'])
export class SecretaryTerm extends StoredRow {
  @ForeignKey(() => PartyOrg, { name: 'fk_secretary_term_party_org', onDelete: 'CASCADE' })
  @Column({ type: 'integer', name: 'party_org_id' })
  partyOrgId: number

  @Column({ type: 'text', name: 'name' })
  name: string

  @Column({ type: 'text', name: 'source', nullable: true })
  source: SecretarySource | null

  @Column({ type: 'text', name: 'identity', nullable: true })
  identity: string | null

  @Column({ type: 'text', name: 'enterprise_post', nullable: true })
  enterprisePost: string | null

  @Column({ type: 'boolean', name: 'full_time', nullable: true })
  fullTime: boolean | null

  @Column({ type: 'text', name: 'since', nullable: true })
  since: string | null

  @Column({ type: 'text', name: 'until', nullable: true })
  until: string | null

  @Column({ type: 'text', name: 'phone', nullable: true })
  phone: string | null

  @Column({ type: 'text', name: 'gender', nullable: true })
  gender: string | null

  /** YYYY-MM */
  @Column({ type: 'text', name: 'birth_month', nullable: true })
  birthMonth: string | null

  @Column({ type: 'text', name: 'education', nullable: true })
  education: string | null

  @Column({ type: 'simple-json', name: 'trainings', default: '[]' })
  trainings: { year: number; count: number }[]
}
