import { qualityOrder, type QualityFilter, type QualityFinding, type QualityOrder } from '../../../shared/contract/quality'
import { call } from '../../api/call'
import type { MatrixModel } from '../../record/matrix'
import type { RecordSort } from '../../record/sheetRows'

/** The order a sheet asks for, where the list has it. */
export function orderOf(sort: RecordSort | null | undefined): { field: QualityOrder; descending: boolean } | null {
  const field = qualityOrder.safeParse(sort?.field).data
  return field && sort ? { field, descending: sort.descending } : null
}

/** The findings as their sheet needs them: it shows, and changes nothing. */
export function qualityModel(filter: () => QualityFilter): MatrixModel<QualityFinding, never> {
  return {
    page: ({ sort, ...part }) => call('quality.page', { filter: filter(), sort: orderOf(sort), ...part }),
    rows: () => Promise.resolve([]),
    read: () => ({ ok: true, change: null }),
    show: (row) => row,
    save: () => Promise.resolve(new Map()),
  }
}
