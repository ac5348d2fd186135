import type { ImportCounts } from '../../../shared/contract/import'
import { importText } from '../../text/import'

/** The unit a plan or record names, in a word: those with rows of several units name none, and so do empty ones. */
export function whoseRows(unit: string | null, { add, change, same }: ImportCounts): string {
  return unit ?? (add + change + same > 0 ? importText.manyUnits : '')
}
