import type { OfficeEvent } from '../../shared/contract/events'
import type { Reply } from '../../shared/contract/reply'

/** One way to the office. A refusal is a value; only a lost connection is thrown, as `ConnectionLost`. */
export interface Transport {
  call(name: string, input: unknown): Promise<Reply<unknown>>
  onEvent(listener: (event: OfficeEvent) => void): () => void
  /** Tells whenever the way to the office closes or opens again. */
  onConnection(listener: (connected: boolean) => void): () => void
}
