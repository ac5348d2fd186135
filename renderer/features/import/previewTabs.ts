import type { ImportCounts, ImportPlan } from '../../../shared/contract/import'
import { importText } from '../../text/import'

export const previewTabs = ['conflict', 'change', 'add', 'problem', 'skip', 'same', 'org', 'absent', 'column'] as const
export type PreviewTab = (typeof previewTabs)[number]

export interface PreviewTabState {
  tab: PreviewTab
  label: string
  count: number
  note: string
}

/**
 * The lists of a preview with their sizes, that of conflicts where there are any; `counts` are those of one file, or of
 * the whole plan, `openColumns` how many columns of its files wait for an answer.
 */
export function previewTabStates(plan: ImportPlan, counts: ImportCounts, openColumns: number): PreviewTabState[] {
  const sizes: Record<PreviewTab, number> = {
    column: openColumns,
    conflict: plan.conflicts,
    change: counts.change,
    add: counts.add,
    problem: counts.errors + counts.warnings + counts.notices,
    skip: counts.skipped,
    same: counts.same,
    org: plan.newOrgs.length,
    absent: plan.absent.length,
  }
  return previewTabs.filter((tab) => tab !== 'conflict' || plan.conflicts > 0).map((tab) => ({
    tab,
    label: importText.preview.tabs[tab],
    count: sizes[tab],
    note: importText.preview.notes[tab],
  }))
}

/** The list to look at first: columns that wait for an answer, for all others follow from them; what asks for a choice, changes of what exists, then what is new, then what went wrong. */
export function firstTab(states: readonly PreviewTabState[]): PreviewTab {
  const filled = states.filter((state) => state.count > 0)
  return (filled.find(({ tab }) => tab === 'column') ?? filled[0])?.tab ?? 'add'
}
