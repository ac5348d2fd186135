import { bareTitle } from '../../forms/bareTitle'
import { findForm } from '../../forms/standardForms'
import type { ColumnMap, ColumnSamples, MappedColumn } from '../claimColumns'
import type { FoundTable } from '../findTable'
import { formFields, isReadForm } from '../forms/formFields'
import { headerRules } from '../forms/headerRules'
import { mapFormColumns } from '../forms/mapFormColumns'
import { isImportField, type ImportField } from '../importField'
import { mapColumns, personPhones } from '../mapColumns'
import type { RecognisedTable } from '../recogniseForm'
import type { TableAnswer } from './tableAnswer'
import type { ReadingWords } from '../readingWords'

export interface MappingScene {
  table: FoundTable
  samples: ColumnSamples
  isUnit(text: string): boolean
  own: ReadingWords
}

type TakenTable = Exclude<RecognisedTable, { id: 'F13' }>

/** A table as a person said it is: its form, and the columns named by hand. Null where it is not to be imported. */
export function answeredForm({ form, columns: answers }: Pick<TableAnswer, 'form' | 'columns'>, scene: MappingScene): TakenTable | null {
  if (form === null) return null
  const { table, samples, isUnit, own } = scene
  const { columns } = table
  const title = bareTitle(findForm(form))
  if (!isReadForm(form)) {
    const map = mapColumns(columns, samples, isUnit, own)
    return { id: form, title, map: answeredColumns<ImportField>(map, answers, { columns, isField: isImportField, phones: personPhones }) }
  }
  const { fields } = formFields(form)
  const isField = (field: string): field is string => fields.includes(field)
  const map = mapFormColumns(form, columns, samples, isUnit, own)
  return { id: form, title, map: answeredColumns<string>(map, answers, { columns, isField, phones: headerRules[form].phones ?? {} }) }
}

interface AnsweredScene<F extends string> {
  columns: FoundTable['columns']
  isField(field: string): field is F
  phones: Partial<Record<F, F>>
}

/** A field that was given to a column by hand is taken from the column the rules gave it to. */
function answeredColumns<F extends string>(map: ColumnMap<F>, answers: TableAnswer['columns'], { columns, isField, phones }: AnsweredScene<F>): ColumnMap<F> {
  const answered = new Map(columns.flatMap(({ index, path }, position) => {
    const field = answers.get(position)
    return field === undefined ? [] : [[index, { field, header: path.join('/') }] as const]
  }))
  const given = [...answered].flatMap(([index, { field, header }]): MappedColumn<F>[] => {
    if (field === null || !isField(field)) return []
    const own = map.columns.find((column) => column.index === index && column.field === field)
    const phoneField = phones[field]
    return [own ?? { index, header, field, tickedWord: null, ...(phoneField === undefined ? {} : { phoneField }) }]
  })
  const fields = new Map(given.map((column) => [column.field, column]))
  const kept = map.columns.filter(({ index, field, tickedWord }) => {
    const taker = fields.get(field)
    return !answered.has(index) && (taker === undefined || (tickedWord !== null && taker.tickedWord !== null))
  })
  const places = new Set([...given, ...kept].map(({ index }) => index))
  const lost = map.columns.filter(({ index }) => !places.has(index) && !answered.has(index))
  return {
    columns: [...given, ...kept].sort((a, b) => a.index - b.index),
    rowNumber: answered.has(map.rowNumber ?? -1) ? null : map.rowNumber,
    unmapped: [
      ...map.unmapped.filter(({ index }) => !answered.has(index)),
      ...lost.map(({ index, header, field }) => ({ index, header, reason: `与列“${fields.get(field)?.header ?? ''}”含义相同，已采用选定的一列`, field })),
      ...[...answered].filter(([index]) => !places.has(index)).map(([index, { header }]) => ({ index, header, reason: '按选择不导入' })),
    ].sort((a, b) => a.index - b.index),
  }
}
