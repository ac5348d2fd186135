import { Column, Entity } from 'typeorm'
import { StoredRow } from './storedRow'

/** 百分考核: the scheme of a year (docs/domain.md 9.12). */
@Entity('scheme')
export class Scheme extends StoredRow {
  @Column({ type: 'integer', name: 'year' })
  year: number

  @Column({ type: 'text', name: 'name' })
  name: string

  @Column({ type: 'integer', name: 'total' })
  total: number

  @Column({ type: 'text', name: 'year_by', nullable: true })
  yearBy: string | null

  @Column({ type: 'text', name: 'note', nullable: true })
  note: string | null
}
