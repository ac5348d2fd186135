import type { TemplateFormId } from '../../../shared/domain/formId'
import type { Unit } from '../../../shared/contract/unit'
import type { EntityManager } from '../db/gate'
import type { FormRow } from '../forms/formRow'
import { formTitle } from '../forms/formTitle'
import { findForm } from '../forms/standardForms'
import { templateForm, type TemplateForm } from '../forms/template/templateForm'
import type { TemplateInput, TemplateRow } from '../forms/template/templateInput'
import type { FormScene } from './formRows/formScene'
import { ledgerId } from './ledgerId'
import type { ServiceContext } from './serviceContext'
import { offeredNames, templateRowsByUnit, type TemplateContent } from './templateScene'

/** What an issue of today reads the forms by. */
export async function issueScene({ ports, settings }: ServiceContext): Promise<FormScene> {
  const today = ports.clock.today()
  const year = Number(today.slice(0, 4))
  return { today, asOf: today, from: `${year}-01-01`, year, unitId: null, settings: await settings() }
}

/** What all workbooks of one issue share. Called when it is sure that there will be one: the ledger may get its id. */
export async function issueFrame({ gate, ports }: ServiceContext, { today, year, settings }: FormScene) {
  const id = await gate.write((manager) => ledgerId(manager, ports.clock.now()))
  return (form: TemplateFormId) => {
    const standard = findForm(form)
    const title = formTitle(standard, { regionName: settings.names.regionName, year })
    return { form: standard, title, ledgerId: id, issuedOn: today }
  }
}

/** The title of a form without its region: part of file names, which are long enough. */
export function plainTitle(form: TemplateFormId, { year }: FormScene): string {
  return formTitle(findForm(form), { regionName: '', year })
}

export type ContentOf = (unitName: string) => TemplateContent

/** Everything is read in one snapshot, form by form: what the workbooks of one issue say fits together. */
export async function readContents(
  manager: EntityManager,
  forms: readonly TemplateFormId[],
  scene: FormScene,
  prefilled: boolean,
): Promise<[TemplateFormId, ContentOf][]> {
  const contents: [TemplateFormId, ContentOf][] = []
  for (const form of forms) {
    const rows = prefilled ? await templateRowsByUnit(manager, form, scene) : new Map<string, FormRow[]>()
    const lists = await offeredNames(manager, form, scene)
    contents.push([form, (unit) => ({ rows: rows.get(unit) ?? [], lists: lists.get(unit) ?? {} })])
  }
  return contents
}

interface UnitWorkbook extends Pick<TemplateInput, 'form' | 'title' | 'ledgerId' | 'issuedOn' | 'blankRows'> {
  unit: Unit
  content: TemplateContent
}

/** Not where the form lists what the ledger has and the unit has none of it. */
export function isFillable(rules: TemplateForm, content: TemplateContent): boolean {
  return !rules.only || content.rows.length > 0
}

export function unitInput({ unit, content, ...input }: UnitWorkbook, rules: TemplateForm): TemplateInput {
  return {
    ...input,
    rules,
    officeName: unit.name,
    unit: { id: unit.id, name: unit.name },
    rows: content.rows.map(templateRow),
    blankRows: rules.only ? 0 : input.blankRows,
    example: false,
    lists: { unitName: [unit.name], ...content.lists },
  }
}

/** Without records there are none to keep to. */
export function openForm(form: TemplateFormId): TemplateForm {
  const { only: _only, ...rules } = templateForm(form)
  return rules
}

function templateRow(row: FormRow): TemplateRow {
  return { id: Number(row['recordId']), version: Number(row['recordVersion']), row }
}

/** What no Windows folder takes, and dots at the end, which it drops. */
export function fileNamePart(text: string): string {
  return text.replace(/[*?:\\/"<>|\p{Cc}]/gu, ' ').replace(/[ .]+$/, '').trim() || '未命名'
}

/** Two units may be called alike but for signs that no file name has. */
export function freeName(name: string, taken: readonly { name: string }[]): string {
  for (let number = 1; ; number++) {
    const free = number === 1 ? name : name.replace(/(\.xlsx)$/, `(${number})$1`)
    if (!taken.some((part) => part.name === free)) return free
  }
}
