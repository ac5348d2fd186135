import { columnLetters } from '../../excel/columnLetters'
import type { Highlight } from '../../excel/workbookSpec'
import type { FormColumn } from '../form'
import { columnEntry, listName } from './columnEntry'
import { requiredWhen } from './columnWords'
import type { TemplateInput } from './templateInput'
import { exampleColor, templateFills } from './templateLooks'
import { exampleMark } from './templateRows'

/**
 * What a row still lacks and what no list knows, seen while it is filled in. `top` and `bottom` are the first and last
 * row that is watched, from 0.
 */
export function templateHighlights({ form, lists, unit }: TemplateInput, top: number, bottom: number): Highlight[] {
  const last = form.columns.length - 1
  const row = top + 1
  const notExample = `$A${row}<>"${exampleMark}"`
  const started = `COUNTA($B${row}:$${columnLetters(last)}${row})>0`
  const highlights: Highlight[] = [
    { range: { top, left: 0, bottom, right: last }, formula: `$A${row}="${exampleMark}"`, fill: templateFills.example, color: exampleColor },
  ]
  for (const [index, column] of form.columns.entries()) {
    const cell = `${columnLetters(index)}${row}`
    const range = { top, left: index, bottom, right: index }
    const asked = column.field === 'unitName' && unit ? null : askedWhen(form.columns, column, row, started)
    if (asked) highlights.push({ range, formula: `AND(${notExample},${asked},LEN(TRIM(${cell}))=0)`, fill: templateFills.missing })
    const { accepts, strictness } = columnEntry(column, lists)
    if (accepts.kind === 'list' && strictness === 'stop') {
      const unlisted = `ISNA(MATCH(TRIM(${cell}),${listName(column.field)},0))`
      highlights.push({ range, formula: `AND(${notExample},LEN(TRIM(${cell}))>0,${unlisted})`, fill: templateFills.unlisted })
    }
  }
  return highlights
}

/** Under which condition of its row a cell must be filled; null where it never must. */
function askedWhen(columns: readonly FormColumn[], column: FormColumn, row: number, started: string): string | null {
  if (column.required) return started
  const when = requiredWhen(column)
  const decider = when ? columns.findIndex(({ field }) => field === when.field) : -1
  return decider < 0 ? null : `TRIM($${columnLetters(decider)}${row})="${when?.word ?? ''}"`
}
