import type { RunRow } from '../../../shared/contract/run'
import type { MadeEdit } from '../../record/undoStack'
import { runText } from '../../text/importRun'
import { recordText } from '../../text/record'

/** A run by its first files. */
export function runName({ names, files }: Pick<RunRow, 'names' | 'files'>): string {
  return files > names.length ? runText.more(names.join('、'), files) : names.join('、')
}

/** What takes the run back, or brings it again; null before imports could be taken back. */
export function runEdit(run: RunRow): MadeEdit | null {
  if (run.editId === null) return null
  const label = runText.label(run.names[0] ?? '', run.files)
  return { editId: run.editId, label: run.undoneAt === null ? label : recordText.edits.takingBack(label), asks: true }
}
