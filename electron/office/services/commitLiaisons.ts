import type { EntityManager } from '../db/gate'
import { nextId } from '../db/bulkInsert'
import { Assignment } from '../db/entities/assignment'
import { Liaison } from '../db/entities/liaison'
import type { ChangedRow, NewRow } from '../db/newRow'
import type { PlanEntry } from '../import/planEntry'
import type { Plan } from '../import/planImport'
import type { PlannedLiaison } from '../import/planLiaisons'
import { dayBefore } from './commitOrgs'
import type { CommitStamp, EntryIds } from './commitStamp'

/** Records new liaisons, fills in what sheets say of known ones, and assigns them to enterprises. */
export async function writeLiaisons(manager: EntityManager, active: readonly PlanEntry[], ids: EntryIds, plan: Plan, stamp: CommitStamp): Promise<void> {
  const used = new Set(active.map((entry) => entry.liaison))
  const liaisonIds = new Map<PlannedLiaison, number>()
  const added: NewRow<Liaison>[] = []
  const changed: ChangedRow<Liaison>[] = []
  let next = await nextId(manager, Liaison)
  for (const liaison of plan.liaisons) {
    if (!used.has(liaison)) continue
    const id = liaison.existing?.id ?? next++
    liaisonIds.set(liaison, id)
    if (!liaison.existing) {
      added.push({ id, name: liaison.name, kind: liaison.kind, phone: liaison.phone, employer: liaison.employerPost, fullTime: false, active: true })
      continue
    }
    const { phone, employerPost } = liaison.existing
    const columns: Partial<Liaison> = {}
    const take = (stated: string | null, known: string | null): boolean => stated !== null && stated !== known && (plan.policy !== 'fill' || known === null)
    if (take(liaison.phone, phone)) columns.phone = liaison.phone
    if (take(liaison.employerPost, employerPost)) Object.assign(columns, { employer: liaison.employerPost, post: null })
    if (Object.keys(columns).length > 0) changed.push({ id, ...columns })
  }
  await stamp.recorder.insert(Liaison, added)
  await stamp.recorder.update(Liaison, changed)
  await writeAssignments(manager, active, ids, liaisonIds, stamp)
}

async function writeAssignments(manager: EntityManager, active: readonly PlanEntry[], ids: EntryIds, liaisonIds: ReadonlyMap<PlannedLiaison, number>, stamp: CommitStamp): Promise<void> {
  const begun: NewRow<Assignment>[] = []
  const ended: ChangedRow<Assignment>[] = []
  let next = await nextId(manager, Assignment)
  for (const entry of active) {
    const { liaison, known } = entry
    const day = entry.file.filledOn ?? stamp.today
    const enterpriseId = ids.get(entry)
    const liaisonId = liaison ? liaisonIds.get(liaison) : undefined
    if (liaisonId === undefined || enterpriseId === undefined || known?.liaisonId === liaisonId) continue
    if (known && !entry.changes.some((change) => change.field === 'liaisonName' || change.field === 'liaisonPhone')) continue
    if (known?.assignmentId) ended.push({ id: known.assignmentId, to: dayBefore(day), endReason: '导入时更换' })
    begun.push({
      id: next++, liaisonId, enterpriseId,
      from: known?.assignmentId ? day : null,
      frequencyTimes: stamp.visits.visitTimes, frequencyUnit: stamp.visits.visitUnit,
    })
  }
  await stamp.recorder.update(Assignment, ended)
  await stamp.recorder.insert(Assignment, begun)
}
