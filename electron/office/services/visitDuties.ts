import type { OfficeSettings } from '../../../shared/domain/officeSettings'
import { visitsOfYear, visitStanding, type VisitStanding, type VisitSum } from '../../../shared/domain/visitFrequency'
import type { EntityManager } from '../db/gate'
import { visitRepository, type DutyQuery, type DutyRecord } from '../db/repositories/visitRepository'

/** What the work on record is looked at with. */
export interface WorkScene {
  today: string
  settings: OfficeSettings
}

/** An assignment with the visits of this year, and where it stands while it lives. */
export interface WorkedDuty {
  duty: DutyRecord
  year: VisitSum
  /** Null when it does not live on the day. */
  standing: VisitStanding | null
}

/** The assignments of this year; the last full period of any frequency began in the year before at the earliest. */
export async function workedDuties(
  manager: EntityManager,
  scene: WorkScene,
  among: Pick<DutyQuery, 'ids' | 'liaisonIds' | 'unitIds'> = {},
): Promise<WorkedDuty[]> {
  const { today, settings } = scene
  const since = `${Number(today.slice(0, 4)) - 1}-01-01`
  const { telephoneCounts } = settings.work
  const duties = await visitRepository.duties(manager, { on: today, since, telephoneCounts, ...among })
  return duties.map((duty) => ({
    duty,
    year: visitsOfYear(duty, duty.visits, today),
    standing: duty.isLiving ? visitStanding(duty, duty.visits, today) : null,
  }))
}
