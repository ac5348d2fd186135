import type { RecordRow } from '../../../shared/contract/record'
import type { Tone } from '../../record/gridColumns'

const tones: Partial<Record<string, Tone>> = { 逾期: 'bad', 待走访: 'warn', 已完成: 'good', 本期不要求: 'plain', 已结束: 'plain' }

/** The colour of 走访情况. */
export function visitTone({ computed }: Pick<RecordRow, 'computed'>): Tone | null {
  return tones[String(computed['visitState'] ?? '')] ?? null
}
