import type { Area, OfficeEvent } from '../../shared/contract/events'
import { office } from './office'

/** Calls back when a write touched one of `areas`; bursts within 150 ms count once. Returns how to stop. */
export function onChanged(areas: readonly Area[], listener: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const stop = office().onEvent((event) => {
    if (event.type !== 'office.changed' || !event.areas.some((area) => areas.includes(area))) return
    clearTimeout(timer)
    timer = setTimeout(listener, 150)
  })
  return () => {
    clearTimeout(timer)
    stop()
  }
}

/** Calls back when another ledger took the place of the one that is shown. Returns how to stop. */
export function onReopened(listener: () => void): () => void {
  return office().onEvent((event) => {
    if (event.type === 'office.reopened') listener()
  })
}

export type Progress = Omit<Extract<OfficeEvent, { type: 'task.progress' }>, 'type'>

/** Calls back with the progress of long tasks. Returns how to stop. */
export function onProgress(listener: (progress: Progress) => void): () => void {
  return office().onEvent((event) => {
    if (event.type === 'task.progress') listener({ task: event.task, done: event.done, total: event.total })
  })
}
