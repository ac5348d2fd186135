import type { RecordChange, RecordRow } from '../../../shared/contract/record'

/** The marked items one place up or down, all numbered anew from 1; only those whose number changes. */
export function moveItems(
  items: readonly Pick<RecordRow, 'id' | 'version' | 'values'>[],
  marked: readonly number[],
  by: 1 | -1,
): RecordChange[] {
  const order = [...items]
  const places = order.map((_item, place) => place)
  for (const place of by === -1 ? places : places.reverse()) {
    const [item, neighbour] = [order[place], order[place + by]]
    if (!item || !neighbour || !marked.includes(item.id) || marked.includes(neighbour.id)) continue
    order[place + by] = item
    order[place] = neighbour
  }
  return order.flatMap(({ id, version, values }, place): RecordChange[] =>
    values.sortNo === place + 1 ? [] : [{ kind: 'schemeItem', id, version, values: { sortNo: place + 1 } }],
  )
}
