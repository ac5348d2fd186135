import { findingOrder, type CellPlace, type Finding, type FindingFilter } from '../../../shared/contract/finding'
import { call } from '../../api/call'
import type { MatrixModel } from '../../record/matrix'
import { findingText } from '../../text/finding'
import type { WantedCell } from './correctFiles'
import type { FindingLine } from './findingColumns'

/** What a cell is to say. */
export interface TextChange {
  text: string
}

/** Lines by what they speak of: the same finding keeps its line while the files are read again. */
export interface FindingLines {
  lineOf: (finding: Finding) => FindingLine
  placesOf: (ids: readonly number[]) => CellPlace[]
}

export function findingLines(): FindingLines {
  const ids = new Map<string, number>()
  const places = new Map<number, CellPlace>()
  return {
    lineOf(finding) {
      const { fileId, sheet, row, column, problems } = finding
      const key = [fileId, sheet, row, column, column === null ? problems[0]?.message : ''].join('|')
      const id = ids.get(key) ?? ids.size + 1
      ids.set(key, id)
      const place = placeOf(finding)
      if (place) places.set(id, place)
      return { ...finding, id }
    },
    placesOf: (wanted) => wanted.flatMap((id) => places.get(id) ?? []),
  }
}

/** Null where no one cell is meant. */
export function placeOf({ fileId, sheet, row, column }: Finding): CellPlace | null {
  return sheet === null || row === null || column === null ? null : { fileId, sheet, row, column }
}

/** The findings of a plan as their sheet needs them. */
export function findingModel(
  planId: () => string,
  filter: () => FindingFilter,
  lines: FindingLines,
  correct: (cells: readonly WantedCell[]) => Promise<void>,
): MatrixModel<FindingLine, TextChange> {
  return {
    async page({ sort, ...part }) {
      const order = findingOrder.safeParse(sort?.field).data
      const answer = await call('finding.page', {
        planId: planId(), filter: filter(), ...part, ...(order && sort ? { sort: { field: order, descending: sort.descending } } : {}),
      })
      return { total: answer.total, rows: answer.rows.map(lines.lineOf) }
    },
    async rows(ids) {
      const { rows } = await call('finding.page', { planId: planId(), filter: { cells: lines.placesOf(ids) }, limit: 5000 })
      return rows.map(lines.lineOf)
    },
    read(line, column, typed) {
      if (column !== 'text' || line.text === null) return { ok: false, message: findingText.noCell }
      const text = typed.trim()
      return { ok: true, change: text === line.text ? null : { text } }
    },
    show: (line, _column, { text }) => ({ ...line, text, was: line.was ?? line.text }),
    async save(cells) {
      await correct(cells.flatMap(({ row: line, change }) => {
        const place = placeOf(line)
        return place ? [{ ...place, text: change.text }] : []
      }))
      return new Map()
    },
  }
}
