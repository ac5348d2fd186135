import type { OfficeEvent } from '../../shared/contract/events'

/**
 * A process beside the office in which files of strangers are parsed (electron/office/reader): it can be killed, and
 * it may die. What is said is known to its two ends only; bytes cross as they are.
 */
export interface ReaderPort {
  post(message: unknown): void
  listen(listener: (message: unknown) => void): void
  /**
   * Called once when the process has ended, asked or unasked, or could not be started; with what it last wrote to its
   * standard error, for the log.
   */
  onEnd(listener: (lastWords: string) => void): void
  kill(): void
}

/** What the office asks of its host. Hosts are the doors; tests pass their own. */
export interface OfficePorts {
  /** Absolute path of the data folder; the office keeps everything it writes inside it. */
  dataFolder: string
  /** Today's calendar date in the user's time zone, YYYY-MM-DD, and the present instant as ISO text. */
  clock: { today(): string; now(): string }
  /** Bugs and refusals are written here; `reference` is what the user is shown for a bug. */
  log(entry: { level: 'info' | 'error'; message: string; reference?: string; stack?: string }): void
  /** Called for every event; must not throw. */
  emit(event: OfficeEvent): void
  /** Starts a reader. Never throws: what cannot be started ends. */
  startReader(): ReaderPort
  /** Version of the application, shown and stored with backups. */
  version: string
  /** The folder is the throw-away one of `--demo`. */
  demo: boolean
}
