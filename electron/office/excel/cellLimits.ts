import { Refusal } from './refusal'
import type { PlainSheet } from './sheet'

/** Slots of all grids of a file. The largest honest ledger, 100,000 enterprises of 58 columns, needs 6 million. */
export const mostSlots = 12_000_000
/** Characters of all its texts: 16 a slot of that ledger. */
const mostCharacters = 100_000_000

/**
 * Throws Refusal `expands` for more than the office could hold: one long text that a million cells share is small in
 * the file, and is written out for each of them on its way.
 */
export function refuseOverfull(sheets: readonly PlainSheet[]): void {
  let slots = 0
  let characters = 0
  for (const { rows } of sheets) {
    for (const row of rows) {
      slots += row.length
      for (const cell of row) if (typeof cell === 'string') characters += cell.length
      if (slots > mostSlots || characters > mostCharacters) throw new Refusal('expands')
    }
  }
}
