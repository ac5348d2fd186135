import { ledgerFields, type LedgerField } from '../../../../shared/contract/ledgerRow'
import type { FormRow, FormValue } from '../../forms/formRow'
import type { ReadFormRows } from './formScene'
import { ledgerRecords } from './ledgerRecords'
import { asKnown } from './recordValue'

const fields = Object.keys(ledgerFields.shape) as LedgerField[]

/** F01: the ledger, one row an enterprise. */
export const f01Rows: ReadFormRows = async (manager, scene) =>
  (await ledgerRecords(manager, scene)).map((record): FormRow => {
    const row: Record<string, FormValue> = { recordId: record.id, recordVersion: record.version }
    for (const field of fields) row[field] = record[field]
    row['orgFoundedOn'] = asKnown(record.orgFoundedOn, record.orgFoundedOnPrecision)
    row['plannedFoundingOn'] = asKnown(record.plannedFoundingOn, record.plannedFoundingOnPrecision)
    return row
  })
