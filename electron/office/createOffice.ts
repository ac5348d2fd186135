import type { Reply } from '../../shared/contract/reply'
import type { OfficePorts } from './ports'

/** The whole of the office as a door sees it. */
export interface Office {
  dispatch(name: string, input: unknown): Promise<Reply<unknown>>
  /** Finishes pending writes and closes the data file. */
  close(): Promise<void>
}

/**
 * Opens (or founds) the office in `ports.dataFolder`. Rejects with OfficeError `locked`, `read-only`, `disk-full`,
 * `newer-database`, `damaged-database`.
 */
export async function createOffice(_ports: OfficePorts): Promise<Office> {
  throw new Error('wired in the next commit')
}
