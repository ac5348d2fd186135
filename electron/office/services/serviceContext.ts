import type { Backups } from '../db/backup/createBackups'
import type { EntityManager } from '../db/gate'
import type { Area } from '../../../shared/contract/events'
import type { CoverageRules } from '../../../shared/domain/coverage'
import type { OfficeSettings } from '../../../shared/domain/officeSettings'
import type { Gate } from '../db/gate'
import type { KnownUnit } from '../import/unitIndex'
import type { OfficePorts } from '../ports'
import type { Readers } from '../reader/createReaders'
import type { TaskBoard } from './taskBoard'

/** What every service gets: the gate, the host's ports, the rules in force, and a way to say what changed. */
export interface ServiceContext {
  gate: Gate
  ports: OfficePorts
  /** Copies made before a change of much at once, and where they lie. */
  backups: Pick<Backups, 'before' | 'folder'>
  /** Where files of strangers are parsed. */
  readers: Readers
  /** What the office set, and the national values for the rest. */
  settings(): Promise<OfficeSettings>
  /** `settings().rules`. */
  rules(): Promise<CoverageRules>
  units(manager: EntityManager): Promise<KnownUnit[]>
  /** Announces a committed write. */
  changed(areas: Area[]): void
  revision(): number
  tasks: TaskBoard
}
