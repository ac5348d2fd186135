import { matrixSort, type MatrixCell, type MatrixFilter, type MatrixRow, type MatrixSort } from '../../../shared/contract/delivery'
import { readMark, valuesOfMark, type MarkValues } from '../../../shared/domain/deliveryMark'
import { deliveryItems, type DeliveryItem } from '../../../shared/domain/valueDomain'
import { call } from '../../api/call'
import { settingsInForce } from '../../composables/settingsInForce'
import type { MatrixModel } from '../../record/matrix'
import type { RecordSort } from '../../record/sheetRows'
import type { useOwnEdits } from '../../record/useOwnEdits'
import { deliveryText as text } from '../../text/delivery'
import { saveMarks } from './saveMarks'

/** What a cell is to become; null values empty it. */
export interface CellChange {
  values: MarkValues | null
}

export function itemOf(column: string): DeliveryItem | undefined {
  return deliveryItems.find(({ key }) => key === column)?.key
}

/** The order the sheet is in, as the office is asked for it. */
export function matrixOrder(sort: RecordSort | null): MatrixSort {
  return matrixSort.safeParse(sort).data ?? null
}

/** The version of the record somebody saw in a cell; null when there was none. */
export function seenVersion(cell: MatrixCell | null): number | null {
  return cell?.version ?? null
}

/** The matrix as its sheet needs it. `doneOn`: the day that newly ticked cells get. */
export function deliveryModel(
  filter: () => MatrixFilter,
  doneOn: () => string,
  edits: Pick<ReturnType<typeof useOwnEdits>, 'makeEdit'>,
): MatrixModel<MatrixRow, CellChange> {
  return {
    page: ({ sort, ...part }) => call('delivery.page', { filter: filter(), sort: matrixOrder(sort), ...part }),
    rows: async (ids) => (await call('delivery.page', { filter: { ids }, limit: 1000 })).rows,
    read(row, column, typed) {
      const item = itemOf(column)
      if (!item) return { ok: false, message: text.locked }
      const reading = readMark(typed, settingsInForce.value.words)
      if (!reading.ok) return reading
      const cell = row.cells[item]
      if (reading.mark === null) return { ok: true, change: cell ? { values: null } : null }
      const values = valuesOfMark(cell, reading.mark, doneOn())
      return { ok: true, change: values && { values } }
    },
    show(row, column, { values }) {
      const item = itemOf(column)
      return item ? { ...row, cells: { ...row.cells, [item]: shownCell(item, row.cells[item], values) } } : row
    },
    async save(cells, label) {
      const marks = cells.flatMap(({ row, column, change }) => {
        const item = itemOf(column)
        return item ? [{ enterpriseId: row.id, item, version: seenVersion(row.cells[item]), values: change.values && { ...change.values } }] : []
      })
      const refused = await saveMarks(edits, marks, label)
      return new Map([...refused].flatMap(([place, message]) => (cells[place] ? [[cells[place], message] as const] : [])))
    },
  }
}

function shownCell(item: DeliveryItem, before: MatrixCell | null, values: MarkValues | null): MatrixCell | null {
  if (values === null) return null
  const unitLabel = deliveryItems.find(({ key }) => key === item)?.unit ?? null
  const { state, quantity, doneOn } = values
  const cell = before ?? { id: 0, version: 0, state, quantity: null, unitLabel, doneOn: null, batch: null }
  return { ...cell, state, ...(quantity === undefined ? {} : { quantity }), ...(doneOn === undefined ? {} : { doneOn }) }
}
