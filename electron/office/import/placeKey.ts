/** One cell of a file, or what is meant where a finding names no cell. */
export function placeKey({ sheet, row, column }: { sheet: string | null; row: number | null; column: string | null }): string {
  return `${row ?? ''}|${column ?? ''}|${sheet ?? ''}`
}
