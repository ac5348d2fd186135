import type { PrintFont } from '../ports'
import { chineseDate } from '../../../shared/domain/calendarDate'
import type { LetterBlock, LetterSpec, LetterTable } from './letterSpec'
import { letterMargins, letterStyle } from './letterStyle'
import { escaped } from './markup'
import { printFrame } from './printFrame'
import { typefaces } from './typefaces'

/** Letters to be printed one after the other, each numbered from 1 on pages of its own. */
export function letterDocument(title: string, letters: readonly LetterSpec[], fonts: readonly PrintFont[]): string {
  return printFrame({
    title,
    css: letterStyle + letters.map((_, i) => pageRule(i, letters.length)).join('\n'),
    body: letters.map((letter, i) => `<article class="letter" style="page: letter${i}">${letterBody(letter)}</article>`).join('\n'),
    fonts,
  })
}

/** — 1 — at the outer edge (GB/T 9704-2012, 7.5). Of several letters any may begin on a left page: theirs stay right. */
function pageRule(index: number, of: number): string {
  const page = `letter${index}`
  const number = `{ content: "— " counter(${page}) " —"; font: 14pt ${typefaces.song}; padding: 0 1em; vertical-align: top }`
  const rule = `@page ${page} { size: A4; margin: ${letterMargins}; counter-increment: ${page}; @bottom-right ${number} }`
  if (of > 1) return rule
  return `${rule}\n@page ${page}:left { @bottom-right { content: none } @bottom-left ${number} }`
}

function letterBody({ number, title, addressee, body, attachments = [], signature, note }: LetterSpec): string {
  const { office, date, seal } = signature
  return [
    ...(number === undefined ? [] : [`<p class="number">${escaped(number)}</p>`]),
    `<h1>${escaped(title)}</h1>`,
    ...(addressee === undefined ? [] : [`<p class="addressee">${escaped(addressee)}：</p>`]),
    ...body.map(block),
    ...(attachments.length === 0 ? [] : [attached(attachments)]),
    `<div class="signature${seal ? ' sealed' : ''}"><div>${escaped(office)}<br>${chineseDate(date)}${seal ? '<span class="stamp">（盖章）</span>' : ''}</div></div>`,
    ...(note === undefined ? [] : [`<p class="note">（${escaped(note)}）</p>`]),
  ].join('\n')
}

function block(part: LetterBlock): string {
  switch (part.kind) {
    case 'paragraph':
      return part.text.split('\n').map((text) => `<p>${escaped(text)}</p>`).join('')
    case 'heading':
      return part.level === 1 ? `<h2>${escaped(part.text)}</h2>` : `<h3>${escaped(part.text)}</h3>`
    case 'table':
      return letterTable(part.table)
  }
}

function attached(names: readonly string[]): string {
  const lines = names.map((name, i) => (names.length === 1 ? escaped(name) : `${i + 1}. ${escaped(name)}`))
  return `<div class="attachments"><div>附件：</div><div>${lines.join('<br>')}</div></div>`
}

function letterTable({ caption, columns, rows, total = false }: LetterTable): string {
  const whole = columns.reduce((sum, { width }) => sum + width, 0)
  const widths = columns.map(({ width }) => `<col style="width: ${((100 * width) / whole).toFixed(3)}%">`)
  const line = (cells: readonly (string | number | null)[], isSum: boolean): string => {
    const written = columns.map(({ align = 'center' }, i) => `<td class="${align}">${escaped(String(cells[i] ?? ''))}</td>`)
    return `<tr${isSum ? ' class="sum"' : ''}>${written.join('')}</tr>`
  }
  return [
    '<table>',
    ...(caption === undefined ? [] : [`<caption>${escaped(caption)}</caption>`]),
    `<colgroup>${widths.join('')}</colgroup>`,
    `<thead><tr>${columns.map(({ header }) => `<th>${escaped(header)}</th>`).join('')}</tr></thead>`,
    `<tbody>${rows.map((cells, i) => line(cells, total && i === rows.length - 1)).join('\n')}</tbody>`,
    '</table>',
  ].join('')
}
