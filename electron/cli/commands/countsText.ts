import type { LedgerCounts } from '../../../shared/contract/backup'

export function countsText(counts: LedgerCounts | null): string {
  if (!counts) return '读不出内容'
  return `企业 ${counts.enterprises} 家，党组织 ${counts.partyOrgs} 个，走访 ${counts.visits} 条`
}
