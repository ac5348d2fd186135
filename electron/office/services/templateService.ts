import { setImmediate } from 'node:timers/promises'
import type { IssuedWorkbook } from '../../../shared/contract/template'
import type { Unit } from '../../../shared/contract/unit'
import type { TemplateFormId } from '../../../shared/domain/formId'
import type { Services } from '../dispatch'
import { unitRepository } from '../db/repositories/unitRepository'
import { writeWorkbook } from '../excel/writeWorkbook'
import { writeZip, type ZipContent } from '../excel/writeZip'
import { templateForm } from '../forms/template/templateForm'
import { templateWorkbook } from '../forms/template/templateWorkbook'
import { OfficeError } from '../officeError'
import type { ServiceContext } from './serviceContext'
import { fileNamePart, freeName, isFillable, issueFrame, issueScene, openForm, plainTitle, readContents, unitInput } from './templateIssue'
import type { TemplateContent } from './templateScene'

type TemplateServices = Pick<Services, 'template.blank' | 'template.perUnit'>

/** Forms to be filled in: empty ones, and one for each unit with what the ledger knows of it. */
export function createTemplateService(context: ServiceContext): TemplateServices {
  const { gate, ports } = context

  return {
    async 'template.blank'({ form, blankRows }) {
      const scene = await issueScene(context)
      const units = await gate.read(unitRepository.list)
      const frame = await issueFrame(context, scene)
      const spec = templateWorkbook({
        ...frame(form), rules: openForm(form), officeName: '', unit: null, rows: [], blankRows, example: true,
        lists: { unitName: units.filter(({ active }) => active).map(({ name }) => name) },
      })
      return { fileName: `${fileNamePart(plainTitle(form, scene))}_空白模板.xlsx`, bytes: await writeWorkbook(spec) }
    },

    async 'template.perUnit'({ forms, unitIds, prefilled, blankRows }) {
      const scene = await issueScene(context)
      const { today, settings } = scene
      const rulesOf = prefilled ? templateForm : openForm
      const { units, contents } = await gate.read(async (manager) => {
        const chosen = chosenUnits(await unitRepository.list(manager), unitIds)
        const [only, ...others] = chosen
        const asked = { ...scene, unitId: only && others.length === 0 ? only.id : null }
        return { units: chosen, contents: new Map(await readContents(manager, forms, asked, prefilled)) }
      })
      const contentOf = (unit: Unit, form: TemplateFormId): TemplateContent => contents.get(form)?.(unit.name) ?? { rows: [], lists: {} }
      const fillable = units.some((unit) => forms.some((form) => isFillable(rulesOf(form), contentOf(unit, form))))
      if (!fillable) throw new OfficeError('not-found', { reason: 'no-template' })
      const frame = await issueFrame(context, scene)
      const packed: ZipContent[] = []
      const files: IssuedWorkbook[] = []
      const total = units.length * forms.length
      await context.tasks.run('template.perUnit', total, async (task) => {
        for (const unit of units) {
          for (const form of forms) {
            task.progress(files.length, total)
            const content = contentOf(unit, form)
            const rules = rulesOf(form)
            const input = isFillable(rules, content) ? unitInput({ ...frame(form), unit, content, blankRows }, rules) : null
            const done = { unitId: unit.id, unit: unit.name, form, rows: content.rows.length }
            const name = `${fileNamePart(unit.name)}_${fileNamePart(plainTitle(form, scene))}_${today}.xlsx`
            const fileName = input && freeName(forms.length > 1 ? `${fileNamePart(unit.name)}/${name}` : name, packed)
            if (fileName) packed.push({ name: fileName, bytes: Buffer.from(await writeWorkbook(templateWorkbook(input))) })
            files.push({ ...done, fileName })
            await setImmediate()
          }
        }
        task.progress(total, total)
      })
      const [first, ...rest] = packed
      if (!first) throw new TypeError('a workbook that can be filled in was not written')
      if (rest.length === 0) return { fileName: first.name.replace(/^.*\//, ''), bytes: first.bytes, files }
      const fileName = `${fileNamePart(`${settings.names.regionName}填报表`)}_${today}.zip`
      return { fileName, bytes: writeZip(packed, ports.clock.now()), files }
    },
  }
}

function chosenUnits(units: readonly Unit[], unitIds: readonly number[]): Unit[] {
  const unknown = unitIds.find((id) => !units.some((unit) => unit.id === id))
  if (unknown !== undefined) throw new OfficeError('not-found', { what: 'unit', id: unknown })
  return units.filter(({ id, active }) => (unitIds.length === 0 ? active : unitIds.includes(id)))
}
