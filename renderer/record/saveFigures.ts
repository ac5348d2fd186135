import type { RecordChange } from '../../shared/contract/record'
import { definitionOf } from '../../shared/record/recordKind'
import { CallFailure } from '../api/callFailure'
import { failureNotice } from '../composables/failureNotice'
import { figureSheetText } from '../text/figureSheet'
import { recordSheetText } from '../text/recordSheet'
import type { FigureRefusal, FigureWrite } from './figureSheet'
import { findingsOfFailure } from './findings'

/** A record to be written for one or several cells. */
export interface FigureChange {
  change: RecordChange
  writes: readonly FigureWrite[]
}

/** A refusal names one record changed elsewhere, or some hundred faults; after so many the rest is given up. */
const mostRefusals = 20

/**
 * Saves as many of the cells as the rules allow, all in one edit; answers with the others and the reason. What was
 * changed elsewhere is looked at anew: a cell that stands as it was seen is saved all the same.
 */
export async function saveFigures(
  writes: readonly FigureWrite[],
  parts: {
    /** The changes of these cells from the figures as they are known now. */
    changesOf: (writes: readonly FigureWrite[]) => FigureChange[]
    /** What stands in the cell now. */
    present: (write: FigureWrite) => string
    /** Asks for the figures anew. */
    reload: () => Promise<void>
    save: (changes: RecordChange[]) => Promise<unknown>
  },
): Promise<FigureRefusal[]> {
  const refused: FigureRefusal[] = []
  let rest = [...writes]

  function drop(reason: (write: FigureWrite) => string | undefined): void {
    rest = rest.filter((write) => {
      const message = reason(write)
      if (message !== undefined) refused.push({ write, message })
      return message === undefined
    })
  }

  /** True when there is reason to try once more. */
  async function settle(error: unknown, changes: readonly FigureChange[]): Promise<boolean> {
    if (!(error instanceof CallFailure)) return false
    if (error.failure.code === 'conflict') {
      await parts.reload()
      drop((write) => {
        const now = parts.present(write)
        return now === write.before ? undefined : recordSheetText.refused.changed(now)
      })
      return true
    }
    if (error.failure.code !== 'invalid') return false
    const fields = changes.flatMap(({ change }) => Object.keys(definitionOf(change.kind).fields))
    const findings = findingsOfFailure(error.failure, fields)
    const before = rest.length
    drop((write) => {
      const index = changes.findIndex((one) => one.writes.includes(write))
      return findings.get(index)?.[0]?.message
    })
    return rest.length < before
  }

  for (let refusals = 0; rest.length > 0; refusals++) {
    const changes = parts.changesOf(rest)
    drop((write) => (changes.some((one) => one.writes.includes(write)) ? undefined : figureSheetText.gone))
    if (changes.length === 0) break
    try {
      await parts.save(changes.map(({ change }) => change))
      return refused
    } catch (error) {
      if (refusals >= mostRefusals || !(await settle(error, changes))) drop(() => failureNotice(error).sentence)
    }
  }
  return refused
}
