import Papa from 'papaparse'
import type { PlainCell, PlainSheet } from './sheet'

const separators = [',', '\t', ';'] as const

/** Some programs write codes as ="0123" so that Excel keeps the zeros. */
const quotedFormula = /^="([^"]*)"$/

/**
 * Every cell is text as written: leading zeros and 18-digit codes survive. Null when no line has two cells, which
 * means that the text is no table.
 */
export function readCsv(text: string): PlainSheet | null {
  // Excel lets a file name its separator in a first line of its own.
  const named = /^sep=(.)\r?\n/.exec(text)
  const table = named ? text.slice(named[0].length) : text
  const delimiter = named?.[1] ?? separator(table)
  const { data } = Papa.parse<string[]>(table, { delimiter, header: false, skipEmptyLines: false })
  const rows: PlainCell[][] = []
  let widest = 0
  for (const fields of data) {
    const row = fields.map(plain)
    while (row.length > 0 && row[row.length - 1] === null) row.pop()
    widest = Math.max(widest, fields.length)
    rows.push(row)
  }
  while (rows.length > 0 && rows[rows.length - 1]?.length === 0) rows.pop()
  return widest < 2 ? null : { name: 'Sheet1', hidden: false, rows, merges: [] }
}

function plain(field: string): PlainCell {
  if (field === '') return null
  return quotedFormula.exec(field)?.[1] ?? field
}

/** The separator that gives the most lines of equal width: title lines and commas inside text do not mislead it. */
function separator(text: string): string {
  const lines = text.slice(0, 200_000).replace(/"(?:[^"]|"")*"/g, '').split(/\r\n|\n|\r/, 200)
  let best: string = ','
  let bestScore = 0
  for (const candidate of separators) {
    const widths = new Map<number, number>()
    for (const line of lines) {
      const width = line.split(candidate).length - 1
      if (width > 0) widths.set(width, (widths.get(width) ?? 0) + 1)
    }
    for (const [width, count] of widths) {
      if (width * count <= bestScore) continue
      best = candidate
      bestScore = width * count
    }
  }
  return best
}
