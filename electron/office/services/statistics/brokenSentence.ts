import type { BrokenIdentity } from '../../../../shared/domain/statistics/composeTable'

/** 甲街道：G+T+U=D 不成立，9 ≠ 10 */
export function brokenSentence({ row, text, left, right }: BrokenIdentity): string {
  return `${row}：${text} 不成立，${left ?? '—'} ≠ ${right ?? '—'}`
}
