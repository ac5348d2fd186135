import type { ImportCounts } from '../../../shared/contract/import'
import type { RunReport } from '../../../shared/contract/run'
import { runText } from '../../text/importRun'
import { previewTabs, tabStates, type PreviewTab, type PreviewTabState } from './previewTabs'

/** The lists of the report of a run; they are those of its preview. */
export function reportTabStates({ newOrgs, crossUnit, run, files }: RunReport, counts: ImportCounts): PreviewTabState[] {
  const corrected = files.reduce((sum, file) => sum + file.corrected.length, 0)
  return tabStates(counts, { conflict: 0, org: newOrgs.length, cross: crossUnit, absent: run.absent, column: null, corrected }, runText.report.notes)
}

/** The list an address asks for; undefined when it asks for none. */
export function tabOf(asked: unknown): PreviewTab | undefined {
  return previewTabs.find((tab) => tab === asked)
}
