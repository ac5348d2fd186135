import { maskMobiles, maskPhone, namesPhone } from '../../../shared/domain/phoneMask'
import type { LetterBlock, LetterSpec, LetterTable } from './letterSpec'

/**
 * The same letter with its telephones hidden: every number in a column, or beside a word, that names a telephone, and
 * mobile numbers in any other text.
 */
export function maskLetter(letter: LetterSpec): LetterSpec {
  return {
    ...letter,
    body: letter.body.map(maskBlock),
    ...(letter.note === undefined ? {} : { note: maskText(letter.note) }),
  }
}

function maskBlock(block: LetterBlock): LetterBlock {
  return block.kind === 'table' ? { ...block, table: maskTable(block.table) } : { ...block, text: maskText(block.text) }
}

function maskTable(table: LetterTable): LetterTable {
  const phones = table.columns.map(({ header }) => namesPhone(header))
  const cell = (value: string | number | null, i: number): string | number | null =>
    typeof value !== 'string' ? value : phones[i] ? maskPhone(value) : maskMobiles(value)
  return { ...table, rows: table.rows.map((row) => row.map(cell)) }
}

/** 联系电话0571-88886666：the numbers after such a word are telephones, up to the end of the clause. */
function maskText(text: string): string {
  return maskMobiles(text.replace(/(?:电话|手机|联系方式)[^，,。；;\n]*/g, maskPhone))
}
