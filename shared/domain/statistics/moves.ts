import type { EnterpriseFact, TableFacts } from './tableFacts'

/** Who entered a set between the period compared with and now, and who left it, by id. */
export interface Moves {
  came: readonly number[]
  went: readonly number[]
}

/** Of the facts of one row: an enterprise that changed its unit left the one and entered the other. */
export function movesOf({ before, enterprises }: Pick<TableFacts, 'before' | 'enterprises'>, holds: (enterprise: EnterpriseFact) => boolean): Moves {
  const [then, now] = [idsOf(before.filter(holds)), idsOf(enterprises.filter(holds))]
  return { came: [...now].filter((id) => !then.has(id)), went: [...then].filter((id) => !now.has(id)) }
}

function idsOf(enterprises: readonly EnterpriseFact[]): Set<number> {
  return new Set(enterprises.map(({ id }) => id))
}

/** Where an enterprise stood, told against where it stood at the other time: what both times agree on is left out. */
export function standingWords(
  one: EnterpriseFact | undefined,
  other: EnterpriseFact | undefined,
  unitName: (unitId: number) => string,
): string {
  if (!one) return '台账没有'
  const words = [stateWords(one)]
  if (other) {
    if (one.unitId !== other.unitId) words.unshift(unitName(one.unitId))
    if (one.aboveScale !== other.aboveScale) words.push(one.aboveScale ? '规模以上' : '规模以下')
    if (one.eligible !== other.eligible) words.push(one.formalMembers === null ? '正式党员未填' : `正式党员${one.formalMembers}名`)
  }
  return words.join(' · ')
}

function stateWords({ registered, inBase, operatingStatus, status }: EnterpriseFact): string {
  if (inBase) return status
  const outside = registered ? '不在基数' : '不在册'
  return operatingStatus === '正常经营' ? outside : `${outside}(${operatingStatus})`
}
