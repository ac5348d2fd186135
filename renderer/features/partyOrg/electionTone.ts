import type { Tone } from '../../record/gridColumns'

const tones: Readonly<Record<string, Tone>> = { 届满未换: 'bad', 即将届满: 'warn', 已批延期: 'info', 正常: 'good' }

/** The colour of a term's state; null without a term. */
export function electionTone(state: unknown): Tone | null {
  return tones[String(state)] ?? null
}
