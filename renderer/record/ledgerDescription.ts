import type { Area } from '../../shared/contract/events'
import type { RecordFilter } from '../../shared/contract/record'
import type { FormId } from '../../shared/domain/formId'
import type { FieldValue } from '../../shared/record/field'
import type { RecordKind } from '../../shared/record/recordKind'
import type { FieldGroup } from './formGroups'
import type { GridColumn } from './gridColumns'
import type { QuickFilter } from './quickFilters'

/** All that a page says of its ledger; the rest follows from the definition of the kind. */
export interface LedgerDescription {
  kind: RecordKind
  title: string
  /** Shown at first, in this order; other fields of the kind can be added by hand. */
  columns: readonly (string | GridColumn)[]
  filters?: readonly QuickFilter[]
  searchHint?: string
  /** Conditions that always hold and are not in the address. */
  fixed?: RecordFilter
  /** The form of the drawer. */
  groups?: readonly FieldGroup[]
  hide?: readonly string[]
  /** What a new record begins with. */
  preset?: Readonly<Record<string, FieldValue>>
  /** Fields whose value the next new record may take over. */
  keep?: readonly string[]
  /** Other kinds whose changes show in the rows. */
  areas?: readonly Area[]
  /** False for ledgers that are only looked at. */
  editable?: boolean
  /** True for lists of work over records that come and go elsewhere: nothing is added or removed here. */
  closed?: boolean
  /** True where a new record is made on a page of its own: then none is begun or pasted in the sheet. */
  addedElsewhere?: boolean
  /** In the place of the rows when there are none and nothing was asked for. */
  none?: { title: string; note?: string }
  /** The standard form that is filled from these records. */
  form?: FormId
  /** Where columns and views are remembered, when a kind has several ledgers. */
  viewKey?: string
}
