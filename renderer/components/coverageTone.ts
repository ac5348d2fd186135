import type { RecordRow } from '../../shared/contract/record'

const tones = new Map([
  ['单独', 'good'],
  ['联合', 'info'],
  ['工作覆盖(联络)', 'warn'],
  ['工作覆盖(群团)', 'plain'],
  ['未覆盖', 'bad'],
] as const)

/** The colour of an enterprise's 覆盖情况 in a ledger. */
export function coverageTone({ computed }: Pick<RecordRow, 'computed'>): 'good' | 'info' | 'warn' | 'plain' | 'bad' | null {
  for (const [status, tone] of tones) if (status === computed['status']) return tone
  return null
}
