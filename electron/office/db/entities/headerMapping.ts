import { Column, Entity, ForeignKey, Index } from 'typeorm'
import type { ColumnAnswer, TakenForm } from '../../../../shared/contract/mapping'
import { StoredRow } from './storedRow'
import { Unit } from './unit'

/** What a person said of tables with one header that one unit sends: remembered, and taken for its next ones. */
@Entity('header_mapping')
@Index('header_mapping_header', ['unitId', 'fingerprint'])
export class HeaderMapping extends StoredRow {
  /** Whose tables; null: of files that do not say whose they are. */
  @ForeignKey(() => Unit, { name: 'fk_header_mapping_unit', onDelete: 'CASCADE' })
  @Column({ type: 'integer', name: 'unit_id', nullable: true })
  unitId: number | null

  /** import/mapping/tableFingerprint.ts */
  @Column({ type: 'text', name: 'fingerprint' })
  fingerprint: string

  @Column({ type: 'boolean', name: 'pointed' })
  pointed: boolean

  /** F01 … F12; null: not imported. */
  @Column({ type: 'text', name: 'form', nullable: true })
  form: TakenForm | null

  @Column({ type: 'simple-json', name: 'columns' })
  columns: ColumnAnswer[]

  /** YYYY-MM-DD */
  @Column({ type: 'text', name: 'decided_on' })
  decidedOn: string
}
