import { z } from 'zod'
import { read } from './define'
import { taskName } from './events'

export const taskCalls = {
  /**
   * Stops a long work under way: its own call is then answered `cancelled`, and nothing of it is written. `running` is
   * false where there was none (any more). A read: it changes no record, and must not wait for the write it stops.
   */
  'task.cancel': read(z.object({ task: taskName }), z.object({ running: z.boolean() })),
}
