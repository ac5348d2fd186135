import type { Correction } from '../../../shared/contract/correction'

/** What a person wants read in a cell of a file; null for what the file says itself. */
export interface WantedText extends Omit<Correction, 'text'> {
  text: string | null
}

/** The corrections of a file after some cells were typed over, or given back. */
export function withCorrections(known: readonly Correction[], wanted: readonly WantedText[]): Correction[] {
  const corrections = new Map(known.map((cell) => [keyOf(cell), cell]))
  for (const { text, ...place } of wanted) {
    if (text === null) corrections.delete(keyOf(place))
    else corrections.set(keyOf(place), { ...place, text: text.trim() })
  }
  return [...corrections.values()]
}

function keyOf({ sheet, row, column }: Omit<Correction, 'text'>): string {
  return `${row}|${column}|${sheet}`
}
