import type { FileReading } from '../../../shared/contract/fileReading'
import type { ImportPlan, PlannedRow } from '../../../shared/contract/import'
import type { Problem } from '../../../shared/contract/problem'
import { failureSentence } from '../../../shared/text/failureSentence'
import { inputFiles, type InputFile } from '../inputFiles'
import { readInputFile } from '../readInputFile'
import { Refused, type Call } from '../typedCalls'
import type { Arguments } from '../readArguments'
import type { Command } from './command'

type FileAnswer = Pick<FileReading, 'sha256' | 'form' | 'formTitle' | 'unit' | 'sheets' | 'rows' | 'state' | 'failure'> & {
  file: string
  add: number
  change: number
  same: number
  skipped: number
  problems: Problem[]
  /** Rows that ledger and sheet both changed since the sheet was sent out. */
  conflicts: Pick<PlannedRow, 'sheet' | 'row' | 'name' | 'conflicts' | 'keep'>[]
}

/** Files that are read at once: a folder may hold hundreds, and their bytes need not all wait in the memory. */
const atOnce = 4

/** Reads every file, plans them together, and with --commit writes. A file that cannot be read never stops the others. */
export const importFiles: Command = async (call, args) => {
  const readings = await readAll(call, args, await inputFiles(args.from, args.words))
  const usable = readings.filter((reading) => reading.state !== 'unreadable' && reading.state !== 'other')
  const refused = readings.find((reading) => reading.failure !== null)?.failure
  if (usable.length === 0 && refused) throw new Refused(refused)

  const fileIds = usable.map((reading) => reading.fileId)
  const units = args.unit === undefined ? {} : Object.fromEntries(fileIds.map((id) => [id, args.unit ?? '']))
  const planned = await call('import.plan', { fileIds, policy: args.policy, units })
  const plan = args.keep === 'ours' || planned.conflicts === 0 ? planned : await call('import.keep', { planId: planned.planId, keep: args.keep })
  const rows = await allRows(call, plan.planId)
  const fileProblems = await call('import.fileProblems', { planId: plan.planId })
  const committed = args.commit ? await call('import.commit', { planId: plan.planId, operator: args.operator }) : null

  const files = readings.map((reading): FileAnswer => {
    const counts = plan.files.find((file) => file.fileId === reading.fileId)
    return {
      file: reading.shown, sha256: reading.sha256, form: reading.form, formTitle: reading.formTitle, unit: counts?.unit ?? reading.unit,
      sheets: reading.sheets, rows: reading.rows, state: reading.state, failure: reading.failure,
      add: counts?.add ?? 0, change: counts?.change ?? 0, same: counts?.same ?? 0, skipped: counts?.skipped ?? 0,
      problems: [
        ...fileProblems.filter((problem) => problem.fileId === reading.fileId).map(withoutFile),
        ...rows.filter((row) => row.fileId === reading.fileId).flatMap((row) => row.problems),
      ],
      conflicts: rows.filter((row) => row.fileId === reading.fileId && row.conflicts.length > 0).map(onlyConflicts),
    }
  })
  const problems = files.some(
    (file) => file.failure !== null || file.conflicts.length > 0 || file.problems.some((problem) => problem.level !== 'notice'),
  )
  return {
    value: { files, forms: plan.forms, totals: plan.totals, batchId: committed?.batchId ?? null },
    text: describe(files, plan, committed?.batchId ?? null),
    problems,
  }
}

type ShownReading = FileReading & Pick<InputFile, 'shown'>

async function readAll(call: Call, args: Arguments, files: readonly InputFile[]): Promise<ShownReading[]> {
  const readings: ShownReading[] = []
  for (let at = 0; at < files.length; at += atOnce) {
    const some = files.slice(at, at + atOnce).map(async (file) => ({ ...(await readOne(call, args, file)), shown: file.shown }))
    readings.push(...(await Promise.all(some)))
  }
  return readings
}

async function readOne(call: Call, args: Arguments, { path, shown }: InputFile): Promise<FileReading> {
  try {
    const file = await readInputFile(args.from, path)
    return await call('import.read', { ...file, ...(args.password === undefined ? {} : { password: args.password }) })
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    return {
      fileId: '', name: shown, sha256: '', bytes: 0, state: 'unreadable', asks: [], form: null, formTitle: null, unit: null,
      units: [], unknownUnits: [], filledOn: null, issuedOn: null, sheets: [], rows: 0, errors: 0, warnings: 0, notices: 0, corrected: [], failure: error.failure,
    }
  }
}

async function allRows(call: Call, planId: string): Promise<PlannedRow[]> {
  const rows: PlannedRow[] = []
  for (;;) {
    const page = await call('import.rows', { planId, offset: rows.length, limit: 500 })
    rows.push(...page.rows)
    if (page.rows.length === 0 || rows.length >= page.total) return rows
  }
}

function onlyConflicts({ sheet, row, name, conflicts, keep }: PlannedRow): FileAnswer['conflicts'][number] {
  return { sheet, row, name, conflicts, keep }
}

function withoutFile({ sheet, row, column, code, level, message }: Problem): Problem {
  return { sheet, row, column, code, level, message }
}

const sides: Record<PlannedRow['keep'], string> = { ours: '保留台账', theirs: '采用表格' }
const blank = '(空)'

function figures({ rows, add, change, same, skipped }: Pick<FileAnswer, 'rows' | 'add' | 'change' | 'same' | 'skipped'>): string {
  return `${rows} 行，新增 ${add}，变更 ${change}，相同 ${same}，跳过 ${skipped}`
}

const marks = { error: '错误', warning: '提醒', notice: '提示' }

function describe(files: readonly FileAnswer[], { forms, totals }: ImportPlan, batchId: number | null): string {
  const lines = files.flatMap((file) => [
    file.failure
      ? `${file.file}:${failureSentence(file.failure)}`
      : `${file.file}(${file.form === null ? '未识别' : `${file.form} ${file.formTitle ?? ''}`.trim()}，${file.unit ?? '单位未定'}${file.state === 'repeated' ? '，已导入过，内容相同' : ''})：${figures(file)}`,
    ...file.problems.map((problem) => {
      const place = problem.row === null ? '' : `第 ${problem.row} 行${problem.column ?? ''} `
      return `  ${marks[problem.level]} ${problem.code} ${place}${problem.message}`
    }),
    ...file.conflicts.flatMap(({ row, name, conflicts, keep }) =>
      conflicts.map(({ label, base, ours, theirs }) => {
        const values = `发放时 ${base || blank}，台账 ${ours || blank}，表格 ${theirs || blank}`
        return `  两边都改过 第 ${row} 行 ${name} ${label}：${values}；${sides[keep]}`
      }),
    ),
  ])
  const byForm = forms.length > 1 ? forms.map((form) => `${form.form} ${form.title}：${figures(form)}`) : []
  const left = files.filter(({ failure }) => failure !== null).length
  const counted = files.length === 1 ? [] : [`${files.length} 个文件，${files.length - left} 个可导入${left === 0 ? '' : `，${left} 个不能导入`}。`]
  return [...lines, ...byForm, ...counted, `共 ${figures(totals)}。`, batchId === null ? '只做了比对，没有写入；加 --commit 写入。' : `已写入，导入批次 ${batchId}。`].join('\n')
}
