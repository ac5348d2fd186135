import type { Finding, FindingFilter, FindingOrder } from '../../../shared/contract/finding'
import type { Problem, ProblemLevel } from '../../../shared/contract/problem'
import { checkTitles } from '../import/checkTitles'
import { headerAt } from '../import/headerAt'
import { placeKey } from '../import/placeKey'
import { shownCell } from '../import/shownCell'
import { columnIndex } from '../excel/columnIndex'
import { groupBy } from './groupBy'
import { entriesOf, fileProblems, formOf, nameOf, unitNameOf, type RunPlan } from './runPlan'
import type { StoredReading } from './storedReading'

/** A finding with what it is listed under beside what is found there now. */
export interface ListedFinding extends Finding {
  listedUnder: readonly { code: string; level: ProblemLevel }[]
}

type Row = Pick<Finding, 'form' | 'name' | 'unitName'>

const noRow: Row = { form: null, name: '', unitName: '' }
const gravity: Readonly<Record<ProblemLevel, number>> = { error: 0, warning: 1, notice: 2 }

/** All findings of a plan by cell, in the order of the files; cells that were corrected stay among them. */
export function planFindings(plan: RunPlan, readings: readonly StoredReading[]): ListedFinding[] {
  const entries = groupBy(entriesOf(plan), ({ file }) => file.fileId)
  return readings.flatMap((stored) => {
    const { fileId, name: file, reading, sheets, corrected } = stored
    const rows = new Map<string, Row>()
    const found = new Map<string, { place: Place; problems: Problem[] }>()
    const add = (place: Place, problems: readonly Problem[]): void => {
      const key = placeKey(place)
      const known = found.get(key)
      if (known) known.problems.push(...problems)
      else found.set(key, { place, problems: [...problems] })
    }
    const changed = new Map(corrected.map((cell) => [placeKey(cell), cell]))
    const correctedRows = new Set(corrected.map(({ sheet, row }) => placeKey({ sheet, row, column: null })))
    for (const problem of fileProblems(plan, fileId, reading.problems)) add(problem, [problem])
    for (const entry of entries.get(fileId) ?? []) {
      const { sheet, row } = entry.row
      const rowKey = placeKey({ sheet, row, column: null })
      if (entry.problems.length === 0 && !correctedRows.has(rowKey)) continue
      rows.set(rowKey, { form: formOf(entry), name: nameOf(entry), unitName: unitNameOf(entry) })
      for (const problem of entry.problems) add({ sheet: problem.sheet ?? sheet, row: problem.row ?? row, column: problem.column }, [problem])
    }
    for (const cell of corrected) add(cell, [])
    const order = new Map(sheets.map(({ name }, i) => [name, i]))
    const findings = [...found].map(([key, { place, problems }]): ListedFinding => {
      const cell = cellOf(place)
      const sheet = cell && sheets.find(({ name }) => name === cell.sheet)
      const correction = changed.get(key)
      const told = [...problems].sort((a, b) => gravity[a.level] - gravity[b.level])
      return {
        fileId, file, sheet: place.sheet, row: place.row, column: place.column,
        ...(rows.get(placeKey({ ...place, column: null })) ?? noRow),
        header: cell ? headerAt(reading.sheets, cell) : '',
        problems: told.map(({ code, level, message }) => ({ code, level, message, title: checkTitles[code] ?? '' })),
        text: cell && sheet ? shownCell(sheet, cell) : null,
        was: correction?.was ?? null,
        listedUnder: [...told, ...(correction?.found ?? [])],
      }
    })
    const rank = ({ sheet, row, column }: Finding): number[] => [order.get(sheet ?? '') ?? -1, row ?? 0, column === null ? -1 : columnIndex(column)]
    return findings.sort((a, b) => comparePlaces(rank(a), rank(b)))
  })
}

type Place = Pick<Problem, 'sheet' | 'row' | 'column'>

function cellOf({ sheet, row, column }: Place): { sheet: string; row: number; column: string } | null {
  return sheet === null || row === null || column === null ? null : { sheet, row, column }
}

function comparePlaces(a: readonly number[], b: readonly number[]): number {
  for (const [i, one] of a.entries()) if (one !== b[i]) return one - (b[i] ?? 0)
  return 0
}

export function isAmong(finding: ListedFinding, filter: FindingFilter): boolean {
  const { fileId, form, sheet, level, code, corrected, words } = filter
  return (
    (fileId === undefined || finding.fileId === fileId) &&
    (form === undefined || finding.form === form) &&
    (sheet === undefined || finding.sheet === sheet) &&
    (corrected === undefined || finding.was !== null) &&
    ((level === undefined && code === undefined) ||
      finding.listedUnder.some((one) => (level === undefined || one.level === level) && (code === undefined || one.code === code))) &&
    (words === undefined || says(finding, words.trim().toLowerCase()))
  )
}

function says({ sheet, column, header, name, unitName, text, was, problems }: Finding, words: string): boolean {
  const texts = [sheet, column, header, name, unitName, text, was, ...problems.map(({ message }) => message)]
  return texts.some((one) => one?.toLowerCase().includes(words))
}

const collator = new Intl.Collator('zh-CN', { numeric: true })

/** By one column; equal ones stay in the order of the files. */
export function sortFindings(findings: readonly ListedFinding[], field: FindingOrder, descending: boolean): ListedFinding[] {
  const way = descending ? -1 : 1
  return [...findings].sort((a, b) => way * compare(a, b, field))
}

function compare(a: ListedFinding, b: ListedFinding, field: FindingOrder): number {
  if (field === 'row') return (a.row ?? 0) - (b.row ?? 0)
  if (field === 'level') return worst(a) - worst(b)
  if (field === 'column') return (a.column === null ? -1 : columnIndex(a.column)) - (b.column === null ? -1 : columnIndex(b.column))
  if (field === 'message') return collator.compare(a.problems[0]?.message ?? '', b.problems[0]?.message ?? '')
  return collator.compare(a[field] ?? '', b[field] ?? '')
}

function worst({ problems: [first] }: Finding): number {
  return first ? gravity[first.level] : 3
}
