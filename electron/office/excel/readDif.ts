import { Refusal } from './refusal'
import type { PlainCell, PlainSheet } from './sheet'
import { trimRows } from './trimRows'

/** DATA, 0,0 and "" stand before the first row. */
const headLines = 3

/** The rows of a Data Interchange Format file, already decoded. Throws Refusal `damaged` where its end is missing. */
export function readDif(text: string): PlainSheet {
  const lines = text.split(/\r\n|\n|\r/)
  const line = (index: number): string => lines[index] ?? ''
  const rows: PlainCell[][] = []
  let isWhole = false
  for (let at = lines.indexOf('DATA') + headLines; at + 1 < lines.length && !isWhole; at += 2) {
    const [type = '', value = ''] = line(at).split(',')
    let word = line(at + 1)
    // Text may hold line breaks: it ends where its quotes are even.
    while (type === '1' && hasOddQuotes(word) && at + 2 < lines.length) {
      at += 1
      word += `\n${line(at + 1)}`
    }
    if (type === '-1' && word === 'BOT') rows.push([])
    else if (type === '-1') isWhole = word === 'EOD'
    else if (type === '1') rows.at(-1)?.push(textOf(word))
    else rows.at(-1)?.push(valueOf(value, word))
  }
  if (!isWhole) throw new Refusal('damaged')
  return { name: 'Sheet1', hidden: false, rows: trimRows(rows), merges: [] }
}

function hasOddQuotes(word: string): boolean {
  return word.split('"').length % 2 === 0
}

function textOf(word: string): PlainCell {
  const text = word.replace(/^"([\s\S]*)"$/, '$1').replaceAll('""', '"')
  // Excel keeps codes from becoming numbers this way.
  return /^="([\s\S]*)"$/.exec(text)?.[1] ?? (text || null)
}

/** Programs write a date as it is shown where a number belongs: it stays text. */
function valueOf(value: string, word: string): PlainCell {
  if (word === 'TRUE' || word === 'FALSE') return word === 'TRUE'
  if (word === 'NA') return { error: '#N/A' }
  if (word === 'ERROR') return { error: '#ERROR!' }
  if (value.trim() === '') return null
  return Number.isFinite(Number(value)) ? Number(value) : value
}
