import { Column, Entity, Index } from 'typeorm'
import { StoredRow } from './storedRow'

/** A spelling of a word of a closed list that somebody explained: next time it is understood (docs/domain.md 10). */
@Entity('word_synonym')
@Index('word_synonym_word', ['domain', 'wordKey'], { unique: true })
export class WordSynonym extends StoredRow {
  /** import/readingWords.ts: a closed list, or flag. */
  @Column({ type: 'text', name: 'domain' })
  domain: string

  /** As it stood in the file. */
  @Column({ type: 'text', name: 'word' })
  word: string

  @Column({ type: 'text', name: 'word_key' })
  wordKey: string

  /** The stored value of the list, 是 or 否. */
  @Column({ type: 'text', name: 'value' })
  value: string

  /** YYYY-MM-DD */
  @Column({ type: 'text', name: 'decided_on' })
  decidedOn: string
}
