import type { OfficeSettings } from '../../shared/domain/officeSettings'
import { deliveryItems, goals } from '../../shared/domain/valueDomain'
import type { LedgerHeader } from '../text/ledgerHeaders'

type Labels = Pick<OfficeSettings, 'goalLabels' | 'deliveryLabels'>

/** A column of the ledger, headed as the district calls its 三建三送 and 六有; the standard forms keep their words. */
export function inOwnWords(header: LedgerHeader, { goalLabels, deliveryLabels }: Labels): LedgerHeader {
  const item = deliveryItems.find(({ key }) => header.column === `delivery.${key}`)
  if (item) return { ...header, header: deliveryLabels[item.key] }
  const goal = goals.find(({ key }) => header.column === `goal.${key}`)
  return goal ? { ...header, header: goalLabels[goal.key] } : header
}
