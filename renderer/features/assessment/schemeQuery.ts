import type { LocationQuery, LocationQueryRaw } from 'vue-router'
import { scoreViews, type ScoreView } from './scoreSheet'

export const schemeTabs = ['score', 'summary', 'items'] as const
export type SchemeTab = (typeof schemeTabs)[number]

export const summaryOrders = ['byUnit', 'byRank'] as const
export type SummaryOrder = (typeof summaryOrders)[number]

/** What the address of a scheme's page holds. */
export interface SchemeQuery {
  schemeId: number
  tab: SchemeTab
  view: ScoreView
  order: SummaryOrder
  unitIds: number[]
  search: string
  /** The organisation whose own sheet is open. */
  orgId: number | undefined
}

export function readSchemeQuery(query: LocationQuery): SchemeQuery {
  const text = (name: string): string => String(query[name] ?? '')
  const orgId = Number(text('org'))
  return {
    schemeId: Number(text('scheme')),
    tab: schemeTabs.find((tab) => tab === text('tab')) ?? 'score',
    view: scoreViews.find((view) => view === text('view')) ?? 'final',
    order: summaryOrders.find((order) => order === text('order')) ?? 'byUnit',
    unitIds: text('unit').split(',').map(Number).filter((id) => Number.isInteger(id) && id > 0),
    search: text('q').slice(0, 100),
    orgId: Number.isInteger(orgId) && orgId > 0 ? orgId : undefined,
  }
}

export function writeSchemeQuery({ schemeId, tab, view, order, unitIds, search, orgId }: SchemeQuery): LocationQueryRaw {
  return {
    scheme: String(schemeId),
    ...(tab === 'score' ? {} : { tab }),
    ...(view === 'final' ? {} : { view }),
    ...(order === 'byUnit' ? {} : { order }),
    ...(unitIds.length === 0 ? {} : { unit: unitIds.join(',') }),
    ...(search === '' ? {} : { q: search }),
    ...(orgId === undefined ? {} : { org: String(orgId) }),
  }
}
