import type { ReportCheck } from '../../../shared/contract/report'
import { unitRepository } from '../db/repositories/unitRepository'
import type { Services } from '../dispatch'
import { maskWorkbook } from '../excel/maskWorkbook'
import { packZip } from '../excel/writeZip'
import { findForm } from '../forms/standardForms'
import { OfficeError } from '../officeError'
import { noteHandedOut } from './audit/noteHandedOut'
import type { QualityList } from './quality/findQuality'
import { countLevels, isJump, narrowFindings } from './quality/narrowFindings'
import { plannedFiles } from './report/plannedFiles'
import { reportFiles } from './report/reportFiles'
import { partName, reportParts, type ReportPart } from './report/reportParts'
import { s15WorkbookOf } from './returnsService'
import type { ServiceContext } from './serviceContext'
import { fileNamePart } from './templateIssue'
import { formWorkbookOf } from './workbooks/formWorkbookOf'
import type { NamedWorkbook } from './workbooks/namedWorkbook'
import { tableWorkbookOf } from './workbooks/tableWorkbookOf'

type Sources = Pick<Services, 'statistics.table' | 'statistics.s15'>

interface Question {
  periodId?: number | undefined
  asOf?: string | undefined
  unitId?: number | undefined
}

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
    const parts = reportParts(settings, units, unit)
    const planned = plannedFiles(settings.report.format, parts.length, ports.printer.canMakePdf())
    return { settings, bridge, period, folder, parts, planned }
  }

  function workbookOf(part: ReportPart, question: Question, { from, cutOff }: { from: string; cutOff: string }): Promise<NamedWorkbook> {
    const unit = part.unit ? { unitId: part.unit.id } : {}
    if ('form' in part) {
      const year = findForm(part.form).years === undefined ? {} : { year: Number(cutOff.slice(0, 4)) }
      return formWorkbookOf(context, { form: part.form, asOf: cutOff, ...year, ...unit })
    }
    if (part.table === 'S15') return s15WorkbookOf(context, { from, to: cutOff, forms: ['F01'] })
    return tableWorkbookOf(context, { table: part.table, ...question, ...unit })
  }

  return {
    async 'report.check'(question): Promise<ReportCheck> {
      const { settings, bridge, period, folder, planned } = await scene(question)
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
        files: planned.workbooks + planned.pdfs,
        pdfs: planned.pdfs,
        noBrowser: planned.noBrowser,
        previous: bridge.previous,
        openBridge: bridge.parts.flatMap((sheet) => sheet.broken),
        levels: countLevels(found),
        jumps: found.filter(isJump).length,
        unreported: due.filter(({ state }) => state === '未报').map(({ unit }) => unit),
        due: due.length,
      }
    },

    async 'report.make'({ as, operator, ...question }) {
      const { settings, bridge, period, folder, parts, planned } = await scene(question)
      const hidesPhones = settings.privacy.hideExported
      if (parts.length === 0) throw new OfficeError('invalid', { reason: 'empty-report' })
      if (bridge.parts.some(({ broken }) => broken.length > 0)) throw new OfficeError('invalid', { reason: 'broken-table', name: 'S12' })
      const year = Number(bridge.cutOff.slice(0, 4))
      const named = parts.map((part) => ({
        name: partName(part, period, year),
        workbook: async () => {
          const workbook = await workbookOf(part, question, bridge)
          // For both formats at once: what is laid out passes no writer of workbooks.
          return hidesPhones ? { ...workbook, spec: maskWorkbook(workbook.spec) } : workbook
        },
      }))
      const { files, withoutPdf } = await tasks.run('report.make', named.length, (task) => reportFiles(ports, named, planned, task))
      const at = ports.clock.now()
      const name = `成套报表 ${folder}(${files.length} 个文件)`
      await noteHandedOut(context, { action: '导出', name, question, operator, hidesPhones })
      context.changed(['office'])
      const whole = as === 'files' ? files : [{ name: `${folder}.zip`, bytes: await packZip(files, at) }]
      return { folder, files: whole.map(({ name, bytes }) => ({ fileName: name, bytes })), withoutPdf }
    },
  }
}
