import { setImmediate } from 'node:timers/promises'
import type { ReportCheck } from '../../../shared/contract/report'
import type { Unit } from '../../../shared/contract/unit'
import type { FormId } from '../../../shared/domain/formId'
import type { ReportTable } from '../../../shared/domain/reportSet'
import type { OfficeSettings } from '../../../shared/domain/officeSettings'
import type { TableId } from '../../../shared/domain/statistics/statTable'
import { statTables } from '../../../shared/domain/statistics/statTables'
import { unitRepository } from '../db/repositories/unitRepository'
import type { Services } from '../dispatch'
import { packZip, type ZipContent } from '../excel/writeZip'
import { formTitle } from '../forms/formTitle'
import { findForm } from '../forms/standardForms'
import { OfficeError } from '../officeError'
import { phoneHiding } from '../phoneHiding'
import { noteHandedOut } from './audit/noteHandedOut'
import type { QualityList } from './quality/findQuality'
import { countLevels, isJump, narrowFindings } from './quality/narrowFindings'
import type { ServiceContext } from './serviceContext'
import { fileNamePart, freeName } from './templateIssue'

type Sources = Pick<Services, 'statistics.table' | 'statistics.exportTable' | 'statistics.s15' | 'statistics.exportS15' | 'form.export'>

interface Question {
  periodId?: number | undefined
  asOf?: string | undefined
  unitId?: number | undefined
}

/** One file of the set; without a unit it is the district's. */
type Part = { unit: Unit | null } & ({ table: ReportTable } | { form: FormId })

/** 成套报表: what belongs to a period's set, checked and made from the tables and forms themselves. */
export function createReportService(
  context: ServiceContext,
  sources: Sources,
  listed: (asOf?: string) => Promise<QualityList>,
): Pick<Services, 'report.check' | 'report.make'> {
  const { gate, ports, tasks } = context

  /** The period's frame is what table S12 says of itself: it is asked for anyway. */
  async function scene(question: Question) {
    const settings = await context.settings()
    const units = await gate.read(unitRepository.list)
    const unit = question.unitId === undefined ? null : units.find(({ id }) => id === question.unitId)
    if (unit === undefined) throw new OfficeError('not-found', { kind: 'unit', id: question.unitId ?? 0 })
    const bridge = await sources['statistics.table']({ table: 'S12', ...question })
    const period = bridge.period ?? bridge.cutOff
    const folder = [settings.names.officeName, ...(unit ? [unit.name] : []), period].map(fileNamePart).join('_')
    return { settings, bridge, period, folder, parts: partsOf(settings, units, unit) }
  }

  function tableOf(table: TableId, question: Question, unit: Unit | null) {
    return { table, ...question, ...(unit ? { unitId: unit.id } : {}) }
  }

  async function workbookOf(part: Part, question: Question, { from, cutOff }: { from: string; cutOff: string }): Promise<Uint8Array> {
    if ('form' in part) {
      const year = findForm(part.form).years === undefined ? {} : { year: Number(cutOff.slice(0, 4)) }
      return (await sources['form.export']({ form: part.form, asOf: cutOff, ...year, ...(part.unit ? { unitId: part.unit.id } : {}) })).bytes
    }
    if (part.table === 'S15') return (await sources['statistics.exportS15']({ from, to: cutOff, forms: ['F01'] })).bytes
    return (await sources['statistics.exportTable'](tableOf(part.table, question, part.unit))).bytes
  }

  return {
    async 'report.check'(question): Promise<ReportCheck> {
      const { settings, bridge, period, folder, parts } = await scene(question)
      const { from, cutOff } = bridge
      const broken: ReportCheck['broken'] = []
      for (const table of settings.report.tables) {
        if (table === 'S15' || table === 'S12') continue
        const { parts: sheets } = await sources['statistics.table']({ table, ...question })
        for (const sentence of sheets.flatMap((sheet) => sheet.broken)) broken.push({ table, sentence })
      }
      const { findings } = await listed()
      const found = question.unitId === undefined ? findings : narrowFindings(findings, { unitIds: [question.unitId] })
      const { rows } = await sources['statistics.s15']({ from, to: cutOff, forms: ['F01'] })
      const due = rows.filter(({ unitId }) => question.unitId === undefined || unitId === question.unitId)
      return {
        period, from, cutOff, folder, broken,
        isLocked: bridge.period !== null,
        files: parts.length,
        previous: bridge.previous,
        openBridge: bridge.parts.flatMap((sheet) => sheet.broken),
        levels: countLevels(found),
        jumps: found.filter(isJump).length,
        unreported: due.filter(({ state }) => state === '未报').map(({ unit }) => unit),
        due: due.length,
      }
    },

    async 'report.make'({ as, operator, ...question }) {
      const { settings, bridge, period, folder, parts } = await scene(question)
      const hidesPhones = settings.privacy.hideExported
      if (parts.length === 0) throw new OfficeError('invalid', { reason: 'empty-report' })
      if (bridge.parts.some(({ broken }) => broken.length > 0)) throw new OfficeError('invalid', { reason: 'broken-table', name: 'S12' })
      const files: ZipContent[] = []
      await tasks.run('report.make', parts.length, async (task) => {
        for (const part of parts) {
          task.progress(files.length, parts.length)
          const name = freeName(`${nameOf(part, period, Number(bridge.cutOff.slice(0, 4)))}.xlsx`, files)
          files.push({ name, bytes: Buffer.from(await phoneHiding.run(hidesPhones, () => workbookOf(part, question, bridge))) })
          await setImmediate()
        }
        task.progress(parts.length, parts.length)
      })
      const at = ports.clock.now()
      const name = `成套报表 ${folder}(${files.length} 个文件)`
      await noteHandedOut(context, { action: '导出', name, question, operator, hidesPhones })
      context.changed(['office'])
      const whole = as === 'files' ? files : [{ name: `${folder}.zip`, bytes: await packZip(files, at) }]
      return { folder, files: whole.map(({ name, bytes }) => ({ fileName: name, bytes })) }
    },
  }
}

/** The files of the set in the order of its tables, each for the district before the units; S15 is the district's. */
function partsOf({ report }: OfficeSettings, units: readonly Unit[], only: Unit | null): Part[] {
  const each = report.scope === '全区' ? [] : units.filter(({ active }) => active)
  const whose = only ? [only] : [...(report.scope === '各单位' ? [] : [null]), ...each]
  return [
    ...report.tables.flatMap((table): Part[] => (table === 'S15' ? (only ? [] : [{ table, unit: null }]) : whose.map((unit) => ({ table, unit })))),
    ...report.forms.flatMap((form): Part[] => whose.map((unit) => ({ form, unit }))),
  ]
}

/** S1_两个覆盖情况统计表_全区_2026年第3季度 */
function nameOf(part: Part, period: string, year: number): string {
  const [key, title] =
    'form' in part
      ? [part.form, formTitle(findForm(part.form), { regionName: '', year })]
      : [part.table, part.table === 'S15' ? '报送情况表' : statTables[part.table].title]
  return [key, title, part.unit?.name ?? '全区', period].map(fileNamePart).join('_')
}
