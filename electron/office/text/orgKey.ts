import type { OrgType } from '../../../shared/domain/valueDomain'
import { nameKey } from './nameKey'

const endings: readonly { pattern: RegExp; type: OrgType; joint?: boolean }[] = [
  { pattern: /临时(?:联合)?(?:党)?总支(?:部)?(?:委员会)?$/, type: '临时党总支' },
  { pattern: /临时(?:联合)?(?:党)?支部(?:委员会)?$/, type: '临时党支部' },
  { pattern: /临时(?:党)?委(?:员会)?$/, type: '临时党委' },
  { pattern: /(?:党)?总支(?:部)?(?:委员会)?$/, type: '党总支' },
  { pattern: /(?:党)?支部(?:委员会)?$/, type: '党支部' },
  { pattern: /(?:党委|委员会)$/, type: '党委' },
]

/** The type an organisation's name states by its ending; null when it states none. */
export function orgTypeOfName(name: string): OrgType | null {
  const key = nameKey(name)
  return endings.find((ending) => ending.pattern.test(key))?.type ?? null
}

/** Key of an organisation name: without 中共, with the ending folded to the type (docs/domain.md, organisations). */
export function orgKey(name: string): string {
  const key = nameKey(name).replace(/^(中国共产党|中共)/, '')
  for (const ending of endings) {
    if (ending.pattern.test(key)) return `${key.replace(ending.pattern, '')}|${ending.type}`
  }
  return key
}
