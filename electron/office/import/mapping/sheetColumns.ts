import type { ColumnQuestion, SheetColumn } from '../../../../shared/contract/mapping'
import { columnLetters } from '../../excel/columnLetters'
import { personalColumn, type ColumnMap, type ColumnSamples } from '../claimColumns'
import type { TableColumn } from '../findTable'
import { formFields, isReadForm } from '../forms/formFields'
import { formFieldsOfHeader } from '../forms/formHeaders'
import { fieldsOfHeader, isRowNumberHeader, suggestedHeader } from '../headerIndex'
import { fieldLabel, isImportField, type ImportField } from '../importField'
import type { RecognisedTable } from '../recogniseForm'
import { rowIdHeader } from '../../forms/template/templateMeta'
import { doubtfulFields } from './doubtfulHeaders'
import { hideIdentity } from './hideIdentity'
import type { TableAnswer } from './tableAnswer'
import type { ReadingWords } from '../readingWords'

export interface ColumnsInput {
  columns: readonly TableColumn[]
  samples: ColumnSamples
  isUnit(text: string): boolean
  own: ReadingWords
  form: Exclude<RecognisedTable, { id: 'F13' }> | null
  answer: TableAnswer | null
  /** Sent out by this ledger: nobody is asked what its columns are. */
  issued: boolean
}

const shownSamples = 3
/** Texts are looked at, not read. */
export const shownText = 60

/** The columns of a table with what is open about them; the column of row numbers is left out. */
export function sheetColumns(input: ColumnsInput): SheetColumn[] {
  const { columns, form, answer, issued } = input
  return columns.flatMap((column, position): SheetColumn[] => {
    const leaf = column.path.at(-1) ?? ''
    if (leaf === rowIdHeader || (isRowNumberHeader(leaf) && column.index === (form?.map.rowNumber ?? column.index))) return []
    const forbidden = personalColumn(leaf) !== null
    const mapped = form?.map.columns.find(({ index }) => index === column.index)
    const values = forbidden ? [] : [...new Set(input.samples(column.index))]
    const decided = answer?.columns.has(position) ?? false
    // Once a person looked at the table, what follows from the answers is not asked again.
    const isAsked = answer === null && !issued && !forbidden && values.length > 0
    const open = isAsked && form !== null ? openQuestion(input, form, position) : null
    return [{
      position,
      column: columnLetters(column.index),
      header: column.path.join('/'),
      field: mapped?.field ?? null,
      label: mapped && form ? labelOf(form, mapped.field) : null,
      ticked: mapped?.tickedWord ?? null,
      question: open?.question ?? null,
      candidates: open?.candidates ?? [],
      decided,
      forbidden,
      samples: values.slice(0, shownSamples).map((value) => hideIdentity(value.slice(0, shownText))),
    }]
  })
}

interface Open {
  question: ColumnQuestion
  candidates: string[]
}

function openQuestion(input: ColumnsInput, form: NonNullable<ColumnsInput['form']>, position: number): Open | null {
  const { columns } = input
  const column = columns[position]
  if (!column) return null
  const left = form.map.unmapped.find(({ index }) => index === column.index)
  if (left?.field !== undefined) return { question: 'rival', candidates: [left.field] }
  const mapped = form.map.columns.find(({ index }) => index === column.index)
  if (mapped && mapped.tickedWord !== null) return null
  if (!mapped && !left) return null
  const candidates = form.id === 'F01' || form.id === 'F02' ? doubtfulInLedger(input, form.map, position) : doubtfulInForm(form, column)
  if (candidates.length > 0) return { question: 'meaning', candidates: [...candidates] }
  return mapped ? null : { question: 'unknown', candidates: likely(form, column) }
}

function doubtfulInLedger({ columns, samples, isUnit, own }: ColumnsInput, map: ColumnMap, position: number): readonly ImportField[] {
  const column = columns[position]
  if (!column) return []
  const fieldAt = (index: number | undefined): ImportField | null => map.columns.find((other) => other.index === index)?.field ?? null
  return doubtfulFields(column, {
    values: samples(column.index),
    field: fieldAt(column.index),
    before: fieldAt(columns[position - 1]?.index),
    said: (field) => map.columns.some((other) => other.field === field && other.index !== column.index),
    isUnit,
    own,
  })
}

/** A bare wording that a form has for several of its columns: nothing says which. */
function doubtfulInForm(form: NonNullable<ColumnsInput['form']>, { path, index }: TableColumn): readonly string[] {
  if (!isReadForm(form.id) || path.length > 1) return []
  const fields = formFieldsOfHeader(form.id, path.at(-1) ?? '')
  const taken = new Set<string>(form.map.columns.filter((column) => column.index !== index).map(({ field }) => field))
  const free = fields.filter((field) => !taken.has(field))
  return free.length > 1 ? free : []
}

/** Fields of a header one character away; else what a form has for all that it has no column for, while nothing is in it. */
function likely(form: NonNullable<ColumnsInput['form']>, { path }: TableColumn): string[] {
  const known = isReadForm(form.id) ? null : suggestedHeader(path.at(-1) ?? '')
  const hasNote = !isReadForm(form.id) || formFields(form.id).fields.includes('note')
  const isFree = !form.map.columns.some(({ field }) => field === 'note')
  return [...(known === null ? [] : fieldsOfHeader(known)), ...(hasNote && isFree ? ['note'] : [])]
}

function labelOf(form: NonNullable<ColumnsInput['form']>, field: string): string {
  if (isReadForm(form.id)) return formFields(form.id).labelOf(field)
  return isImportField(field) ? fieldLabel(field) : field
}
