import type { OfficeEvent } from '../../shared/contract/events'
import type { Failure, Reply } from '../../shared/contract/reply'

/** What a door tells the office beside it to open. */
export interface OpenOptions {
  dataFolder: string
  version: string
  demo: boolean
}

/** Door → office. */
export type DoorMessage =
  | { type: 'open'; options: OpenOptions }
  | { type: 'call'; id: number; name: string; input: unknown }
  | { type: 'close' }

/** Office → door. */
export type OfficeMessage =
  | { type: 'opened' }
  | { type: 'refused'; failure: Failure }
  | { type: 'reply'; id: number; reply: Reply<unknown> }
  | { type: 'event'; event: OfficeEvent }
  | { type: 'log'; level: 'info' | 'error'; message: string; reference?: string; stack?: string }
  | { type: 'closed' }

/** A message port of any kind (worker thread, utility process), reduced to what both ends need. */
export interface Port<Out, In> {
  post(message: Out): void
  listen(listener: (message: In) => void): void
  /** Where the port can tell that the other end is gone for good. */
  onEnd?(listener: () => void): void
}
