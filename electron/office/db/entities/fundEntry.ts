import { Column, Entity, ForeignKey, Index } from 'typeorm'
import { Enterprise } from './enterprise'
import { PartyOrg } from './partyOrg'
import { StoredRow } from './storedRow'
import { wholeNumber } from './wholeNumber'

/** 党建经费: one income or expense (docs/domain.md 9.11). */
@Entity('fund_entry')
@Index('fund_entry_party_org', ['partyOrgId'])
@Index('fund_entry_enterprise', ['enterpriseId'])
export class FundEntry extends StoredRow {
  @Column({ type: 'text', name: 'occurred_on' })
  occurredOn: string

  @Column({ type: 'text', name: 'direction' })
  direction: string

  @ForeignKey(() => PartyOrg, { name: 'fk_fund_entry_party_org', onDelete: 'RESTRICT' })
  @Column({ type: 'integer', name: 'party_org_id', nullable: true })
  partyOrgId: number | null

  @ForeignKey(() => Enterprise, { name: 'fk_fund_entry_enterprise', onDelete: 'RESTRICT' })
  @Column({ type: 'integer', name: 'enterprise_id', nullable: true })
  enterpriseId: number | null

  @Column({ type: 'text', name: 'source', nullable: true })
  source: string | null

  @Column({ type: 'text', name: 'use', nullable: true })
  use: string | null

  /** 分 */
  @Column({ type: 'bigint', name: 'amount', transformer: wholeNumber })
  amount: number

  @Column({ type: 'text', name: 'summary', nullable: true })
  summary: string | null

  @Column({ type: 'text', name: 'voucher_no', nullable: true })
  voucherNo: string | null

  @Column({ type: 'text', name: 'handler', nullable: true })
  handler: string | null

  @Column({ type: 'text', name: 'note', nullable: true })
  note: string | null
}
