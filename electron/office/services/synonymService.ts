import { quoted } from '../../../shared/domain/quoted'
import type { EntityManager } from '../db/gate'
import { auditRepository } from '../db/repositories/auditRepository'
import { wordSynonymRepository } from '../db/repositories/wordSynonymRepository'
import type { Services } from '../dispatch'
import { taughtWords, type ReadingWords } from '../import/readingWords'
import { isExplainedDomain, shownWord, wordDomains } from '../import/wordDomains'
import { flagValue, isBlankSign, wordValue } from '../import/wordTable'
import { OfficeError } from '../officeError'
import { wordKey } from '../text/wordKey'
import type { ServiceContext } from './serviceContext'

type SynonymServices = Pick<Services, Extract<keyof Services, `synonym.${string}`>>

/** Spellings that somebody explained: remembered, listed, taken back. */
export function createSynonymService(context: ServiceContext): SynonymServices {
  const { gate, ports } = context

  return {
    async 'synonym.list'() {
      const { words } = await context.settings()
      const synonyms = await gate.read(wordSynonymRepository.list)
      return synonyms.map(({ id, domain, word, value, decidedOn }) => {
        const label = isExplainedDomain(domain) ? wordDomains[domain] : domain
        return { id, domain, label, word, value: shownWord(domain, value, words), on: decidedOn }
      })
    },

    async 'synonym.remember'({ domain, word, value }) {
      const { words } = await context.settings()
      const key = wordKey(word)
      if (isBlankSign(word) || key === '') throw refused('word', 'blank')
      if (!isExplainedDomain(domain)) throw refused('domain', 'unknown-list')
      const flag = domain === 'flag' ? flagValue(value) : undefined
      const stored = domain === 'flag' ? (flag === undefined ? null : flag ? '是' : '否') : wordValue(domain, value, words)
      if (stored === null) throw refused('value', 'unknown-word')
      await gate.write(async (manager) => {
        const at = ports.clock.now()
        await wordSynonymRepository.keep(manager, { domain, word, wordKey: key, value: stored, decidedOn: ports.clock.today() }, at)
        await note(manager, `记住写法${quoted(word)}：${shownWord(domain, stored, words)}`, at)
      })
      context.changed(['import'])
      return { value: shownWord(domain, stored, words) }
    },

    async 'synonym.forget'({ id }) {
      const forgotten = await gate.write(async (manager) => {
        const known = (await wordSynonymRepository.list(manager)).find((synonym) => synonym.id === id)
        if (known) await note(manager, `取消记住的写法${quoted(known.word)}`, ports.clock.now())
        return wordSynonymRepository.forget(manager, id)
      })
      context.changed(['import'])
      return { forgotten }
    },
  }
}

async function note(manager: EntityManager, label: string, at: string): Promise<void> {
  await auditRepository.append(manager, [{ at, operator: '', action: '设置', entity: 'wordSynonym', label }], at)
}

function refused(field: string, reason: string): OfficeError {
  return new OfficeError('invalid', { field, reason }, [{ path: [field], code: reason }])
}

/** The words files are read by: the district's own, and the spellings that were explained. */
export async function readingWords(context: ServiceContext): Promise<ReadingWords> {
  const { words } = await context.settings()
  const synonyms = await context.gate.read(wordSynonymRepository.list)
  return synonyms.length === 0 ? words : { ...words, taught: taughtWords(synonyms) }
}
