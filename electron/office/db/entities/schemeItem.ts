import { Column, Entity, ForeignKey, Index } from 'typeorm'
import { Scheme } from './scheme'
import { StoredRow } from './storedRow'

/** 考核项目. */
@Entity('scheme_item')
@Index('scheme_item_scheme', ['schemeId'])
export class SchemeItem extends StoredRow {
  @ForeignKey(() => Scheme, { name: 'fk_scheme_item_scheme', onDelete: 'RESTRICT' })
  @Column({ type: 'integer', name: 'scheme_id' })
  schemeId: number

  @Column({ type: 'integer', name: 'sort_no' })
  sortNo: number

  @Column({ type: 'text', name: 'group_name' })
  groupName: string

  @Column({ type: 'text', name: 'text' })
  text: string

  @Column({ type: 'double precision', name: 'max' })
  max: number

  @Column({ type: 'text', name: 'rule', nullable: true })
  rule: string | null

  @Column({ type: 'text', name: 'method' })
  method: string

  @Column({ type: 'text', name: 'formula', nullable: true })
  formula: string | null

  /** 考评方式: how the item is looked at; `method` says who gives the points. */
  @Column({ type: 'text', name: 'item_method', nullable: true })
  itemMethod: string | null
}
