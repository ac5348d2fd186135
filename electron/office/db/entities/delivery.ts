import { Column, Entity, ForeignKey, Index } from 'typeorm'
import type { DeliveryState } from '../../../../shared/domain/valueDomain'
import { Enterprise } from './enterprise'
import { PartyOrg } from './partyOrg'
import { StoredRow } from './storedRow'
import { wholeNumber } from './wholeNumber'

/** 三建三送: the state of one item at one enterprise (docs/domain.md 9.8). Its history is the audit log. */
@Entity('delivery')
@Index('delivery_enterprise_item_living', ['enterpriseId', 'item'], { unique: true, where: 'deleted_at IS NULL' })
@Index('delivery_party_org', ['partyOrgId'])
// What the matrix is filtered and summed by, and days; SQLite reads it alone only if `deletedAt` is in it too.
@Index('delivery_item_state', ['item', 'state', 'doneOn', 'enterpriseId', 'deletedAt'], { where: 'deleted_at IS NULL' })
export class Delivery extends StoredRow {
  @ForeignKey(() => Enterprise, { name: 'fk_delivery_enterprise', onDelete: 'CASCADE' })
  @Column({ type: 'integer', name: 'enterprise_id' })
  enterpriseId: number

  @ForeignKey(() => PartyOrg, { name: 'fk_delivery_party_org', onDelete: 'RESTRICT' })
  @Column({ type: 'integer', name: 'party_org_id', nullable: true })
  partyOrgId: number | null

  /** Key of the settings list; the default ones are `deliveryItems`. */
  @Column({ type: 'text', name: 'item' })
  item: string

  @Column({ type: 'text', name: 'state' })
  state: DeliveryState

  @Column({ type: 'double precision', name: 'quantity', nullable: true })
  quantity: number | null

  /** ㎡/个/项/块/面/册 */
  @Column({ type: 'text', name: 'unit_label', nullable: true })
  unitLabel: string | null

  /** 分 */
  @Column({ type: 'bigint', name: 'amount', nullable: true, transformer: wholeNumber })
  amount: number | null

  @Column({ type: 'text', name: 'fund_source', nullable: true })
  fundSource: string | null

  @Column({ type: 'text', name: 'batch', nullable: true })
  batch: string | null

  @Column({ type: 'text', name: 'done_on', nullable: true })
  doneOn: string | null

  @Column({ type: 'text', name: 'receiver', nullable: true })
  receiver: string | null

  /** 经办人 */
  @Column({ type: 'text', name: 'handler', nullable: true })
  handler: string | null

  /** The room is the joint organisation’s. */
  @Column({ type: 'boolean', name: 'shared_with_org', nullable: true })
  sharedWithOrg: boolean | null

  @Column({ type: 'text', name: 'accepted_on', nullable: true })
  acceptedOn: string | null

  @Column({ type: 'text', name: 'replaced_on', nullable: true })
  replacedOn: string | null

  @Column({ type: 'text', name: 'note', nullable: true })
  note: string | null
}
