import type { SheetSpec, WordList } from './workbookSpec'

/** The hidden sheet the closed lists of a workbook stand on. */
export const listSheetName = '_lists'

/** One list a column, from the first row down. */
export function listSheet(lists: readonly WordList[]): SheetSpec {
  const longest = Math.max(1, ...lists.map(({ words }) => words.length))
  const look = { format: '@' }
  return {
    name: listSheetName,
    visibility: 'hidden',
    columnWidths: lists.map(() => 20),
    rows: Array.from({ length: longest }, (_, row) => ({
      cells: lists.map(({ words }) => (words[row] === undefined ? null : { value: words[row], look })),
    })),
    merges: [],
  }
}
