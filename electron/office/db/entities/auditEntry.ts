import { Column, Entity, ForeignKey, Index } from 'typeorm'
import { Edit } from './edit'
import { ImportBatch } from './importBatch'
import { StoredRow } from './storedRow'

/** One field before and after, as the caller shows or restores it. */
export interface AuditChange {
  field: string
  before: unknown
  after: unknown
}

/** 操作日志 (docs/domain.md 9.16). Entries are only ever added, by `auditRepository.append` alone. */
@Entity('audit_entry')
@Index('audit_entry_entity', ['entity', 'entityId'])
@Index('audit_entry_batch', ['batchId'])
@Index('audit_entry_edit', ['editId'])
@Index('audit_entry_at', ['at'])
export class AuditEntry extends StoredRow {
  @Column({ type: 'text', name: 'at' })
  at: string

  @Column({ type: 'text', name: 'operator', default: '' })
  operator: string

  /** One of shared/domain/auditAction. */
  @Column({ type: 'text', name: 'action' })
  action: string

  /** Name of the entity: enterprise, partyOrg …; `edit` and `editRange` for the heads of edits; else what was done. */
  @Column({ type: 'text', name: 'entity' })
  entity: string

  @Column({ type: 'integer', name: 'entity_id', nullable: true })
  entityId: number | null

  /** What the entry is about, in words, as it was called at the time. */
  @Column({ type: 'text', name: 'label', default: '' })
  label: string

  @Column({ type: 'simple-json', name: 'changes', default: '[]' })
  changes: AuditChange[]

  @ForeignKey(() => ImportBatch, { name: 'fk_audit_entry_batch', onDelete: 'RESTRICT' })
  @Column({ type: 'integer', name: 'batch_id', nullable: true })
  batchId: number | null

  /** The edit the entry is part of; null for what no edit did. */
  @ForeignKey(() => Edit, { name: 'fk_audit_entry_edit', onDelete: 'RESTRICT' })
  @Column({ type: 'integer', name: 'edit_id', nullable: true })
  editId: number | null

  /** Ties the entry to the one before: `entryHash` of both (docs/domain.md 9.16). */
  @Column({ type: 'text', name: 'hash', default: '' })
  hash: string
}
