import type { FormQuestion } from '../../../../shared/contract/form'
import { unitRepository } from '../../db/repositories/unitRepository'
import type { StandardForm } from '../../forms/form'
import { formTitle } from '../../forms/formTitle'
import { formWorkbook, type FormInput, type FormPart } from '../../forms/formWorkbook'
import { findForm } from '../../forms/standardForms'
import { OfficeError } from '../../officeError'
import { f11Parts } from '../formRows/f11Parts'
import { formRows } from '../formRows/formRows'
import type { FormScene } from '../formRows/formScene'
import type { ServiceContext } from '../serviceContext'
import { nameOfFile, type NamedWorkbook } from './namedWorkbook'

export async function formWorkbookOf(context: ServiceContext, question: FormQuestion): Promise<NamedWorkbook> {
  const input = await fillForm(context, question)
  return { fileName: fileNameOf(input), spec: formWorkbook(input), rows: countRows(input.parts) }
}

/** A standard form with its rows, for the district or one unit. */
export async function fillForm(context: ServiceContext, { form: id, unitId, partyOrgId, ...times }: FormQuestion): Promise<FormInput> {
  const settings = await context.settings()
  const form = findForm(id)
  const { regionName } = settings.names
  const scene = { ...sceneOf(form, times, context.ports.clock.today()), unitId: unitId ?? null, settings }
  const parts = await context.gate.read(async (manager): Promise<FormPart[]> => {
    const unit = unitId === undefined ? null : (await unitRepository.list(manager)).find((candidate) => candidate.id === unitId)
    if (unit === undefined) throw new OfficeError('not-found', { what: 'unit', id: unitId ?? 0 })
    const filledBy = unit?.name ?? regionName
    if (id === 'F11') return f11Parts(manager, { ...scene, partyOrgId: partyOrgId ?? null, filledBy })
    return [{ filledBy, rows: await formRows[id](manager, scene) }]
  })
  return { form, regionName, year: scene.year, filledOn: scene.asOf, parts }
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

export function countRows(parts: readonly FormPart[]): number {
  return parts.reduce((sum, { rows }) => sum + rows.length, 0)
}

/** Who fills it in, what it is, and for which day: 桥头镇党建工作经费台账(2026-06-30).xlsx. */
function fileNameOf({ form, regionName, year, filledOn, parts }: FormInput): string {
  const who = parts.length === 1 ? (parts[0]?.filledBy ?? regionName) : regionName
  return `${nameOfFile(`${who}${titleAlone(form, year)}(${filledOn})`)}.xlsx`
}

function titleAlone(form: StandardForm, year: number): string {
  return formTitle(form, { regionName: '', year })
}
