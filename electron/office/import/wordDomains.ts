import { ownWord, wordLists, type OwnWords, type WordList } from '../../../shared/domain/ownWords'
import type { FieldKind } from './importField'
import type { TaughtDomain } from './readingWords'
import { wordsOf } from './wordTable'

/** Closed lists whose spellings may be explained, with their names for people; stored words of `deliveryItem` are none. */
export const wordDomains = {
  flag: '是或否', enterpriseType: '企业类型', industry: '所属行业', operatingStatus: '经营状态', orgMode: '组建方式', jointBasis: '联合组建类型',
  orgType: '党组织类别', secretarySource: '书记来源', unbuiltReason: '未建原因', delivery: '三建三送落实情况', sector: '类别', liaisonKind: '指导员或联络员',
  fullTime: '专职或兼职', liaisonLevel: '派驻级别', assignmentState: '选派状态', visitMode: '走访方式', resolution: '解决情况', gender: '性别',
  secretaryIdentity: '书记身份', fundDirection: '收支', fundUse: '经费用途',
} as const satisfies Readonly<Record<Exclude<TaughtDomain, 'deliveryItem'>, string>>
export type ExplainedDomain = keyof typeof wordDomains

export function isExplainedDomain(domain: string): domain is ExplainedDomain {
  return Object.hasOwn(wordDomains, domain)
}

/** The list a kind of field takes its words from; null for one that takes none. */
export function domainOfKind(kind: FieldKind): ExplainedDomain | null {
  const domain = kind.type === 'flag' ? 'flag' : kind.type === 'word' ? kind.domain : ''
  return isExplainedDomain(domain) ? domain : null
}

/** The words of a list as the district calls them. */
export function shownWords(domain: ExplainedDomain, own: OwnWords): string[] {
  return domain === 'flag' ? ['是', '否'] : wordsOf(domain).map((word) => shownWord(domain, word, own))
}

export function shownWord(domain: string, word: string, own: OwnWords): string {
  return isWordList(domain) ? ownWord(own, domain, word) : word
}

function isWordList(domain: string): domain is WordList {
  return Object.hasOwn(wordLists, domain)
}
