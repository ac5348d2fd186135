import type { TakenForm } from '../../../../shared/contract/mapping'

/** What a person said of a table, for every table whose header reads the same (`tableFingerprint`). */
export interface TableAnswer {
  fingerprint: string
  /** The header was pointed at: nobody would have looked for it there. */
  pointed: boolean
  /** Null: tables of this header are not imported. */
  form: TakenForm | null
  /** Position among the table's columns → its field; null: the column is not imported. Others are left to the rules. */
  columns: ReadonlyMap<number, string | null>
}
