import { createHash } from 'node:crypto'
import { wordKey } from '../../text/wordKey'
import type { TableColumn } from '../findTable'

/**
 * What a header says, column by column in its order, as one word: two tables have the same only when every level of
 * every header reads alike. Where the table stands on its sheet does not matter.
 */
export function tableFingerprint(columns: readonly TableColumn[]): string {
  return createHash('sha256').update(JSON.stringify(columns.map(({ path }) => path.map(wordKey)))).digest('hex')
}
