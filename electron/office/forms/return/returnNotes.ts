import type { ImportAction } from '../../../../shared/contract/import'
import type { Problem } from '../../../../shared/contract/problem'
import { problemLevels } from '../../../../shared/domain/problemLevel'
import { columnIndex } from '../../excel/columnIndex'
import type { CellNote, RowNote, TableNotes, WorkbookNotes } from '../../excel/annotate/workbookNotes'
import { returnCover, type CheckedThing } from './returnCover'
import { commentMark, levelFills, levelWords, outcomeWords, resultHeader } from './returnWords'

export interface ReturnInput {
  fileName: string
  officeName: string
  /** YYYY-MM-DD */
  today: string
  /** ISO instant. */
  now: string
  /** What was checked: a file that was read, or what the ledger has, written into its form. */
  of: CheckedThing
  /** Tables that were read, in the order of the file. */
  tables: readonly ReturnedTable[]
  /** Rows something was found in. */
  rows: readonly ReturnedRow[]
  /** Findings that belong to no row. */
  problems: readonly Problem[]
}

export interface ReturnedTable {
  sheet: string
  /** 1-based row of the header. */
  headerRow: number
  /** Column letters → field. */
  mapping: Readonly<Record<string, string>>
}

export interface ReturnedRow {
  sheet: string
  /** 1-based. */
  row: number
  action: ImportAction
  problems: readonly Problem[]
}

/** What is written into a workbook that goes back to its sender. */
export function returnNotes({ fileName, officeName, today, now, of, tables, rows, problems }: ReturnInput): WorkbookNotes {
  const all = [...problems, ...rows.flatMap((row) => row.problems)]
  const counts = { error: 0, warning: 0, notice: 0 }
  for (const { level } of all) counts[level]++
  const pointed = [
    ...problems.map((problem) => ({ ...problem, sheet: problem.sheet ?? '' })),
    ...rows.flatMap((row) => row.problems.map((problem) => ({ ...problem, sheet: problem.sheet ?? row.sheet, row: problem.row ?? row.row }))),
  ]
  return {
    resultHeader,
    commentMark,
    cover: returnCover({ fileName, officeName, today, counts, problems, of }),
    at: now,
    tables: tables.map((table, i): TableNotes => {
      const next = tables.slice(i + 1).find(({ sheet }) => sheet === table.sheet)
      const isHere = ({ sheet, row }: { sheet: string; row: number | null }): boolean =>
        sheet === table.sheet && row !== null && row >= table.headerRow && row < (next?.headerRow ?? Number.POSITIVE_INFINITY)
      return {
        sheet: table.sheet,
        header: table.headerRow - 1,
        like: Math.max(...Object.keys(table.mapping).map(columnIndex), 0),
        rows: rows.filter(isHere).map((row) => rowNote(row, of)),
        marks: marksOf(pointed.filter(isHere)),
      }
    }),
  }
}

function rowNote({ row, action, problems }: ReturnedRow, of: CheckedThing): RowNote {
  const lines = problemLevels.flatMap((level) => problems.filter((problem) => problem.level === level).map(({ message }) => `${levelWords[level]}：${message}`))
  const hasError = problems.some(({ level }) => level === 'error')
  const outcome = of === 'ledger' ? [] : action === 'skip' ? [outcomeWords.skipped] : hasError ? [outcomeWords.partly] : []
  return { row: row - 1, text: [...lines, ...outcome].join('\n') }
}

/** One comment a cell, in the colour of the gravest of its findings. */
function marksOf(problems: readonly Problem[]): CellNote[] {
  const cells = new Map<string, Problem[]>()
  for (const problem of problems) {
    if (problem.row === null || problem.column === null) continue
    const place = `${problem.column}${problem.row}`
    cells.set(place, [...(cells.get(place) ?? []), problem])
  }
  return [...cells.values()].flatMap((found): CellNote[] => {
    const sorted = problemLevels.flatMap((level) => found.filter((problem) => problem.level === level))
    const [first] = sorted
    if (!first || first.row === null || first.column === null) return []
    const text = sorted.map(({ level, message }) => `${levelWords[level]}：${message}`).join('\n')
    return [{ row: first.row - 1, column: columnIndex(first.column), text, fill: levelFills[first.level] }]
  })
}
