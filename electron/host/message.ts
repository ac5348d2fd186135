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

/** A host's way to make a PDF. */
export type LayOut = OfficePorts['printer']['pdf']

/** What the office cannot do in its own process; each host has its way. */
export type HostParts = Pick<OfficePorts, 'startReader' | 'printer'>

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

/**
 * Office → the desktop's main process, which alone has windows to lay out a document in; `pdf` counts the documents of
 * this office.
 */
export type PdfOrder = { type: 'pdf'; pdf: number; wanted: 'made'; html: string } | { type: 'pdf'; pdf: number; wanted: 'stopped' }

/** What came of it. */
export type PdfNews = { type: 'pdf'; pdf: number; made: Uint8Array } | { type: 'pdf'; pdf: number; failure: Failure }

/** A message port of any kind (worker thread, utility process), reduced to what both ends need. */
export interface Port<Out, In> {
  post(message: Out): void
  listen(listener: (message: In) => void): void
  /** Where the port can tell that the other end is gone for good. */
  onEnd?(listener: () => void): void
}
