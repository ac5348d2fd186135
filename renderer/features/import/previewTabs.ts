import type { ImportCounts, ImportPlan } from '../../../shared/contract/import'
import { importText } from '../../text/import'

export const previewTabs = ['conflict', 'change', 'add', 'problem', 'corrected', 'skip', 'same', 'org', 'cross', 'absent', 'column'] as const
export type PreviewTab = (typeof previewTabs)[number]

export interface PreviewTabState {
  tab: PreviewTab
  label: string
  count: number
  note: string
}

/** What is listed beside the rows of a preview or a report, by how many; null for a list it has not. */
export interface ListSizes {
  conflict: number
  org: number
  cross: number
  absent: number
  column: number | null
  /** Of a report; in a preview they are among the findings. */
  corrected: number
}

/** Lists that are there only where there is something in them. */
const rare: readonly PreviewTab[] = ['conflict', 'cross', 'corrected']

/** The lists of a preview or a report with their sizes; `counts` are those of one file, of a form or of the whole. */
export function tabStates(counts: ImportCounts, lists: ListSizes, notes: Readonly<Partial<Record<PreviewTab, string>>>): PreviewTabState[] {
  const sizes: Record<PreviewTab, number | null> = {
    change: counts.change,
    add: counts.add,
    problem: counts.errors + counts.warnings + counts.notices,
    skip: counts.skipped,
    same: counts.same,
    ...lists,
  }
  return previewTabs.flatMap((tab) => {
    const count = sizes[tab]
    if (count === null || (count === 0 && rare.includes(tab))) return []
    return [{ tab, label: importText.preview.tabs[tab], count, note: notes[tab] ?? '' }]
  })
}

/** `column`: how many columns of the plan's files wait for an answer. */
export function previewTabStates(plan: ImportPlan, counts: ImportCounts, column: number): PreviewTabState[] {
  const { conflicts: conflict, newOrgs, crossUnit: cross, absent } = plan
  return tabStates(counts, { conflict, org: newOrgs.length, cross, absent: absent.length, column, corrected: 0 }, importText.preview.notes)
}

/** The list to look at first: columns that wait for an answer, for all else follows from them; then in the order of the tabs. */
export function firstTab(states: readonly PreviewTabState[]): PreviewTab {
  const filled = states.filter((state) => state.count > 0)
  return (filled.find(({ tab }) => tab === 'column') ?? filled[0])?.tab ?? 'add'
}
