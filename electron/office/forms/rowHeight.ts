/** A Chinese character at 1 point is 4/3 pixels wide, a Latin one half of that. */
const pixelsPerPoint = 4 / 3
/** A column counts its width in digits of 宋体 at 11 points, 8 pixels each, of which 5 in all are left free. */
const pixelsPerCharacter = 8
const cellPadding = 5
const lineSpacing = 1.35

export interface SizedText {
  text: string
  /** In characters. */
  width: number
  /** In points, where it is not the row's. */
  fontSize?: number | undefined
}

/** Height in points of a row that shows each text whole, wrapped inside its width. */
export function rowHeight(cells: readonly SizedText[], fontSize: number, padding: number): number {
  let lines = 1
  for (const { text, width, fontSize: own = fontSize } of cells) lines = Math.max(lines, countLines(text, width, own))
  return linesHeight(lines, fontSize, padding)
}

/** Height in points of so many lines. */
export function linesHeight(lines: number, fontSize: number, padding: number): number {
  return Math.ceil(lines * fontSize * lineSpacing + padding)
}

/** Lines a text takes in a column of so many characters. */
export function countLines(text: string, width: number, fontSize: number): number {
  const glyph = fontSize * pixelsPerPoint
  const room = Math.max(width * pixelsPerCharacter - cellPadding, glyph)
  let lines = 0
  for (const paragraph of text.split('\n')) {
    let used = 0
    lines += 1
    for (const character of paragraph) {
      // Latin letters, digits and signs up to U+02FF are half as wide.
      const advance = character < '\u0300' ? glyph / 2 : glyph
      if (used + advance > room) {
        lines += 1
        used = 0
      }
      used += advance
    }
  }
  return lines
}
