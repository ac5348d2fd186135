import type { EntityManager } from 'typeorm'
import { bulkInsert, nextId } from '../bulkInsert'
import { WordSynonym } from '../entities/wordSynonym'

export type NewWordSynonym = Pick<WordSynonym, 'domain' | 'word' | 'wordKey' | 'value' | 'decidedOn'>

/** By list, then in the order they were explained. */
function list(manager: EntityManager): Promise<WordSynonym[]> {
  return manager.find(WordSynonym, { order: { domain: 'ASC', id: 'ASC' } })
}

/** Keeps what was said last of a spelling. Call it inside `gate.write`. */
async function keep(manager: EntityManager, synonym: NewWordSynonym, at: string): Promise<void> {
  await manager.delete(WordSynonym, { domain: synonym.domain, wordKey: synonym.wordKey })
  await bulkInsert(manager, WordSynonym, [{ id: await nextId(manager, WordSynonym), ...synonym }], at)
}

/** Answers how many were known. Call it inside `gate.write`. */
async function forget(manager: EntityManager, id: number): Promise<number> {
  const { affected } = await manager.delete(WordSynonym, { id })
  return affected ?? 0
}

export const wordSynonymRepository = { list, keep, forget }
