import { z } from 'zod'
import { read, write } from './define'

/** Spellings of closed lists that somebody explained while an import was put right: next time they are understood. */

export const synonym = z.object({
  id: z.number().int(),
  /** The closed list, or flag for 是 and 否. */
  domain: z.string(),
  /** Of the list, for people. */
  label: z.string(),
  /** As it stood in the file. */
  word: z.string(),
  /** The word of the list it stands for, as the district calls it. */
  value: z.string(),
  /** YYYY-MM-DD */
  on: z.string(),
})
export type Synonym = z.infer<typeof synonym>

/** A closed list as it may be typed. */
export const wordChoice = z.object({ domain: z.string(), label: z.string(), values: z.array(z.string()) })

export const synonymCalls = {
  'synonym.list': read(z.object({}), z.array(synonym)),
  /**
   * `invalid` for a list that is not there, a word that says nothing, and a value the list does not know in any spelling.
   * What was said of the word before is replaced. Files that were read already are read again by whoever wants that.
   */
  'synonym.remember': write(
    z.object({ domain: z.string().max(40), word: z.string().trim().min(1).max(100), value: z.string().trim().min(1).max(100) }),
    z.object({ value: z.string() }),
  ),
  'synonym.forget': write(z.object({ id: z.number().int() }), z.object({ forgotten: z.number().int() })),
}
