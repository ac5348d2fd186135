import type { ColumnAnswer, SheetColumn } from '../../../shared/contract/mapping'

/** What a person chose for columns, by position; null: not imported. */
export type ColumnChoices = ReadonlyMap<number, string | null>

export function chosenField(column: SheetColumn, choices: ColumnChoices): string | null {
  return choices.has(column.position) ? (choices.get(column.position) ?? null) : column.field
}

/** Gives a column its field; another column that had it is no longer imported. */
export function chooseField(columns: readonly SheetColumn[], choices: ColumnChoices, position: number, field: string | null): Map<number, string | null> {
  const chosen = new Map(choices).set(position, field)
  if (field === null) return chosen
  for (const column of columns) {
    if (column.position !== position && chosenField(column, choices) === field) chosen.set(column.position, null)
  }
  return chosen
}

/** What is said by confirming: of every column that was asked about, said before, or changed. The rest is left to the rules. */
export function answersOf(columns: readonly SheetColumn[], choices: ColumnChoices): ColumnAnswer[] {
  return columns
    .filter(({ question, decided, position }) => question !== null || decided || choices.has(position))
    .map((column) => ({ position: column.position, field: chosenField(column, choices) }))
}
