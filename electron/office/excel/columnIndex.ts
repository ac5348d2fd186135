/** A → 0, Z → 25, AA → 26: the inverse of columnLetters. */
export function columnIndex(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}
