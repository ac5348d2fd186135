import type { Absence } from '../../../shared/contract/absence'
import type { ImportAction } from '../../../shared/contract/import'
import type { Problem, ProblemLevel } from '../../../shared/contract/problem'
import type { RunReport, RunRowReport } from '../../../shared/contract/run'
import type { CellSpec, SheetSpec, WorkbookSpec } from '../excel/workbookSpec'
import { listWorkbook } from './listWorkbook'
import { bodyLooks } from './looks'

export interface RunContent {
  report: RunReport
  /** Those that changed something, were kept out or have a finding. */
  rows: readonly RunRowReport[]
  absences: readonly Absence[]
}

const actions: Readonly<Record<ImportAction, string>> = { add: '新增', change: '变更', same: '相同', skip: '跳过' }
const levels: Readonly<Record<ProblemLevel, string>> = { error: '错误', warning: '提醒', notice: '提示' }

/** The report of an import run: a sheet each for its files, findings, corrections, changes, claims of two units, and what was not reported. */
export function runWorkbook({ report, rows, absences }: RunContent): WorkbookSpec {
  const sheets = [
    filesSheet(report),
    problemsSheet(report, rows),
    ...(report.files.some(({ corrected }) => corrected.length > 0) ? [correctionsSheet(report)] : []),
    changesSheet(rows.filter(({ action }) => action === 'add' || action === 'change')),
    ...(report.crossUnit > 0 ? [crossUnitSheet(rows.filter(({ rival }) => rival !== null))] : []),
    ...(absences.length > 0 ? [absencesSheet(absences)] : []),
  ]
  return { creator: '双覆盖台账', createdAt: report.run.at, sheets }
}

const text = (value: string | null): CellSpec => ({ value: value ?? '', look: bodyLooks.text })
const word = (value: string | null): CellSpec => ({ value: value ?? '', look: bodyLooks.word })
const count = (value: number | null): CellSpec => ({ value, look: bodyLooks.count })

function sheet(title: string, headers: readonly string[], rows: readonly (readonly CellSpec[])[]): SheetSpec {
  const [made] = listWorkbook({ title, headers, rows }).sheets
  if (!made) throw new Error('a list has one sheet')
  return made
}

function filesSheet({ files }: RunReport): SheetSpec {
  const headers = ['文件', '表名', '填报单位', '填报时间', '行数', '新增', '变更', '相同', '跳过', '错误', '提醒', '提示']
  return sheet('导入结果', headers, files.map((file) => [
    text(file.name), text(file.formTitle), word(file.unit), { value: file.filledOn === null ? null : { date: file.filledOn }, look: bodyLooks.date },
    ...[file.rows, file.add, file.change, file.same, file.skipped, file.errors, file.warnings, file.notices].map(count),
  ]))
}

function problemsSheet({ files }: RunReport, rows: readonly RunRowReport[]): SheetSpec {
  const line = (file: string, name: string, problem: Problem): CellSpec[] => [
    text(file), text(problem.sheet), count(problem.row), word(problem.column), word(levels[problem.level]), word(problem.code), text(name), text(problem.message),
  ]
  return sheet('问题', ['文件', '工作表', '行', '列', '级别', '编号', '名称', '问题'], [
    ...files.flatMap((file) => file.problems.map((problem) => line(file.name, '', problem))),
    ...rows.flatMap((row) => row.problems.map((problem) => line(row.file, row.name, { ...problem, sheet: problem.sheet ?? row.sheet, row: problem.row ?? row.row }))),
  ])
}

function correctionsSheet({ files }: RunReport): SheetSpec {
  return sheet('导入前改正', ['文件', '工作表', '行', '列', '列名', '检查', '表中原来', '改为'], files.flatMap(({ name, corrected }) => {
    return corrected.map((cell) => [
      text(name), text(cell.sheet), count(cell.row), word(cell.column), text(cell.header), word(cell.found.map(({ code }) => code).join('、')), text(cell.was), text(cell.text),
    ])
  }))
}

function changesSheet(rows: readonly RunRowReport[]): SheetSpec {
  return sheet('写入内容', ['文件', '行', '处理', '单位', '名称', '栏目', '原来', '写入'], rows.flatMap((row) => {
    return row.changes.map(({ label, before, after }) => [
      text(row.file), count(row.row), word(actions[row.action]), word(row.unitName), text(row.name), text(label), text(before), text(after),
    ])
  }))
}

function crossUnitSheet(rows: readonly RunRowReport[]): SheetSpec {
  return sheet('跨区', ['名称', '填报单位', '文件', '行', '已由', '该处文件', '该处行'], rows.map((row) => [
    text(row.name), word(row.unitName), text(row.file), count(row.row), word(row.rival?.unit ?? ''), text(row.rival?.file ?? '台账'), count(row.rival?.row ?? null),
  ]))
}

function absencesSheet(absences: readonly Absence[]): SheetSpec {
  return sheet('本期未报', ['单位', '企业名称', '核实结果', '日期', '经办人'], absences.map(({ unit, name, choice, on, by }) => [
    word(unit), text(name), word(choice), { value: on === null ? null : { date: on }, look: bodyLooks.date }, word(by),
  ]))
}
