import type { OfficeSettings } from '../../../shared/domain/officeSettings'
import type { PlanEntry } from '../import/planEntry'
import type { ImportRecorder } from './importRecorder'

export interface CommitStamp {
  /** ISO instant of the commit. */
  at: string
  /** The day relations begin or end on where the sheet bears no date of its own. */
  today: string
  /** What a new assignment asks for. */
  visits: Pick<OfficeSettings['work'], 'visitTimes' | 'visitUnit'>
  /** Through it everything is written. */
  recorder: ImportRecorder
}

/** Enterprise ids by plan entry, as they stand after the commit. */
export type EntryIds = ReadonlyMap<PlanEntry, number>
