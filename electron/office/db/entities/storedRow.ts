import { Column, PrimaryGeneratedColumn } from 'typeorm'

/** What every table carries. Instants are ISO 8601 text in UTC; a row with `deletedAt` is in the recycle bin. */
export abstract class StoredRow {
  @PrimaryGeneratedColumn('increment', { type: 'integer', name: 'id' })
  id: number

  @Column({ type: 'text', name: 'created_at' })
  createdAt: string

  @Column({ type: 'text', name: 'updated_at' })
  updatedAt: string

  /** Rises by one with every change. */
  @Column({ type: 'integer', name: 'version', default: 1 })
  version: number

  @Column({ type: 'text', name: 'deleted_at', nullable: true })
  deletedAt: string | null
}
