import type { FormPreview, FormQuestion } from '../../../shared/contract/form'
import type { Services } from '../dispatch'
import { unitRepository } from '../db/repositories/unitRepository'
import { writeWorkbook } from '../excel/writeWorkbook'
import type { FormColumn, StandardForm } from '../forms/form'
import { formValue } from '../forms/formCell'
import type { FormRow } from '../forms/formRow'
import { formTitle } from '../forms/formTitle'
import { formWorkbook, type FormInput, type FormPart } from '../forms/formWorkbook'
import { findForm, standardForms } from '../forms/standardForms'
import { OfficeError } from '../officeError'
import { f11Parts } from './formRows/f11Parts'
import { formRows } from './formRows/formRows'
import type { FormScene } from './formRows/formScene'
import type { ServiceContext } from './serviceContext'

/** The standard forms, filled from the records. */
export function createFormService(context: ServiceContext): Pick<Services, 'form.list' | 'form.preview' | 'form.export'> {
  const { gate, ports } = context

  async function fill({ form: id, unitId, partyOrgId, ...times }: FormQuestion): Promise<FormInput> {
    const settings = await context.settings()
    const form = findForm(id)
    const { regionName } = settings.names
    const scene = { ...sceneOf(form, times, ports.clock.today()), unitId: unitId ?? null, settings }
    const parts = await gate.read(async (manager): Promise<FormPart[]> => {
      const unit = unitId === undefined ? null : (await unitRepository.list(manager)).find((candidate) => candidate.id === unitId)
      if (unit === undefined) throw new OfficeError('not-found', { what: 'unit', id: unitId ?? 0 })
      const filledBy = unit?.name ?? regionName
      if (id === 'F11') return f11Parts(manager, { ...scene, partyOrgId: partyOrgId ?? null, filledBy })
      return [{ filledBy, rows: await formRows[id](manager, scene) }]
    })
    return { form, regionName, year: scene.year, filledOn: scene.asOf, parts }
  }

  return {
    async 'form.list'({ year }) {
      const { names } = await context.settings()
      const naming = { regionName: names.regionName, year: year ?? Number(ports.clock.today().slice(0, 4)) }
      return standardForms.map((form) => ({
        id: form.id, title: formTitle(form, naming), paper: form.print.paper, landscape: form.print.landscape, years: form.years ?? null,
      }))
    },

    async 'form.preview'({ limit, ...question }) {
      const { form, parts, ...naming } = await fill(question)
      return {
        title: formTitle(form, naming),
        columns: form.columns.map(({ group, header, width }) => ({ group, header, width })),
        rows: (parts[0]?.rows ?? []).slice(0, limit).map((row, i) => form.columns.map((column) => shownCell(row, column, i))),
        total: countRows(parts),
        sheets: parts.length,
      }
    },

    async 'form.export'(question) {
      const input = await fill(question)
      return { fileName: fileNameOf(input), bytes: await writeWorkbook(formWorkbook(input)), rows: countRows(input.parts) }
    },
  }
}

/** The days a form is filled for: a year that has passed is looked at on its last day. */
function sceneOf(
  { years }: StandardForm,
  { asOf, year }: Pick<FormQuestion, 'asOf' | 'year'>,
  today: string,
): Pick<FormScene, 'today' | 'asOf' | 'from' | 'year'> {
  const day = asOf ?? today
  if (years === undefined || year === undefined) return { today, asOf: day, from: null, year: Number(day.slice(0, 4)) }
  const last = `${year}-12-31`
  return { today, asOf: last < day ? last : day, from: `${year}-01-01`, year }
}

function shownCell(row: FormRow, { field, type }: FormColumn, index: number): FormPreview['rows'][number][number] {
  const value = field === 'rowNo' ? index + 1 : formValue(row[field] ?? null, type)
  return typeof value === 'object' && value !== null ? value.date : typeof value === 'boolean' ? null : value
}

function countRows(parts: readonly FormPart[]): number {
  return parts.reduce((sum, { rows }) => sum + rows.length, 0)
}

/** Who fills it in, what it is, and for which day: 桥头镇党建工作经费台账(2026-06-30).xlsx. */
function fileNameOf({ form, regionName, year, filledOn, parts }: FormInput): string {
  const who = parts.length === 1 ? (parts[0]?.filledBy ?? regionName) : regionName
  const name = `${who}${titleAlone(form, year)}(${filledOn})`
  return `${name.replace(/[*?:\\/"<>|]/g, ' ')}.xlsx`
}

function titleAlone(form: StandardForm, year: number): string {
  return formTitle(form, { regionName: '', year })
}
