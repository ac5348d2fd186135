import type { Finding, RecordRow } from '../../shared/contract/record'
import type { RecordKind } from '../../shared/record/recordKind'
import { definitionOf } from '../../shared/record/recordKind'
import { call } from '../api/call'
import { CallFailure } from '../api/callFailure'
import { failureNotice } from '../composables/failureNotice'
import { recordSheetText } from '../text/recordSheet'
import { conflictingId, findingsOfFailure } from './findings'
import { changesOf, refuse, type AcceptedCell, type RefusedCell } from './planCells'
import { sameValue, shownField } from './recordTitle'
import type { SavedEdit } from './useEdits'

export interface SavedCells {
  /** Null when nothing was left to save. */
  edit: SavedEdit | null
  saved: AcceptedCell[]
  refused: RefusedCell[]
}

/** A refusal names one record changed elsewhere, or some hundred faults; after so many the rest is given up. */
const mostRefusals = 100

/**
 * Saves as many of the cells as the rules allow, all in one edit; the others come back with the reason. A cell whose
 * record was changed elsewhere is saved all the same where that change left this cell alone.
 */
export async function saveCells(
  kind: RecordKind,
  cells: readonly AcceptedCell[],
  save: (changes: ReturnType<typeof changesOf>) => Promise<SavedEdit>,
): Promise<SavedCells> {
  const fields = Object.keys(definitionOf(kind).fields)
  const refused: RefusedCell[] = []
  let rest = [...cells]

  /** True when a cell was dropped. */
  function drop(reason: (cell: AcceptedCell) => string | undefined): boolean {
    const before = rest.length
    rest = rest.filter((cell) => {
      const message = reason(cell)
      if (message !== undefined) refused.push(refuse(kind, cell, message))
      return message === undefined
    })
    return rest.length < before
  }

  function dropFound(findings: ReadonlyMap<number, readonly Finding[]>): boolean {
    const ids = changesOf(kind, rest).map(({ id }) => id)
    return drop(({ row, field }) => {
      const errors = (findings.get(ids.indexOf(row.id)) ?? []).filter(({ level }) => level === 'error')
      const own = errors.find((finding) => finding.field === field)
      // A rule about a field that nobody touches, or about none, speaks of all that was to change.
      const touched = rest.filter((cell) => cell.row.id === row.id).map((cell) => cell.field)
      return (own ?? errors.find((finding) => finding.field === null || !touched.includes(finding.field)))?.message
    })
  }

  /** Goes on with the record as it is now; false when it is the one that was seen. */
  function goOn(present: RecordRow): boolean {
    const concerned = rest.filter((cell) => cell.row.id === present.id)
    if (concerned.every((cell) => cell.row.version === present.version)) return false
    drop(({ row, field }) =>
      row.id !== present.id || sameValue(row.values[field], present.values[field])
        ? undefined
        : recordSheetText.refused.changed(shownField(kind, present, field)),
    )
    rest = rest.map((cell) => (cell.row.id === present.id ? { ...cell, row: present } : cell))
    return true
  }

  async function settle(error: unknown): Promise<boolean> {
    if (!(error instanceof CallFailure)) return false
    if (error.failure.code === 'invalid') return dropFound(findingsOfFailure(error.failure, fields))
    const id = conflictingId(error.failure)
    if (id === undefined) return false
    const present = await call('record.get', { kind, id }).catch(() => undefined)
    return present !== undefined && goOn(present)
  }

  for (let refusals = 0; rest.length > 0; refusals++) {
    try {
      return { edit: await save(changesOf(kind, rest)), saved: rest, refused }
    } catch (error) {
      // Neither fewer cells nor newer versions: it would be refused again.
      if (refusals >= mostRefusals || !(await settle(error))) drop(() => failureNotice(error).sentence)
    }
  }
  return { edit: null, saved: [], refused }
}
