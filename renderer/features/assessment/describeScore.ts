import { assessmentText } from '../../text/assessment'
import type { Item, Score } from './scoreSheet'

const text = assessmentText.detail

/** What there is to know of one score, in sentences: full points, how it is scored, on what facts, why less. */
export function describeScore(item: Item, score: Score): string[] {
  const { final, computed, basis, deduction } = score
  return [
    text.max(item.max),
    item.formula === null ? text.byHand : text.formula(item.formula),
    ...(item.formula === null || basis === '' ? [] : [basis]),
    ...(item.formula === null ? [] : [sayComputed(final, computed)]),
    ...(deduction === null ? [] : [text.deduction(deduction)]),
  ]
}

function sayComputed(final: number | null, computed: number | null): string {
  if (computed === null) return text.nothing
  return final === null || final === computed ? text.computed(computed) : text.overruled(computed)
}
