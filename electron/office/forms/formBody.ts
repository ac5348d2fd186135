import type { Merge } from '../excel/sheet'
import type { RowSpec } from '../excel/workbookSpec'
import { cellWriter, type CellWriter } from './cellWriter'
import type { FormColumn, StandardForm } from './form'
import { columnLook } from './formCell'
import type { FormRow } from './formRow'
import { bodySize, sectionLook } from './looks'
import { groupMerges, rowGroups, type RowGroup } from './mergeDown'
import { linesHeight, rowHeight, type SizedText } from './rowHeight'

export interface FormBody {
  rows: RowSpec[]
  merges: Merge[]
}

const padding = 6
/** Rows that stand on the first page at least. */
const onePage = 20

/** The rows of a form in the order given, numbered, headed by their section's line and merged where the form says so. */
export function formBody(form: StandardForm, rows: readonly FormRow[], firstRow: number): FormBody {
  const written: RowSpec[] = []
  const merges: Merge[] = []
  const merging = mergingOf(form, rows.length)
  for (const part of sectionsOf(form, rows)) {
    if (part.title !== null) {
      const top = firstRow + written.length
      written.push({ height: 20, cells: form.columns.map((_, i) => ({ value: i === 0 ? part.title : null, look: sectionLook })) })
      merges.push({ top, left: 0, bottom: top, right: form.columns.length - 1 })
    }
    const groups = groupsOf(form, part.rows, merging.columns)
    merges.push(...groupMerges(groups, merging.columns, firstRow + written.length))
    for (const row of partRows(form, part.rows, groups, merging)) written.push(row)
  }
  return { rows: written, merges }
}

interface Merging {
  /** Columns that are merged downwards. */
  columns: readonly number[]
  writers: readonly CellWriter[]
  /** Of the first row of a group. */
  headWriters: readonly CellWriter[]
}

function mergingOf({ columns, mergeDown = [] }: StandardForm, rows: number): Merging {
  const merged = mergeDown.map((letters) => columns.findIndex(({ col }) => col === letters))
  // A group may be cut by the end of a page: its words stand at its top, where they stay whole.
  const isCut = (index: number): boolean => rows > onePage && merged.includes(index)
  return {
    columns: merged,
    writers: columns.map((column) => cellWriter(column, columnLook(column))),
    headWriters: columns.map((column, i) => cellWriter(column, isCut(i) ? { ...columnLook(column), top: true } : columnLook(column))),
  }
}

function groupsOf({ columns }: StandardForm, rows: readonly FormRow[], merged: readonly number[]): RowGroup[] {
  if (merged.length === 0) return []
  return rowGroups(rows.map((row) => merged.map((index) => row[columns[index]?.field ?? ''] ?? null)))
}

function partRows({ columns }: StandardForm, rows: readonly FormRow[], groups: readonly RowGroup[], merging: Merging): RowSpec[] {
  const heads = new Set(groups.map(({ first }) => first))
  const hidden = hiddenRows(groups)
  const written = rows.map((row, i): RowSpec => {
    const writers = heads.has(i) ? merging.headWriters : merging.writers
    const covered = hidden.has(i) ? merging.columns : []
    let lines = 1
    const cells = writers.map((write, index) => {
      const field = columns[index]?.field ?? ''
      const found = write(field === 'rowNo' ? i + 1 : covered.includes(index) ? null : (row[field] ?? null))
      if (found.lines > lines) lines = found.lines
      return found.cell
    })
    return { height: linesHeight(lines, bodySize, padding), cells }
  })
  for (const group of groups) growTogether(written, group, columns, merging.columns)
  return written
}

interface Part {
  /** Line above the rows; null without one. */
  title: string | null
  rows: readonly FormRow[]
}

/** The rows by their section, in the order of the form's sections; those that name none stand in the first. */
function sectionsOf({ sections }: StandardForm, rows: readonly FormRow[]): Part[] {
  if (!sections) return [{ title: null, rows }]
  const { field, titles } = sections
  const [first] = Object.keys(titles)
  const sectionOf = (row: FormRow): string | undefined => (Object.hasOwn(titles, String(row[field])) ? String(row[field]) : first)
  return Object.entries(titles)
    .map(([value, title]) => ({ title, rows: rows.filter((row) => sectionOf(row) === value) }))
    .filter((part) => part.rows.length > 0)
}

/** Rows whose merged cells are covered by those of the first row of their group. */
function hiddenRows(groups: readonly RowGroup[]): Set<number> {
  const hidden = new Set<number>()
  for (const { first, last } of groups) for (let row = first + 1; row <= last; row++) hidden.add(row)
  return hidden
}

/** A merged cell has the height of all rows of its group: they grow together where that is not enough. */
function growTogether(rows: RowSpec[], { first, last }: RowGroup, columns: readonly FormColumn[], merged: readonly number[]): void {
  const head = rows[first]
  if (!head) return
  const heightOf = (isMerged: boolean): number => {
    const texts = head.cells.flatMap((cell, index): SizedText[] => {
      if (typeof cell?.value !== 'string' || merged.includes(index) !== isMerged) return []
      return [{ text: cell.value, width: columns[index]?.width ?? 0, fontSize: cell.look?.fontSize }]
    })
    return rowHeight(texts, bodySize, padding)
  }
  const own = rows.slice(first, last + 1)
  // What is merged no longer counts for the first row alone.
  const heights = own.map(({ height = 0 }, i) => (i === 0 ? heightOf(false) : height))
  const lacking = heightOf(true) - heights.reduce((sum, height) => sum + height, 0)
  own.forEach(({ cells }, i) => {
    rows[first + i] = { height: (heights[i] ?? 0) + Math.max(0, Math.ceil(lacking / own.length)), cells }
  })
}
