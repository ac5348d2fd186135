import type { OfficeEvent } from '../../shared/contract/events'
import type { Failure, Reply } from '../../shared/contract/reply'
import type { OfficePorts } from '../office/ports'

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

/** A host's way to start a reader. */
export type StartReader = OfficePorts['startReader']

/**
 * Office → the desktop's main process, which alone can start and end processes under Electron; `reader` counts the
 * readers of this office.
 */
export type ReaderOrder =
  | { type: 'reader'; reader: number; order: 'start' | 'kill' }
  | { type: 'reader'; reader: number; order: 'post'; message: unknown }

/** What came of it. */
export type ReaderNews =
  | { type: 'reader'; reader: number; news: 'message'; message: unknown }
  | { type: 'reader'; reader: number; news: 'end'; lastWords: string }

/** A message port of any kind (worker thread, utility process), reduced to what both ends need. */
export interface Port<Out, In> {
  post(message: Out): void
  listen(listener: (message: In) => void): void
  /** Where the port can tell that the other end is gone for good. */
  onEnd?(listener: () => void): void
}
