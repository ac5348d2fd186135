import type { OfficeEvent } from '../../shared/contract/events'

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
  /** Version of the application, shown and stored with backups. */
  version: string
  /** The folder is the throw-away one of `--demo`. */
  demo: boolean
}
