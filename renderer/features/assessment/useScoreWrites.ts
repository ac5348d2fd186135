import type { AssessmentSheet } from '../../../shared/contract/assessment'
import type { CallState } from '../../composables/useCall'
import type { FigureRefusal, FigureWrite } from '../../record/figureSheet'
import { saveFigures, type FigureChange } from '../../record/saveFigures'
import { useOwnEdits } from '../../record/useOwnEdits'

export type SaveFigureCells = (writes: readonly FigureWrite[], label: string) => Promise<FigureRefusal[]>

/** Saves cells of a sheet that stands on assessment.sheet; what they mean is said by `changesOf` and `present`. */
export function useScoreWrites(
  state: Pick<CallState<'assessment.sheet'>, 'value' | 'reload'>,
  changesOf: (sheet: AssessmentSheet, writes: readonly FigureWrite[]) => FigureChange[],
  present: (write: FigureWrite) => string,
): SaveFigureCells {
  const edits = useOwnEdits()
  return async (writes, label) => {
    const refused = await saveFigures(writes, {
      changesOf: (rest) => (state.value.value ? changesOf(state.value.value, rest) : []),
      present,
      reload: state.reload,
      save: (changes) => edits.saveRecords(changes, label),
    })
    await state.reload()
    return refused
  }
}

/** What stands in a cell of rows that are known by id. */
export function textIn(
  rows: readonly { id: number; cells: readonly { text: string }[] }[],
  columns: readonly { name: string }[],
  write: FigureWrite,
): string {
  const place = columns.findIndex(({ name }) => name === write.column)
  return rows.find(({ id }) => id === write.rowId)?.cells[place]?.text ?? ''
}
