/** The year a title names: 2026年度…. Null when none does. */
export function yearOf(lines: readonly string[]): number | null {
  for (const line of lines) {
    const [, year] = /(20\d{2})\s*年度?(?![\d年]*\d{1,2}\s*月)/.exec(line.normalize('NFKC')) ?? []
    if (year !== undefined) return Number(year)
  }
  return null
}
