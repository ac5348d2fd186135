import type { Finding, RecordChange, RecordRow } from '../../shared/contract/record'
import type { FieldValue } from '../../shared/record/field'
import { definitionOf, type RecordKind } from '../../shared/record/recordKind'
import { newLine } from './newLine'
import { changesOf, planCells, type CellWrite, type RefIndex } from './planCells'

/** Rows of a pasted block that are to become records: their fields, and what each row says of them. */
export interface PastedRows {
  fields: string[]
  texts: string[][]
}

/** One of them, while somebody looks at it. */
export interface AddedLine {
  /** Of the new record: negative. */
  id: number
  typed: Record<string, string>
  /** False for one that is left out. */
  wanted: boolean
}

/** What new records begin with, by their place among those that are added. */
export type Preset = (place: number) => Readonly<Record<string, FieldValue>>

/** Rows that say nothing are no records. */
export function linesOf({ fields, texts }: PastedRows): AddedLine[] {
  const stated = texts.filter((row) => row.some((words) => words.trim() !== ''))
  return stated.map((row, place) => ({
    id: -1 - place,
    typed: Object.fromEntries(fields.map((field, column) => [field, row[column] ?? ''])),
    wanted: true,
  }))
}

export function pastedOf(fields: readonly string[], lines: readonly AddedLine[]): PastedRows {
  return { fields: [...fields], texts: lines.map(({ typed }) => fields.map((field) => typed[field] ?? '')) }
}

export function cellKey(id: number, field: string): string {
  return `${id}:${field}`
}

/** The cells of the wanted lines, as they would be written into blank records. */
export function writesOf(lines: readonly AddedLine[], preset: Preset): CellWrite[] {
  return lines.flatMap(({ id, typed, wanted }, rowIndex) => {
    const row: RecordRow = { ...newLine, id, values: preset(rowIndex) as RecordRow['values'] }
    const stated = wanted ? Object.entries(typed).filter(([, words]) => words.trim() !== '') : []
    return stated.map(([field, words]) => ({ row, rowIndex, field, typed: words.trim() }))
  })
}

export interface PlannedLines {
  /** One a wanted line, in their order. */
  changes: RecordChange[]
  /** Why a cell cannot be read, by `cellKey`. */
  unreadable: Map<string, string>
}

/** The new records as far as they can be read. */
export function planLines(kind: RecordKind, lines: readonly AddedLine[], preset: Preset, today: string, refs: RefIndex): PlannedLines {
  const { accepted, refused } = planCells(kind, writesOf(lines, preset), today, refs)
  const stated = new Map(changesOf(kind, accepted).map(({ id, values }) => [id, values]))
  const changes = lines.flatMap(({ id, wanted }, place): RecordChange[] =>
    wanted ? [{ kind, id, values: { ...preset(place), ...stated.get(id) } as RecordChange['values'] }] : [],
  )
  return { changes, unreadable: new Map(refused.map(({ id, field, message }) => [cellKey(id, field), message])) }
}

export interface LineFindings {
  /** By `cellKey`; the worst of each cell. */
  cells: Map<string, Pick<Finding, 'level' | 'message'>>
  /** By line, what is about no field of its own. */
  lines: Map<number, Pick<Finding, 'level' | 'message'>[]>
  /** Lines that cannot be added as they are. */
  wrong: Set<number>
}

/** What is said of the lines: cells that cannot be read, then what the office found in the others. */
export function findingsOf(kind: RecordKind, { changes, unreadable }: PlannedLines, found: readonly (readonly Finding[])[]): LineFindings {
  const { fields } = definitionOf(kind)
  const findings: LineFindings = { cells: new Map(), lines: new Map(), wrong: new Set() }
  for (const [key, message] of unreadable) {
    findings.cells.set(key, { level: 'error', message })
    findings.wrong.add(Number(key.split(':')[0]))
  }
  changes.forEach(({ id }, place) => {
    for (const { field, level, message } of found[place] ?? []) {
      const key = field !== null && field in fields ? cellKey(id, field) : undefined
      if (key !== undefined && unreadable.has(key)) continue
      if (level === 'error') findings.wrong.add(id)
      if (key === undefined) findings.lines.set(id, [...(findings.lines.get(id) ?? []), { level, message }])
      else if (!findings.cells.has(key)) findings.cells.set(key, { level, message })
    }
  })
  return findings
}
