import { bareTitle } from '../../forms/bareTitle'
import { findForm } from '../../forms/standardForms'
import type { ColumnSamples } from '../claimColumns'
import type { FoundTable } from '../findTable'
import { formFields, isReadForm } from '../forms/formFields'
import { mapFormColumns } from '../forms/mapFormColumns'
import { isImportField } from '../importField'
import { mapColumns } from '../mapColumns'
import type { RecognisedTable } from '../recogniseForm'
import { withIssuedColumns, type IssuedTable } from './issuedTable'
import type { ReadingWords } from '../readingWords'

/** A table that came back is the form it was sent out as, its columns those that were sent out wherever they stand. */
export function issuedForm(
  issued: IssuedTable,
  table: FoundTable,
  samples: ColumnSamples,
  { isUnit, own }: { isUnit: (text: string) => boolean; own: ReadingWords },
): Exclude<RecognisedTable, { id: 'F13' }> | null {
  const id = issued.meta.form
  const title = bareTitle(findForm(id))
  if (isReadForm(id)) {
    const { fields } = formFields(id)
    const isField = (field: string): field is string => fields.includes(field)
    return { id, title, map: withIssuedColumns(mapFormColumns(id, table.columns, samples, isUnit, own), table, issued, isField) }
  }
  if (id !== 'F01' && id !== 'F02') return null
  return { id, title, map: withIssuedColumns(mapColumns(table.columns, samples, isUnit, own), table, issued, isImportField) }
}
