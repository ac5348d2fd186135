import type { RecordRow } from '../../shared/contract/record'

/** The blank line beneath the rows of a ledger, as a row of the grid: no record has the id 0. */
export const newLine: RecordRow = {
  id: 0, version: 0, updatedAt: '', values: {}, names: {}, unitId: null, unitName: null, computed: {},
}

export function isNewLine({ id }: RecordRow): boolean {
  return id === newLine.id
}
