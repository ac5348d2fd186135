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

/** The assignments of this year. */
export async function workedDuties(
  manager: EntityManager,
  scene: WorkScene,
  among: Pick<DutyQuery, 'ids' | 'liaisonIds' | 'unitIds'> = {},
): Promise<WorkedDuty[]> {
  const { today } = scene
  const duties = await visitRepository.duties(manager, { ...visitsAsked(scene), ...among })
  return duties.map((duty) => ({
    duty,
    year: visitsOfYear(duty, duty.visits, today),
    standing: duty.isLiving ? visitStanding(duty, duty.visits, today) : null,
  }))
}

/** Where the assignments stand that live today, by their ids; of some units only when they are named. */
export async function dutyStandings(
  manager: EntityManager,
  scene: WorkScene,
  unitIds?: readonly number[],
): Promise<(VisitStanding & { id: number })[]> {
  const asked = await visitRepository.asked(manager, { ...visitsAsked(scene), unitIds })
  return asked.map((duty) => ({ id: duty.id, ...visitStanding(duty, duty.visits, scene.today) }))
}

/** The last full period of any frequency began in the year before at the earliest. */
function visitsAsked({ today, settings }: WorkScene): Pick<DutyQuery, 'on' | 'since' | 'telephoneCounts'> {
  return { on: today, since: `${Number(today.slice(0, 4)) - 1}-01-01`, telephoneCounts: settings.work.telephoneCounts }
}
