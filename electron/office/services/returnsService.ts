import type { S15Row, S15Table } from '../../../shared/contract/returns'
import type { TemplateFormId } from '../../../shared/domain/formId'
import { returnState, returnStates, type ReturnState } from '../../../shared/domain/returnState'
import { returnsRepository, type ReturnRecord } from '../db/repositories/returnsRepository'
import { unitRepository } from '../db/repositories/unitRepository'
import type { Services } from '../dispatch'
import { s15Workbook } from '../forms/s15Workbook'
import type { ServiceContext } from './serviceContext'
import { writeFileOf, type NamedWorkbook } from './workbooks/namedWorkbook'

export interface S15Question {
  from: string
  to: string
  forms: readonly TemplateFormId[]
}

/** One unit's part of one file. */
interface Report {
  record: ReturnRecord
  form: string
  rows: number
  errors: number
  warnings: number
  held: number
}

/** 报送情况 (S15): who reported what within a period. */
export function createReturnsService(context: ServiceContext): Pick<Services, 'statistics.s15' | 'statistics.exportS15'> {
  return {
    'statistics.s15': (question) => s15Of(context, question),
    'statistics.exportS15': async (question) => writeFileOf(await s15WorkbookOf(context, question)),
  }
}

export async function s15WorkbookOf(context: ServiceContext, question: S15Question): Promise<NamedWorkbook> {
  const table = await s15Of(context, question)
  const spec = s15Workbook({ table, filledOn: context.ports.clock.today() })
  return { fileName: `报送情况表(${question.from}至${question.to}).xlsx`, spec, rows: table.rows.length }
}

/** The table of a period. */
export async function s15Of({ settings, gate }: ServiceContext, { from, to, forms }: S15Question): Promise<S15Table> {
  const { names } = await settings()
  return gate.read(async (manager) => {
    const records = await returnsRepository.until(manager, to)
    const absences = new Map((await returnsRepository.absences(manager)).map((row) => [`${row.runId} ${row.unitId}`, row]))
    const units = await unitRepository.list(manager)
    const rows = units.flatMap((unit) => {
      const reports = reportsOf(records, unit.id, forms)
      const within = reports.filter(({ record }) => record.on >= from)
      if (!unit.active && within.length === 0) return []
      const last = within.filter(({ record }) => !record.undone).at(-1)
      const left = last && absences.get(`${last.record.runId} ${unit.id}`)
      return [rowOf({ id: unit.id, name: unit.name }, { reports, from, due: forms.length, absent: left?.absent ?? 0, omitted: left?.omitted ?? 0 })]
    })
    return { table: 'S15', title: '报送情况表', officeName: names.officeName, from, to, forms: [...forms], note: noteOf(forms), rows, total: totalOf(rows) }
  })
}

/** A unit's reports of the forms asked for; what is a ledger sheet of either form counts as the one that is asked for. */
function reportsOf(records: readonly ReturnRecord[], unitId: number, forms: readonly TemplateFormId[]): Report[] {
  const asked = new Set<string>(forms)
  const formOf = (form: string): string => (form === 'F02' && !asked.has('F02') ? 'F01' : form === 'F01' && !asked.has('F01') ? 'F02' : form)
  return records.flatMap((record) =>
    record.byUnit
      .filter((part) => part.unitId === unitId && asked.has(formOf(part.form)))
      .map(({ form, rows, errors, warnings, held }) => ({ record, form: formOf(form), rows, errors, warnings, held })),
  )
}

interface UnitReports {
  reports: readonly Report[]
  from: string
  due: number
  absent: number
  omitted: number
}

function rowOf(unit: { id: number; name: string }, { reports, from, due, absent, omitted }: UnitReports): S15Row {
  const inForce = reports.filter(({ record }) => !record.undone)
  const latest = latestByForm(inForce.filter(({ record }) => record.on >= from))
  const before = latestByForm(inForce.filter(({ record }) => record.on < from)).filter(({ form }) => latest.some((report) => report.form === form))
  const sum = (of: readonly Report[], key: 'rows' | 'errors' | 'warnings' | 'held'): number => of.reduce((all, report) => all + report[key], 0)
  const held = sum(latest, 'held')
  const wasUndone = reports.some(({ record }) => record.undone && record.on >= from)
  return {
    unitId: unit.id,
    unit: unit.name,
    due,
    reported: latest.length,
    reportedOn: latest.map(({ record }) => record.on).sort().at(-1) ?? null,
    rows: sum(latest, 'rows'),
    errors: sum(latest, 'errors'),
    warnings: sum(latest, 'warnings'),
    held,
    absent,
    omitted,
    difference: before.length === 0 || latest.length === 0 ? null : sum(latest, 'rows') - sum(before, 'rows'),
    state: returnState({ due, reported: latest.length, held, wasUndone }),
  }
}

/** What a unit sent twice counts as it was sent last; several files of one run count together. */
function latestByForm(reports: readonly Report[]): Report[] {
  const latest = new Map<string, Report>()
  for (const report of reports) {
    const known = latest.get(report.form)
    latest.set(report.form, known && known.record.runId === report.record.runId ? added(known, report) : report)
  }
  return [...latest.values()]
}

function added(one: Report, other: Report): Report {
  return {
    ...one,
    rows: one.rows + other.rows,
    errors: one.errors + other.errors,
    warnings: one.warnings + other.warnings,
    held: one.held + other.held,
  }
}

function totalOf(rows: readonly S15Row[]): S15Table['total'] {
  const sum = (key: 'due' | 'reported' | 'rows' | 'errors' | 'warnings' | 'held' | 'absent' | 'omitted'): number => rows.reduce((all, row) => all + row[key], 0)
  const compared = rows.flatMap(({ difference }) => difference ?? [])
  const states = Object.fromEntries(returnStates.map((state) => [state, rows.filter((row) => row.state === state).length])) as Record<ReturnState, number>
  return {
    due: sum('due'), reported: sum('reported'), rows: sum('rows'), errors: sum('errors'), warnings: sum('warnings'), held: sum('held'),
    absent: sum('absent'), omitted: sum('omitted'),
    difference: compared.length === 0 ? null : compared.reduce((all, one) => all + one, 0),
    states,
  }
}

function noteOf(forms: readonly TemplateFormId[]): string {
  return `应报表：${forms.join('、')}；同一张表报了几次的按最后一次计。已接收：应报的表都已导入，没有因错误留下的行；已报：缺表，或有行因错误没有导入；退回：导入后已撤销。`
}
