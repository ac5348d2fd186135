/** The same columns with `colId` one place earlier (-1) or later (1); unchanged at either end. */
export function moveColumn<Column extends { colId: string }>(
  columns: readonly Column[],
  colId: string,
  step: -1 | 1,
): Column[] {
  const moved = [...columns]
  const from = moved.findIndex((column) => column.colId === colId)
  const to = from + step
  const column = moved[from]
  const neighbour = moved[to]
  if (!column || !neighbour) return moved
  moved[from] = neighbour
  moved[to] = column
  return moved
}
