import { taskName } from '../../shared/contract/events'
import type { Reply } from '../../shared/contract/reply'

/**
 * Ctrl+C stops a long work, so that its command is refused as `cancelled` and nothing of it is written. Where none is
 * under way, and the second time, it ends the program. Answers what ends the watch.
 */
export function stopOnInterrupt(dispatch: (name: string, input: unknown) => Promise<Reply<unknown>>, end: () => void): () => void {
  async function stop(): Promise<void> {
    const replies = await Promise.all(taskName.options.map((task) => dispatch('task.cancel', { task })))
    if (!replies.some((reply) => reply.ok && (reply.value as { running: boolean }).running)) end()
  }
  const interrupted = (): void => void stop()
  process.once('SIGINT', interrupted)
  return () => process.off('SIGINT', interrupted)
}
