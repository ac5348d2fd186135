import type { FormPreview } from '../../../shared/contract/form'
import type { Services } from '../dispatch'
import type { FormColumn } from '../forms/form'
import { formValue } from '../forms/formCell'
import type { FormRow } from '../forms/formRow'
import { formTitle } from '../forms/formTitle'
import { standardForms } from '../forms/standardForms'
import type { ServiceContext } from './serviceContext'
import { countRows, fillForm, formWorkbookOf } from './workbooks/formWorkbookOf'
import { writeNamed } from './workbooks/namedWorkbook'

/** The standard forms, filled from the records. */
export function createFormService(context: ServiceContext): Pick<Services, 'form.list' | 'form.preview' | 'form.export'> {
  const { ports } = context

  return {
    async 'form.list'({ year }) {
      const { names } = await context.settings()
      const naming = { regionName: names.regionName, year: year ?? Number(ports.clock.today().slice(0, 4)) }
      return standardForms.map((form) => ({
        id: form.id, title: formTitle(form, naming), paper: form.print.paper, landscape: form.print.landscape, years: form.years ?? null,
      }))
    },

    async 'form.preview'({ limit, ...question }) {
      const { form, parts, ...naming } = await fillForm(context, question)
      return {
        title: formTitle(form, naming),
        columns: form.columns.map(({ group, header, width }) => ({ group, header, width })),
        rows: (parts[0]?.rows ?? []).slice(0, limit).map((row, i) => form.columns.map((column) => shownCell(row, column, i))),
        total: countRows(parts),
        sheets: parts.length,
      }
    },

    'form.export': async (question) => writeNamed(await formWorkbookOf(context, question)),
  }
}

function shownCell(row: FormRow, { field, type }: FormColumn, index: number): FormPreview['rows'][number][number] {
  const value = field === 'rowNo' ? index + 1 : formValue(row[field] ?? null, type)
  return typeof value === 'object' && value !== null ? value.date : typeof value === 'boolean' ? null : value
}
