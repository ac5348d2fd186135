/** What a spreadsheet program may take for a formula at the head of a pasted cell, behind quotes that say it is text. */
const formulaHead = /^'*[=+\-@\t\r\n＝＋－＠]/
/** Signs before a number, and alone, start none. */
const harmless = /^[+-]?(\d[\d,.]*%?)?$/

/**
 * Cells of a block as Excel and WPS put them on the clipboard: tabs between columns, line ends between rows, a cell
 * with a tab, a line end or a quote in quotes. The line end after the last row is no row. Text that would become a
 * formula where it is pasted has a ' before it, which says that it is text and is no part of it.
 */
export function parseTsv(text: string): string[][] {
  const rows: string[][] = [[]]
  let cell = ''
  let at = 0
  const endCell = (): void => {
    rows.at(-1)?.push(cell.startsWith("'") && formulaHead.test(cell) ? cell.slice(1) : cell)
    cell = ''
  }
  while (at < text.length) {
    const char = text[at]
    if (char === '"' && cell === '' && isQuoted(text, at)) {
      const end = closingQuote(text, at)
      cell = text.slice(at + 1, end).replaceAll('""', '"').replaceAll('\r\n', '\n')
      at = end + 1
    } else if (char === '\t') {
      endCell()
      at++
    } else if (char === '\n' || char === '\r') {
      endCell()
      rows.push([])
      at += text.startsWith('\r\n', at) ? 2 : 1
    } else {
      cell += char
      at++
    }
  }
  if (cell !== '' || rows.at(-1)?.length || rows.length === 1) endCell()
  else rows.pop()
  return rows
}

export function writeTsv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.map(writeCell).join('\t')).join('\r\n')
}

function writeCell(cell: string): string {
  const text = formulaHead.test(cell) && !harmless.test(cell) ? `'${cell}` : cell
  return /[\t\r\n]|^"/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** Where the quote opened at `at` closes; -1 when it never does. */
function closingQuote(text: string, at: number): number {
  let end = at + 1
  while (end < text.length) {
    if (text[end] !== '"') end++
    else if (text[end + 1] === '"') end += 2
    else return end
  }
  return -1
}

/** A quote that begins a cell quotes it only when it closes where the cell ends: 5" pipe stays as it is. */
function isQuoted(text: string, at: number): boolean {
  const end = closingQuote(text, at)
  if (end === -1) return false
  const after = text[end + 1]
  return after === undefined || after === '\t' || after === '\n' || after === '\r'
}
