import { setImmediate } from 'node:timers/promises'
import type { IssuedWorkbook } from '../../../shared/contract/template'
import type { TemplateFormId } from '../../../shared/domain/formId'
import type { Unit } from '../../../shared/contract/unit'
import type { EntityManager } from '../db/gate'
import type { Services } from '../dispatch'
import { unitRepository } from '../db/repositories/unitRepository'
import { writeWorkbook } from '../excel/writeWorkbook'
import { writeZip, type ZipContent } from '../excel/writeZip'
import type { FormRow } from '../forms/formRow'
import { formTitle } from '../forms/formTitle'
import { findForm } from '../forms/standardForms'
import { templateForm, type TemplateForm } from '../forms/template/templateForm'
import type { TemplateInput, TemplateRow } from '../forms/template/templateInput'
import { templateWorkbook } from '../forms/template/templateWorkbook'
import { OfficeError } from '../officeError'
import type { FormScene } from './formRows/formScene'
import { ledgerId } from './ledgerId'
import type { ServiceContext } from './serviceContext'
import { offeredNames, templateRowsByUnit, type TemplateContent } from './templateScene'

type TemplateServices = Pick<Services, 'template.blank' | 'template.perUnit'>

/** Forms to be filled in: empty ones, and one for each unit with what the ledger knows of it. */
export function createTemplateService(context: ServiceContext): TemplateServices {
  const { gate, ports } = context

  /** What all workbooks of one issue share. */
  async function issue() {
    const settings = await context.settings()
    const today = ports.clock.today()
    const year = Number(today.slice(0, 4))
    const { regionName } = settings.names
    const scene: FormScene = { today, asOf: today, from: `${year}-01-01`, year, unitId: null, settings }
    const id = await gate.write((manager) => ledgerId(manager, ports.clock.now()))
    const frame = (form: TemplateFormId) => {
      const standard = findForm(form)
      return { form: standard, title: formTitle(standard, { regionName, year }), ledgerId: id, issuedOn: today }
    }
    const plainTitle = (form: TemplateFormId): string => formTitle(findForm(form), { regionName: '', year })
    return { today, regionName, scene, frame, plainTitle }
  }

  return {
    async 'template.blank'({ form, blankRows }) {
      const { frame, plainTitle } = await issue()
      const units = await gate.read(unitRepository.list)
      const spec = templateWorkbook({
        ...frame(form), rules: openForm(form), officeName: '', unit: null, rows: [], blankRows, example: true,
        lists: { unitName: units.filter(({ active }) => active).map(({ name }) => name) },
      })
      return { fileName: `${fileNamePart(plainTitle(form))}_空白模板.xlsx`, bytes: await writeWorkbook(spec) }
    },

    async 'template.perUnit'({ forms, unitIds, prefilled, blankRows }) {
      const { today, regionName, scene, frame, plainTitle } = await issue()
      const { units, contents } = await gate.read(async (manager) => {
        const chosen = chosenUnits(await unitRepository.list(manager), unitIds)
        const [only, ...others] = chosen
        const asked = { ...scene, unitId: only && others.length === 0 ? only.id : null }
        return { units: chosen, contents: new Map(await readContents(manager, forms, asked, prefilled)) }
      })
      const packed: ZipContent[] = []
      const files: IssuedWorkbook[] = []
      const total = units.length * forms.length
      await context.tasks.run('template.perUnit', total, async (task) => {
        for (const unit of units) {
          for (const form of forms) {
            task.progress(files.length, total)
            const content = contents.get(form)?.(unit.name) ?? { rows: [], lists: {} }
            const input = unitInput({ ...frame(form), unit, content, blankRows }, prefilled ? templateForm(form) : openForm(form))
            const done = { unitId: unit.id, unit: unit.name, form, rows: content.rows.length }
            const name = `${fileNamePart(unit.name)}_${fileNamePart(plainTitle(form))}_${today}.xlsx`
            const fileName = input && freeName(forms.length > 1 ? `${fileNamePart(unit.name)}/${name}` : name, packed)
            if (fileName) packed.push({ name: fileName, bytes: Buffer.from(await writeWorkbook(templateWorkbook(input))) })
            files.push({ ...done, fileName })
            await setImmediate()
          }
        }
        task.progress(total, total)
      })
      const [first, ...rest] = packed
      if (!first) throw new OfficeError('not-found', { reason: 'no-template' })
      if (rest.length === 0) return { fileName: first.name.replace(/^.*\//, ''), bytes: first.bytes, files }
      const fileName = `${fileNamePart(`${regionName}填报表`)}_${today}.zip`
      return { fileName, bytes: writeZip(packed, ports.clock.now()), files }
    },
  }
}

function chosenUnits(units: readonly Unit[], unitIds: readonly number[]): Unit[] {
  const unknown = unitIds.find((id) => !units.some((unit) => unit.id === id))
  if (unknown !== undefined) throw new OfficeError('not-found', { what: 'unit', id: unknown })
  return units.filter(({ id, active }) => (unitIds.length === 0 ? active : unitIds.includes(id)))
}

type ContentOf = (unitName: string) => TemplateContent

/** Everything is read in one snapshot, form by form: what the workbooks of one issue say fits together. */
async function readContents(
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

/** Null where the form lists what the ledger has and the unit has none of it: nothing could be filled in. */
function unitInput({ unit, content, ...input }: UnitWorkbook, rules: TemplateForm): TemplateInput | null {
  if (rules.only && content.rows.length === 0) return null
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
function openForm(form: TemplateFormId): TemplateForm {
  const { only: _only, ...rules } = templateForm(form)
  return rules
}

function templateRow(row: FormRow): TemplateRow {
  return { id: Number(row['recordId']), version: Number(row['recordVersion']), row }
}

/** What no Windows folder takes, and dots at the end, which it drops. */
function fileNamePart(text: string): string {
  return text.replace(/[*?:\\/"<>|\p{Cc}]/gu, ' ').replace(/[ .]+$/, '').trim() || '未命名'
}

/** Two units may be called alike but for signs that no file name has. */
function freeName(name: string, taken: readonly ZipContent[]): string {
  for (let number = 1; ; number++) {
    const free = number === 1 ? name : name.replace(/(\.xlsx)$/, `(${number})$1`)
    if (!taken.some((part) => part.name === free)) return free
  }
}
