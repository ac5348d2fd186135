import type { PlannedRow } from '../../../../shared/contract/import'
import type { FormValue } from '../../forms/formRow'
import type { IssuedValues, SheetRow } from '../sheetRow'

/** What a row of a standard form states, by the fields of resources/forms.json. */
export type FormValues = Record<string, FormValue>
export type FormSheetRow = SheetRow<string, FormValues> & {
  /** Of a row whose record was sent out, once it was held against that. */
  since?: RowSince
}
/** A record as it was sent out. */
export type IssuedFormValues = IssuedValues<string, FormValues>

/** What became of a row since its record was sent out. */
export interface RowSince {
  /** Whether anything of it is other than it was sent out. */
  isTouched: boolean
  conflicts: PlannedRow['conflicts']
}
