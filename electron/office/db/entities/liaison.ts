import { Column, Entity, Index } from 'typeorm'
import type { LiaisonKind } from '../../../../shared/domain/valueDomain'
import { StoredRow } from './storedRow'

/** 指导员/联络员 (docs/domain.md 9.6). `employer` holds employer and post as typed when they cannot be split. */
@Entity('liaison')
@Index('liaison_name', ['name'])
export class Liaison extends StoredRow {
  @Column({ type: 'text', name: 'name' })
  name: string

  @Column({ type: 'text', name: 'kind' })
  kind: LiaisonKind

  @Column({ type: 'text', name: 'employer', nullable: true })
  employer: string | null

  @Column({ type: 'text', name: 'post', nullable: true })
  post: string | null

  @Column({ type: 'text', name: 'home_org', nullable: true })
  homeOrg: string | null

  /** 专职; else 兼职. */
  @Column({ type: 'boolean', name: 'full_time', default: false })
  fullTime: boolean

  @Column({ type: 'text', name: 'level', nullable: true })
  level: string | null

  @Column({ type: 'text', name: 'phone', nullable: true })
  phone: string | null

  @Column({ type: 'text', name: 'batch', nullable: true })
  batch: string | null

  @Column({ type: 'text', name: 'station', nullable: true })
  station: string | null

  @Column({ type: 'boolean', name: 'active', default: true })
  active: boolean
}
