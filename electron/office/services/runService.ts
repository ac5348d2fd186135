import type { RunReport, RunRow, RunRowReport } from '../../../shared/contract/run'
import type { OfficeSettings } from '../../../shared/domain/officeSettings'
import type { EntityManager } from '../db/gate'
import { absenceRepository } from '../db/repositories/absenceRepository'
import { runRepository, type BatchRecord, type RowRecord, type RunRecord } from '../db/repositories/runRepository'
import type { Services } from '../dispatch'
import { writeWorkbook } from '../excel/writeWorkbook'
import { bareTitle } from '../forms/bareTitle'
import { runWorkbook } from '../forms/runWorkbook'
import { standardForms } from '../forms/standardForms'
import { OfficeError } from '../officeError'
import { absenceChanges } from './absenceChanges'
import { groupBy } from './groupBy'
import { sumCounts } from './importCounts'
import { saveEdit } from './saveEdit'
import type { ServiceContext } from './serviceContext'
import { shownImportRow } from './shownImportRow'

type RunServices = Pick<Services, Extract<keyof Services, `run.${string}`>>

/** Names of files a list shows of a run. */
const shownNames = 3

/** Rows of a report in one piece. */
const exported = 1_000_000

/** 导入记录: what runs did, and 本期未报. */
export function createRunService(context: ServiceContext): RunServices {
  const { gate, ports } = context

  async function report(manager: EntityManager, runId: number): Promise<RunReport> {
    const run = await runRepository.find(manager, runId)
    if (!run) throw new OfficeError('not-found', { kind: 'run', id: runId })
    const files = await runRepository.batches(manager, [runId])
    return {
      run: describeRun(run, files),
      files: files.map(describeFile),
      forms: (await runRepository.forms(manager, runId)).map((counts) => ({ ...counts, title: titleOf(counts.form) })),
      ...(await runRepository.created(manager, runId)),
      crossUnit: await runRepository.countRows(manager, { runId, crossUnit: true }),
    }
  }

  return {
    'run.page': ({ offset, limit }) =>
      gate.read(async (manager) => {
        const { total, runs } = await runRepository.page(manager, { offset, limit })
        const files = groupBy(await runRepository.batches(manager, runs.map(({ runId }) => runId)), ({ runId }) => runId)
        return { total, rows: runs.map((run) => describeRun(run, files.get(run.runId) ?? [])) }
      }),

    'run.get': ({ runId }) => gate.read((manager) => report(manager, runId)),

    async 'run.rows'(query) {
      const settings = await context.settings()
      return gate.read(async (manager) => {
        const total = await runRepository.countRows(manager, query)
        return { total, rows: (await runRepository.rows(manager, query)).map((row) => describeRow(row, settings)) }
      })
    },

    'run.absences': (query) => gate.read((manager) => absenceRepository.page(manager, query)),

    async 'run.export'({ runId }) {
      const settings = await context.settings()
      const content = await gate.read(async (manager) => {
        const all = { runId, crossUnit: false, offset: 0, limit: exported }
        const rows = await runRepository.rows(manager, all)
        return {
          report: await report(manager, runId),
          rows: rows
            .filter(({ action, problems, rival }) => action !== 'same' || problems.length > 0 || rival !== null)
            .map((row) => describeRow(row, settings)),
          absences: (await absenceRepository.page(manager, { runId, undecided: false, offset: 0, limit: exported })).rows,
        }
      })
      const bytes = await writeWorkbook(runWorkbook(content))
      return { fileName: `导入报告_${content.report.run.at.slice(0, 10)}_${runId}.xlsx`, bytes }
    },

    async 'run.decide'({ runId, decisions, operator }) {
      const saved = await saveEdit(context, async (manager) => {
        const listed = await absenceRepository.decisions(manager, runId, decisions.map(({ enterpriseId }) => enterpriseId))
        const unknown = decisions.find(({ enterpriseId }) => !listed.has(enterpriseId))
        if (unknown) throw new OfficeError('not-found', { kind: 'enterprise', id: unknown.enterpriseId })
        return {
          changes: absenceChanges(decisions),
          stamp: { operator, label: `处理本期未报企业 ${decisions.length} 家` },
          also: (editId) => noteDecisions(manager, runId, { decisions, by: operator, editId, at: ports.clock.now() }),
        }
      })
      context.changed(['import'])
      return saved
    },
  }
}

/** Notes decisions beside the edit that carries them out; 漏报 belongs to none. */
async function noteDecisions(
  manager: EntityManager,
  runId: number,
  { decisions, by, editId, at }: { decisions: Parameters<typeof absenceChanges>[0]; by: string; editId: number | null; at: string },
): Promise<void> {
  for (const decision of decisions) {
    const isNoted = decision.choice === null || decision.choice === '漏报'
    await absenceRepository.decide(manager, runId, decision, { by, editId: isNoted ? null : editId, at })
  }
}

function describeRun({ runId, at, operator, policy, erases, absent, undecided, undoneAt, editId }: RunRecord, files: readonly BatchRecord[]): RunRow {
  return {
    runId, at, operator, erases, absent, undecided, undoneAt, editId,
    policy: policy ?? 'replace',
    files: files.length,
    names: files.slice(0, shownNames).map(({ name }) => name),
    units: [...new Set(files.flatMap(({ unit }) => unit ?? []))],
    totals: sumCounts(files.map(({ counts }) => counts)),
  }
}

function describeFile({ batchId, name, form, unit, filledOn, sheet, sha256, counts, problems, corrected }: BatchRecord): RunReport['files'][number] {
  return { batchId, name, form, formTitle: titleOf(form), unit, filledOn, sheet, sha256, problems, corrected, ...counts }
}

function titleOf(form: string): string {
  const known = standardForms.find(({ id }) => id === form)
  return known ? bareTitle(known) : ''
}

function describeRow({ before, after, ...row }: RowRecord, settings: OfficeSettings): RunRowReport {
  return { ...row, changes: shownImportRow(row.form, before, after, settings) }
}
