import { Column, Entity, ForeignKey, Index } from 'typeorm'
import type { UnitKind } from '../../../../shared/domain/valueDomain'
import { StoredRow } from './storedRow'

/** 填报单位 (docs/domain.md 9.1). */
@Entity('unit')
@Index('unit_name_living', ['name'], { unique: true, where: 'deleted_at IS NULL' })
export class Unit extends StoredRow {
  @Column({ type: 'text', name: 'name' })
  name: string

  @Column({ type: 'text', name: 'short_name', nullable: true })
  shortName: string | null

  /** Other spellings accepted on import. */
  @Column({ type: 'simple-json', name: 'aliases', default: '[]' })
  aliases: string[]

  @Column({ type: 'text', name: 'kind' })
  kind: UnitKind

  @Column({ type: 'text', name: 'code', nullable: true })
  code: string | null

  @ForeignKey(() => Unit, { name: 'fk_unit_parent', onDelete: 'RESTRICT' })
  @Column({ type: 'integer', name: 'parent_id', nullable: true })
  parentId: number | null

  @Column({ type: 'text', name: 'contact_name', nullable: true })
  contactName: string | null

  @Column({ type: 'text', name: 'contact_phone', nullable: true })
  contactPhone: string | null

  /** Official order; units are never listed alphabetically. */
  @Column({ type: 'integer', name: 'sort_no' })
  sortNo: number

  /** Merged townships stay for history. */
  @Column({ type: 'boolean', name: 'active', default: true })
  active: boolean
}
