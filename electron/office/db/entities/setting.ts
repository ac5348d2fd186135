import { Column, Entity, Index } from 'typeorm'
import { StoredRow } from './storedRow'

/** One setting (docs/domain.md 9.17): a key and its value as JSON text. */
@Entity('setting')
@Index('setting_key', ['key'], { unique: true })
export class Setting extends StoredRow {
  @Column({ type: 'text', name: 'key' })
  key: string

  /** JSON text. */
  @Column({ type: 'text', name: 'value' })
  value: string
}
