import type { Absence } from '../../../shared/contract/absence'

/** An enterprise that was not reported, in a preview or in the report of a run. */
export interface AbsentRow extends Pick<Absence, 'name' | 'unit' | 'choice' | 'on' | 'by'> {
  id: number
  /** How it stands in the ledger by now, null for one in the recycle bin; a preview does not say. */
  status?: string | null
  /** The decision has changed nothing yet, or only noted something: it can simply be dropped. */
  mayReopen: boolean
}
