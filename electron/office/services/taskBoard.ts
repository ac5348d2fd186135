import type { TaskName } from '../../../shared/contract/events'
import { OfficeError } from '../officeError'
import type { OfficePorts } from '../ports'

/** A long piece of work while it runs. */
export interface Task {
  /** Tells the page how far it is. Throws OfficeError `cancelled` once a person asked to stop. */
  progress(done: number, total: number): void
  /** Passes rows on and counts them towards `total`, in steps of a thousand; stops as `progress` does. */
  watch<R>(rows: Iterable<R>): Iterable<R>
}

/** The long works of an office, which a person may stop. */
export interface TaskBoard {
  /** `total`: what `watch` counts towards; more rows than that are told as nearly done. */
  run<T>(name: TaskName, total: number, work: (task: Task) => Promise<T>): Promise<T>
  /** Stops every work of the name; whether there was one. What it wrote in its transaction is rolled back with it. */
  cancel(name: TaskName): boolean
}

const step = 1000

export function createTaskBoard(ports: Pick<OfficePorts, 'emit'>): TaskBoard {
  const running = new Map<object, { name: TaskName; cancelled: boolean }>()
  return {
    async run(name, total, work) {
      const state = { name, cancelled: false }
      const key = {}
      running.set(key, state)
      let counted = 0
      const task: Task = {
        progress(done, of) {
          if (state.cancelled) throw new OfficeError('cancelled', { task: name })
          ports.emit({ type: 'task.progress', task: name, done, total: of })
        },
        *watch(rows) {
          for (const row of rows) {
            if (counted % step === 0) task.progress(Math.min(counted, total), total)
            counted++
            yield row
          }
        },
      }
      try {
        return await work(task)
      } finally {
        running.delete(key)
      }
    },
    cancel(name) {
      const asked = [...running.values()].filter((state) => state.name === name)
      for (const state of asked) state.cancelled = true
      return asked.length > 0
    },
  }
}
