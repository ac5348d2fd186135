/** After a row has gone: the last button of the row that took its place, of the last row, or the page itself. */
export function focusRow(table: HTMLTableElement | undefined, place: number): void {
  const rows = [...(table?.tBodies[0]?.rows ?? [])]
  const row = rows[Math.min(place, rows.length - 1)]
  const button = [...(row?.querySelectorAll('button') ?? [])].at(-1)
  const target = button ?? document.querySelector<HTMLElement>('main')
  target?.focus()
}
