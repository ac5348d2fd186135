import { Column, Entity } from 'typeorm'
import type { ImportPlan, ImportPolicy } from '../../../../shared/contract/import'
import { StoredRow } from './storedRow'

/** Files committed together: what their report says besides the files and rows (docs/domain.md 9.15). */
@Entity('import_run')
export class ImportRun extends StoredRow {
  @Column({ type: 'text', name: 'policy' })
  policy: ImportPolicy

  /** 空白也覆盖 was chosen. */
  @Column({ type: 'boolean', name: 'erases', default: false })
  erases: boolean

  /** Organisations it created, as they were called then. */
  @Column({ type: 'simple-json', name: 'new_orgs', default: '[]' })
  newOrgs: ImportPlan['newOrgs']

  @Column({ type: 'integer', name: 'new_liaisons', default: 0 })
  newLiaisons: number
}
