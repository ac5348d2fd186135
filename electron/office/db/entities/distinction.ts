import { Column, Entity, ForeignKey, Index } from 'typeorm'
import { Enterprise } from './enterprise'
import { StoredRow } from './storedRow'

/** 非同一家确认: two enterprises that look like one and are not. */
@Entity('distinction')
@Index('distinction_living', ['oneId', 'otherId'], { unique: true, where: 'deleted_at IS NULL' })
@Index('distinction_other', ['otherId'])
export class Distinction extends StoredRow {
  @ForeignKey(() => Enterprise, { name: 'fk_distinction_one', onDelete: 'CASCADE' })
  @Column({ type: 'integer', name: 'one_id' })
  oneId: number

  @ForeignKey(() => Enterprise, { name: 'fk_distinction_other', onDelete: 'CASCADE' })
  @Column({ type: 'integer', name: 'other_id' })
  otherId: number

  /** Names and codes as they were (records/identityText.ts). */
  @Column({ type: 'text', name: 'one_as' })
  oneAs: string

  @Column({ type: 'text', name: 'other_as' })
  otherAs: string

  @Column({ type: 'text', name: 'decided_on' })
  decidedOn: string

  @Column({ type: 'text', name: 'decided_by', nullable: true })
  decidedBy: string | null
}
