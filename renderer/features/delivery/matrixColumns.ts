import type { MatrixCell, MatrixRow } from '../../../shared/contract/delivery'
import { deliverySign, showMark } from '../../../shared/domain/deliveryMark'
import { deliveryItems, type DeliveryItem, type DeliveryState } from '../../../shared/domain/valueDomain'
import { wordOf } from '../../composables/ownWords'
import { settingsInForce } from '../../composables/settingsInForce'
import type { MatrixColumn } from '../../record/matrix'
import { deliveryText as text } from '../../text/delivery'

const tones: Readonly<Record<DeliveryState, string>> = {
  已落实: 'good', 共用: 'info', 推进中: 'warn', 未落实: 'bad', 需更换: 'warn', 不适用: 'plain',
}

/** Unit, enterprise and organisation to know a row by, then the six items under the names the district gave them. */
export function matrixColumns(labels: Readonly<Record<DeliveryItem, string>>): MatrixColumn<MatrixRow>[] {
  return [
    { name: 'unitName', header: text.columns.unit, width: 104, pinned: true, editable: false, text: (row) => row.unitName },
    { name: 'name', header: text.columns.name, width: 236, pinned: true, editable: false, text: (row) => row.name },
    ...deliveryItems.map(({ key }): MatrixColumn<MatrixRow> => ({
      name: key,
      header: labels[key],
      width: 108,
      editable: true,
      text: ({ cells }) => (cells[key] ? showMark(cells[key], settingsInForce.value.words) : ''),
      spoken: ({ cells }) => spokenCell(cells[key]),
      draw: ({ cells }) => (cells[key] ? drawn(cells[key]) : ''),
    })),
    { name: 'partyOrgName', header: text.columns.org, width: 130, grows: true, editable: false, text: (row) => row.partyOrgName ?? '' },
  ]
}

/** A cell in words: 已落实 20面，2026-03-05. */
export function spokenCell(cell: MatrixCell | null): string {
  if (!cell) return text.blank
  const quantity = cell.quantity === null ? '' : `${cell.quantity}${cell.unitLabel ?? ''}`
  return text.cell(wordOf('delivery', cell.state), quantity, cell.doneOn ?? '', cell.batch ?? '')
}

function drawn(cell: MatrixCell): HTMLElement {
  const mark = document.createElement('span')
  mark.className = `status-tag tone-${tones[cell.state]}`
  const { words } = settingsInForce.value
  mark.textContent = cell.state === '已落实' ? showMark(cell, words) : deliverySign(cell.state, words)
  return mark
}
