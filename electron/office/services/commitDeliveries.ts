import type { EntityManager } from '../db/gate'
import { deliveryItems, goals } from '../../../shared/domain/valueDomain'
import { nextId } from '../db/bulkInsert'
import { Delivery } from '../db/entities/delivery'
import { GoalCheck } from '../db/entities/goalCheck'
import type { ChangedRow, NewRow } from '../db/newRow'
import { writtenFields } from '../import/planChanges'
import type { PlanEntry } from '../import/planEntry'
import { quarterLabel } from '../../../shared/domain/quarter'
import type { CommitStamp, EntryIds } from './commitStamp'

// Built once: most rows of most files state none of them, and are only asked.
const deliveryFields = deliveryItems.map((item) => ({ item, field: `delivery.${item.key}` as const }))
const goalFields = goals.map(({ key }) => ({ column: `${key}Met`, field: `goal.${key}` as const }))

/** Writes 三建三送 states and 六有 verdicts of the rows that state them. */
export async function writeDeliveriesAndGoals(manager: EntityManager, active: readonly PlanEntry[], ids: EntryIds, stamp: CommitStamp): Promise<void> {
  await writeDeliveries(manager, active, ids, stamp)
  await writeGoals(manager, active, ids, stamp)
}

async function writeDeliveries(manager: EntityManager, active: readonly PlanEntry[], ids: EntryIds, stamp: CommitStamp): Promise<void> {
  const added: NewRow<Delivery>[] = []
  const changed: ChangedRow<Delivery>[] = []
  let next = await nextId(manager, Delivery)
  for (const entry of active) {
    const enterpriseId = ids.get(entry)
    if (enterpriseId === undefined) continue
    const written = writtenFields(entry)
    for (const { item, field } of deliveryFields) {
      const state = written[field]
      if (!state) continue
      const id = entry.known?.deliveryIds[item.key]
      if (id !== undefined) changed.push({ id, state })
      else added.push({ id: next++, enterpriseId, item: item.key, state, unitLabel: item.unit })
    }
  }
  await stamp.recorder.insert(Delivery, added)
  await stamp.recorder.update(Delivery, changed)
}

async function writeGoals(manager: EntityManager, active: readonly PlanEntry[], ids: EntryIds, stamp: CommitStamp): Promise<void> {
  const added: NewRow<GoalCheck>[] = []
  const changed: ChangedRow<GoalCheck>[] = []
  let next = await nextId(manager, GoalCheck)
  for (const entry of active) {
    const enterpriseId = ids.get(entry)
    const written = writtenFields(entry)
    const judged = goalFields.filter(({ field }) => written[field] !== undefined)
    if (enterpriseId === undefined || judged.length === 0) continue
    const { known, facts } = entry
    const day = entry.file.filledOn ?? stamp.today
    const period = quarterLabel(day)
    if (known?.goalCheckId && known.goalPeriod === period) {
      const met = Object.fromEntries(judged.map(({ column, field }) => [column, written[field]]))
      changed.push({ id: known.goalCheckId, checkedOn: day, ...met })
      continue
    }
    const met = Object.fromEntries(goalFields.map(({ column, field }) => [column, facts[field] ?? known?.[field] ?? null]))
    added.push({ id: next++, enterpriseId, period, checkedOn: day, ...met })
  }
  await stamp.recorder.insert(GoalCheck, added)
  await stamp.recorder.update(GoalCheck, changed)
}
