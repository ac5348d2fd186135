import { setImmediate } from 'node:timers/promises'
import type { Problem } from '../../../../shared/contract/problem'
import type { QualityReturn } from '../../../../shared/contract/quality'
import type { Unit } from '../../../../shared/contract/unit'
import { templateFormIds, type TemplateFormId } from '../../../../shared/domain/formId'
import type { Services } from '../../dispatch'
import { unitRepository } from '../../db/repositories/unitRepository'
import { columnLetters } from '../../excel/columnLetters'
import { writeWorkbook } from '../../excel/writeWorkbook'
import { writeZip, type ZipContent } from '../../excel/writeZip'
import { returnNotes, type ReturnedRow } from '../../forms/return/returnNotes'
import { templateForm } from '../../forms/template/templateForm'
import type { TemplateInput } from '../../forms/template/templateInput'
import { templateWorkbook } from '../../forms/template/templateWorkbook'
import { OfficeError } from '../../officeError'
import { groupBy } from '../groupBy'
import type { ServiceContext } from '../serviceContext'
import { fileNamePart, freeName, isFillable, issueFrame, issueScene, plainTitle, readContents, unitInput } from '../templateIssue'
import type { DescribedFinding } from './describeFindings'
import type { QualityList } from './findQuality'
import { narrowFindings } from './narrowFindings'

/** 退回 of what the ledger says: to each unit the forms its findings stand on, filled in and annotated. */
export function createQualityReturnService(
  context: ServiceContext,
  listed: (asOf?: string) => Promise<QualityList>,
): Pick<Services, 'quality.return'> {
  const { gate, ports, readers, tasks } = context
  return {
    async 'quality.return'({ filter }) {
      const found = groupBy(narrowFindings((await listed()).findings, filter), ({ unitId }) => unitId)
      const scene = await issueScene(context)
      const { today } = scene
      const { officeName, regionName } = scene.settings.names
      const month = `${today.slice(0, 4)}年${Number(today.slice(5, 7))}月`
      const wanted = new Set([...found.values()].flat().flatMap(({ place }) => place?.form ?? []))
      const forms: TemplateFormId[] = templateFormIds.filter((form) => form === 'F01' || wanted.has(form))
      const { units, contents } = await gate.read(async (manager) => {
        const chosen = (await unitRepository.list(manager)).filter(({ id }) => found.has(id))
        const [only, ...others] = chosen
        const asked = { ...scene, unitId: only && others.length === 0 ? only.id : null }
        return { units: chosen, contents: new Map(await readContents(manager, forms, asked, true)) }
      })
      if (units.length === 0) throw new OfficeError('not-found', { reason: 'nothing-to-return' })
      const frame = await issueFrame(context, scene)
      const planned = units.flatMap((unit) => {
        const inputs = new Map(
          forms.flatMap((form) => {
            const content = contents.get(form)?.(unit.name) ?? { rows: [], lists: {} }
            const rules = templateForm(form)
            return isFillable(rules, content) ? [[form, unitInput({ ...frame(form), unit, content, blankRows: 0 }, rules)] as const] : []
          }),
        )
        return placed(unit, found.get(unit.id) ?? [], inputs)
      })
      const packed: ZipContent[] = []
      const files: QualityReturn[] = []
      await tasks.run('quality.return', planned.length, async (task) => {
        for (const { unit, form, input, rows, beside } of planned) {
          task.progress(files.length, planned.length)
          const stem = `${fileNamePart(unit.name)}_${fileNamePart(plainTitle(form, scene))}_核查退回_${month}.xlsx`
          const name = freeName(units.length > 1 ? `${fileNamePart(unit.name)}/${stem}` : stem, packed)
          const { sheet, top } = headOf(input)
          const notes = returnNotes({
            fileName: unit.name, officeName, today, now: ports.clock.now(), of: 'ledger',
            tables: [{ sheet, headerRow: top - input.form.headerRows + 1, mapping: Object.fromEntries(input.form.columns.map(({ col, field }) => [col, field])) }],
            rows, problems: beside,
          })
          const { bytes } = await readers.annotate({ name: 'form.xlsx', bytes: new Uint8Array(await writeWorkbook(templateWorkbook(input))), notes })
          packed.push({ name, bytes: Buffer.from(bytes) })
          files.push({ unitId: unit.id, unit: unit.name, form, fileName: name, problems: beside.length + rows.reduce((sum, row) => sum + row.problems.length, 0) })
          await setImmediate()
        }
        task.progress(planned.length, planned.length)
      })
      const left = planned.reduce((sum, { beside }) => sum + beside.length, 0)
      const [first, ...rest] = packed
      if (!first) throw new TypeError('findings of a unit stand on no workbook')
      if (rest.length === 0) return { fileName: first.name, bytes: first.bytes, files, left }
      const [unit, ...others] = units
      const whose = unit && others.length === 0 ? unit.name : regionName
      return { fileName: `${fileNamePart(whose)}_核查退回_${month}.zip`, bytes: writeZip(packed, ports.clock.now()), files, left }
    },
  }
}

interface PlannedReturn {
  unit: Unit
  form: TemplateFormId
  input: TemplateInput
  rows: ReturnedRow[]
  /** What stands on no form, told on the cover of the unit's first workbook. */
  beside: Problem[]
}

/** A unit's findings by the forms and rows they stand on. */
function placed(unit: Unit, findings: readonly DescribedFinding[], inputs: ReadonlyMap<TemplateFormId, TemplateInput>): PlannedReturn[] {
  const beside: Problem[] = []
  const onForm = new Map<TemplateFormId, Map<number, Problem[]>>()
  const rowsById = new Map([...inputs].map(([form, input]) => [form, new Map(input.rows.map(({ id }, i) => [id, i]))]))
  for (const finding of findings) {
    const { code, level, place } = finding
    const message = toldOf(finding)
    const row = place && rowsById.get(place.form)?.get(place.recordId)
    if (!place || row === undefined || row === null) {
      beside.push({ sheet: `${finding.kindLabel} ${finding.name}`, row: null, column: null, code, level, message })
      continue
    }
    const at = (inputs.get(place.form)?.form.columns ?? []).findIndex(({ field }) => field === place.field)
    const rows = onForm.get(place.form) ?? new Map<number, Problem[]>()
    const problem: Problem = { sheet: null, row: null, column: at < 0 ? null : columnLetters(at), code, level, message }
    onForm.set(place.form, rows.set(row, [...(rows.get(row) ?? []), problem]))
  }
  const forms = templateFormIds.filter((form) => onForm.has(form))
  const first = forms[0] ?? 'F01'
  return (forms.length === 0 && beside.length > 0 ? [first] : forms).flatMap((form) => {
    const input = inputs.get(form)
    if (!input) return []
    const { sheet, top } = headOf(input)
    const rows = [...(onForm.get(form) ?? [])].sort(([a], [b]) => a - b)
    return [
      {
        unit, form, input,
        rows: rows.map(([row, problems]): ReturnedRow => ({ sheet, row: top + row + 1, action: 'same', problems })),
        beside: form === first ? beside : [],
      },
    ]
  })
}

/** The column by name: on a wide form a message without it is hard to place. */
function toldOf({ label, message }: DescribedFinding): string {
  return label === '' || message.includes(label) ? message : `${label}：${message}`
}

/** The sheet a form is filled in on, and how many rows stand above its records. */
function headOf(input: TemplateInput): { sheet: string; top: number } {
  const sheet = templateWorkbook({ ...input, rows: [] }).sheets[0]
  return { sheet: sheet?.name ?? '', top: sheet?.frozen?.rows ?? 0 }
}
