/** The rows of ids in their order; an id without a row is left out. */
export function onlyPresent<Row>(ids: readonly number[], rows: ReadonlyMap<number, Row>): Row[] {
  return ids.flatMap((id) => {
    const row = rows.get(id)
    return row === undefined ? [] : [row]
  })
}
