import type { DeliveryMarkChange, MatrixRow } from '../../../shared/contract/delivery'
import { showMark } from '../../../shared/domain/deliveryMark'
import type { DeliveryItem } from '../../../shared/domain/valueDomain'
import { call } from '../../api/call'
import { CallFailure } from '../../api/callFailure'
import { failureNotice } from '../../composables/failureNotice'
import { settingsInForce } from '../../composables/settingsInForce'
import type { useOwnEdits } from '../../record/useOwnEdits'
import { recordSheetText } from '../../text/recordSheet'

/** Rows one question may name. */
const mostIds = 1000

/**
 * Writes as many of the marks as the rules and other windows allow, all in one edit. Answers the places of the others
 * with the reason; throws when the office cannot be asked at all.
 */
export async function saveMarks(
  edits: Pick<ReturnType<typeof useOwnEdits>, 'makeEdit'>,
  marks: readonly DeliveryMarkChange[],
  label: string,
): Promise<Map<number, string>> {
  const refused = new Map<number, string>()
  const settled = new Set<number>()
  for (;;) {
    const rest = marks.flatMap((mark, place) => (refused.has(place) || settled.has(place) ? [] : [{ mark, place }]))
    if (rest.length === 0) return refused
    try {
      const sent = rest.map(({ mark }) => mark)
      await edits.makeEdit(label, (operator) => call('delivery.mark', { marks: sent, label: label.slice(0, 100), operator }))
      return refused
    } catch (error) {
      const reasons = error instanceof CallFailure ? reasonsOf(error) : new Map<number, string | null>()
      // Nothing that could be left out: it would be refused again.
      if (reasons.size === 0) {
        if (refused.size === 0) throw error
        for (const { place } of rest) refused.set(place, failureNotice(error).sentence)
        return refused
      }
      const goneOn = rest.filter((_, at) => reasons.get(at) === null)
      const present = await presentRows(goneOn.map(({ mark }) => mark.enterpriseId))
      rest.forEach(({ mark, place }, at) => {
        const reason = reasons.get(at)
        if (reason === undefined) return
        const cell = present.get(mark.enterpriseId)?.cells[mark.item as DeliveryItem] ?? null
        if (reason === null && saysTheSame(cell, mark)) settled.add(place)
        else refused.set(place, reason ?? recordSheetText.refused.changed(cell ? showMark(cell, settingsInForce.value.words) : ''))
      })
    }
  }
}

/** By place among the marks sent; null where the record went on since it was seen. */
function reasonsOf({ failure }: CallFailure): Map<number, string | null> {
  const reasons = new Map<number, string | null>()
  for (const { path, code, message } of failure.issues ?? []) {
    const [area, place] = path
    if (area !== 'marks' || typeof place !== 'number') continue
    reasons.set(place, code === 'changed-since' ? null : (message ?? code))
  }
  return reasons
}

async function presentRows(ids: readonly number[]): Promise<Map<number, MatrixRow>> {
  const found = new Map<number, MatrixRow>()
  for (let from = 0; from < ids.length; from += mostIds) {
    const { rows } = await call('delivery.page', { filter: { ids: ids.slice(from, from + mostIds) }, limit: mostIds })
    for (const row of rows) found.set(row.id, row)
  }
  return found
}

/** Two people who tick the same cell do not disagree. */
function saysTheSame(cell: MatrixRow['cells'][DeliveryItem], { values }: DeliveryMarkChange): boolean {
  if (values === null || cell === null) return values === null && cell === null
  return values.state === cell.state && (values.quantity === undefined || values.quantity === cell.quantity)
}
