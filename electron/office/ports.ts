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

/** A part of the open typeface that comes with the program; it stands in where the official ones are missing. */
export interface PrintFont {
  weight: 400 | 700
  /** Which signs it holds: those of Chinese text, or Latin letters and digits. */
  script: 'chinese' | 'latin'
  /** WOFF2. */
  bytes: Uint8Array
}

/** A PDF in the making, outside the office. */
export interface PdfJob {
  /**
   * The file. Rejects with OfficeError `invalid`: {reason: 'no-chromium'} where nothing can make one, 'pdf-slow' after
   * the host's limit, 'pdf-failed' where the maker gave up; `cancelled` after `stop`.
   */
  done: Promise<Uint8Array>
  stop(): void
}

/** What goes to paper. */
export interface PrinterPort {
  /** Whether there is anything that makes a PDF. */
  canMakePdf(): boolean
  fonts(): Promise<readonly PrintFont[]>
  /** Lays out a document that holds all it needs (office/print). Nothing in it is run, nothing is fetched for it. */
  pdf(html: string): PdfJob
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
  printer: PrinterPort
  /** Version of the application, shown and stored with backups. */
  version: string
  /** The folder is the throw-away one of `--demo`. */
  demo: boolean
}
