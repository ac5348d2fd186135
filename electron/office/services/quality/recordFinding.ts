import type { ProblemLevel } from '../../../../shared/contract/problem'
import type { RecordKind } from '../../../../shared/record/recordKind'

/** What a check says of one record of the ledger. */
export interface RecordFinding {
  /** V-03 … V-49 of docs/domain.md; `field` for a rule of the kind's own columns. */
  code: string
  level: ProblemLevel
  kind: RecordKind
  id: number
  /** A field of the kind, or of form F01 for what an enterprise's relations say; null for the record as a whole. */
  field: string | null
  message: string
  /** As people read them: what the last locked period said, and what is kept now. */
  was?: string
  now?: string
}
