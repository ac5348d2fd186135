import { Column, Entity, ForeignKey, Index } from 'typeorm'
import { StoredRow } from './storedRow'
import { Unit } from './unit'

/** 年度任务 (docs/domain.md 9.13). */
@Entity('target')
@Index('target_living', ['year', 'unitId', 'measure'], { unique: true, where: 'deleted_at IS NULL' })
export class Target extends StoredRow {
  @Column({ type: 'integer', name: 'year' })
  year: number

  @ForeignKey(() => Unit, { name: 'fk_target_unit', onDelete: 'RESTRICT' })
  @Column({ type: 'integer', name: 'unit_id' })
  unitId: number

  @Column({ type: 'text', name: 'measure' })
  measure: string

  @Column({ type: 'double precision', name: 'value', nullable: true })
  value: number | null

  @Column({ type: 'text', name: 'note', nullable: true })
  note: string | null
}
