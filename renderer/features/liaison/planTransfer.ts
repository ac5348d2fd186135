import type { RecordChange, RecordRow } from '../../../shared/contract/record'
import { addDays, type CalendarDate } from '../../../shared/domain/calendarDate'

export interface Transfer {
  /** The assignments that go over. */
  assignments: readonly Pick<RecordRow, 'id' | 'version' | 'values'>[]
  liaison: Pick<RecordRow, 'id' | 'version'>
  toLiaisonId: number
  /** The first day of the new ones; the old ones end the day before. */
  on: CalendarDate
  reason: string | null
  /** The old liaison is out of office. */
  leaves: boolean
}

export interface PlannedTransfer {
  changes: RecordChange[]
  /** Of each change the assignment it is for; undefined for that of the liaison. */
  assignmentIds: (number | undefined)[]
}

/** One save that ends the old assignments and begins the new; one that has not begun by then goes over as it is. */
export function planTransfer({ assignments, liaison, toLiaisonId, on, reason, leaves }: Transfer): PlannedTransfer {
  const changes: RecordChange[] = []
  const assignmentIds: (number | undefined)[] = []
  const add = (assignmentId: number | undefined, change: RecordChange): void => {
    changes.push(change)
    assignmentIds.push(assignmentId)
  }
  assignments.forEach(({ id, version, values }, index) => {
    const { from, to, enterpriseId, frequencyTimes, frequencyUnit } = values
    if (typeof from === 'string' && from >= on) {
      add(id, { kind: 'assignment', id, version, values: { liaisonId: toLiaisonId } })
      return
    }
    add(id, { kind: 'assignment', id, version, values: { to: addDays(on, -1), endReason: reason } })
    add(id, {
      kind: 'assignment',
      id: -1 - index,
      values: {
        liaisonId: toLiaisonId, enterpriseId: enterpriseId ?? null, from: on, to: to ?? null,
        frequencyTimes: frequencyTimes ?? null, frequencyUnit: frequencyUnit ?? null,
      },
    })
  })
  if (leaves) add(undefined, { kind: 'liaison', id: liaison.id, version: liaison.version, values: { active: false } })
  return { changes, assignmentIds }
}
