import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { keptSide, type KeptSide } from '../../shared/contract/import'
import { isCalendarDate } from '../../shared/domain/calendarDate'
import { formIds, templateFormIds } from '../../shared/domain/formId'
import { periodKinds, type PeriodKind } from '../../shared/domain/period'
import { groupings, tableIds, type Grouping } from '../../shared/domain/statistics/statTable'
import { commandNames, type CommandName } from './commandName'

export interface Arguments {
  command: CommandName
  /** Words after the command: files, or what to list. Paths are not resolved yet. */
  words: readonly string[]
  /** Absolute. */
  data: string
  /** The folder relative paths are taken from. */
  from: string
  json: boolean
  commit: boolean
  policy: 'fill' | 'replace' | 'add'
  unit?: string
  /** Name of an organisation. */
  org?: string
  year?: number
  /** Label of a locked period. */
  period?: string
  /** Of a period that is to be locked. */
  kind?: PeriodKind
  label?: string
  /** What the rows of a table stand for. */
  by?: Grouping
  /** Every unit in use. */
  allUnits: boolean
  /** Whose values count where ledger and sheet both changed a field since the sheet was sent out. */
  keep: KeptSide
  /** What becomes of records that went on since an import that is taken back. */
  later?: 'keep' | 'back'
  cutoff?: string
  out?: string
  /** Opens the protected files among those named. */
  password?: string
  /** Holds the password of the ledger in its first line; `-`: standard input. */
  passwordFile?: string
  newPasswordFile?: string
  operator: string
}

/** Reads the command line; `from` is the folder the person stands in. */
export function readArguments(argv: readonly string[], from: string): { ok: true; args: Arguments } | { ok: false; problem: string } {
  const problem = (text: string) => ({ ok: false, problem: text }) as const
  let parsed
  try {
    parsed = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        data: { type: 'string' },
        json: { type: 'boolean', default: false },
        commit: { type: 'boolean', default: false },
        policy: { type: 'string', default: 'replace' },
        unit: { type: 'string' },
        org: { type: 'string' },
        year: { type: 'string' },
        period: { type: 'string' },
        by: { type: 'string' },
        'all-units': { type: 'boolean', default: false },
        keep: { type: 'string', default: 'ours' },
        later: { type: 'string' },
        cutoff: { type: 'string' },
        'cut-off': { type: 'string' },
        kind: { type: 'string' },
        label: { type: 'string' },
        'as-of': { type: 'string' },
        out: { type: 'string' },
        password: { type: 'string' },
        'password-file': { type: 'string' },
        'new-password-file': { type: 'string' },
        operator: { type: 'string', default: '' },
      },
    })
  } catch {
    return problem('有不认识的选项，或选项缺少值。')
  }
  const { values, positionals } = parsed
  const [command, ...words] = positionals
  const name = commandNames.find((candidate) => candidate === command)
  if (!name) return problem(command ? `没有“${command}”这个命令。` : '请写明命令。')
  if (!values.data) return problem('请用 --data 指明数据文件夹。')
  const policy = (['fill', 'replace', 'add'] as const).find((candidate) => candidate === values.policy)
  if (!policy) return problem('--policy 只能是 fill、replace 或 add。')
  const keep = keptSide.options.find((candidate) => candidate === values.keep)
  if (!keep) return problem('--keep 只能是 ours(保留台账)或 theirs(采用表格)。')
  const later = (['keep', 'back'] as const).find((candidate) => candidate === values.later)
  if (values.later !== undefined && !later) return problem('--later 只能是 keep(保留后来的改动)或 back(一并撤回)。')
  const cutoff = values.cutoff ?? values['cut-off'] ?? values['as-of']
  if (cutoff !== undefined && !isCalendarDate(cutoff)) return problem('--cutoff 请写成 2026-06-30 的样子。')
  const report = name === 'report' ? reportProblem({ ...values, cutoff }) : null
  if (report !== null) return problem(report)
  if (name === 'setup' && words.length !== 1) return problem('setup 需要一个文件。')
  if (name === 'undo' && (words.length !== 1 || !/^[1-9]\d{0,8}$/.test(words[0] ?? ''))) return problem('请写 undo 导入批次的编号，如 undo 3。')
  if (name === 'import' && words.length === 0) return problem('import 需要至少一个文件或文件夹。')
  if (name === 'return' && (words.length !== 1 || !values.out)) return problem('请写 return 文件 --out 退回.xlsx。')
  if (name === 'restore' && words.length !== 1) return problem('请写 restore 备份名或文件，备份名见 backups。')
  if (values.year !== undefined && !/^20\d\d$/.test(values.year)) return problem('--year 请写成 2026 的样子。')
  if (name === 'export' && (!formIds.some((id) => id === words[0]) || !values.out)) {
    return problem(`请写 export 表号 --out 文件.xlsx，表号是 ${formIds.join('、')} 之一。`)
  }
  const print = name === 'print' ? printProblem(words, values) : null
  if (print !== null) return problem(print)
  const template = name === 'template' ? templateProblem(words, values) : null
  if (template !== null) return problem(template)
  const by = groupings.find((candidate) => candidate === values.by)
  if (values.by !== undefined && !by) return problem(`--by 只能是 ${groupings.join('、')}。`)
  const stats = name === 'stats' ? statsProblem(words, { period: values.period, cutoff }) : null
  if (stats !== null) return problem(stats)
  const password = name === 'password' ? passwordProblem(words, values) : null
  if (password !== null) return problem(password)
  const kind = periodKinds.find((candidate) => candidate === values.kind)
  if (values.kind !== undefined && !kind) return problem(`--kind 只能是 ${periodKinds.join('、')}。`)
  const period = name === 'period' ? periodProblem(words, { isWhole: kind !== undefined && cutoff !== undefined }) : null
  if (period !== null) return problem(period)
  return {
    ok: true,
    args: {
      command: name, words, data: resolve(from, values.data), from, json: values.json, commit: values.commit, policy, keep,
      allUnits: values['all-units'],
      operator: values.operator,
      ...(values.unit !== undefined ? { unit: values.unit } : {}),
      ...(values.org !== undefined ? { org: values.org } : {}),
      ...(values.year !== undefined ? { year: Number(values.year) } : {}),
      ...(values.period !== undefined ? { period: values.period } : {}),
      ...(by !== undefined ? { by } : {}),
      ...(later !== undefined ? { later } : {}),
      ...(cutoff !== undefined ? { cutoff } : {}),
      ...(kind ? { kind } : {}),
      ...(values.label !== undefined ? { label: values.label } : {}),
      ...(values.out !== undefined ? { out: resolve(from, values.out) } : {}),
      ...(values.password !== undefined ? { password: values.password } : {}),
      ...(values['password-file'] !== undefined ? { passwordFile: values['password-file'] } : {}),
      ...(values['new-password-file'] !== undefined ? { newPasswordFile: values['new-password-file'] } : {}),
    },
  }
}

/** What is wrong with a call about the password; null when nothing is. */
function passwordProblem(
  [way, ...rest]: readonly string[],
  files: { 'password-file'?: string | undefined; 'new-password-file'?: string | undefined },
): string | null {
  if (rest.length > 0 || !['set', 'change', 'remove'].includes(way ?? '')) return '请写 password set、password change 或 password remove。'
  if (way !== 'set' && files['password-file'] === undefined) return '请用 --password-file 写明现在的口令所在的文件。'
  if (way !== 'remove' && files['new-password-file'] === undefined) return '请用 --new-password-file 写明新口令所在的文件。'
  return files['password-file'] === '-' && files['new-password-file'] === '-' ? '两个口令不能都从标准输入读。' : null
}

/** What is wrong with a call for a table; null when nothing is. */
function statsProblem(words: readonly string[], { period, cutoff }: { period?: string | undefined; cutoff?: string | undefined }): string | null {
  if (words.length !== 1 || !tableIds.some((id) => id === words[0])) return `请写 stats 表号，表号是 ${tableIds.join('、')} 之一。`
  return period !== undefined && cutoff !== undefined ? '--period 和 --cutoff 只能写一个。' : null
}

/** What is wrong with a call for periods; `isWhole`: kind and cut-off are given. Null when nothing is. */
function periodProblem([what, ...names]: readonly string[], { isWhole }: { isWhole: boolean }): string | null {
  if (what === 'list' && names.length === 0) return null
  if (what === 'lock' && names.length === 0) return isWhole ? null : '请写 period lock --kind 季 --cutoff 2026-06-30。'
  if (what === 'compare' && (names.length === 1 || names.length === 2)) return null
  return '请写 period list、period lock 或 period compare 上期 [本期]。'
}

/** What is wrong with a call for a form or table on paper; null when nothing is. */
function printProblem(words: readonly string[], { out, ...times }: { out?: string | undefined; period?: string | undefined; cutoff?: string | undefined }): string | null {
  const isForm = formIds.some((id) => id === words[0])
  if (words.length !== 1 || !out || (!isForm && !tableIds.some((id) => id === words[0]))) {
    return `请写 print 表号 --out 文件.pdf，表号是 ${[...formIds, ...tableIds].join('、')} 之一。`
  }
  return isForm ? null : statsProblem(words, times)
}

/** What is wrong with a call for a set of reports; null when nothing is. */
function reportProblem({ period, cutoff, out }: { period?: string | undefined; cutoff?: string | undefined; out?: string | undefined }): string | null {
  if ((period === undefined) === (cutoff === undefined)) return '请写 --period 报告期 或 --as-of 日期，只写一个。'
  return out === undefined ? '请用 --out 指明文件夹。' : null
}

/** What is wrong with a call for a form to be filled in; null when nothing is. */
function templateProblem(
  words: readonly string[],
  { unit, out, 'all-units': allUnits }: { unit?: string | undefined; out?: string | undefined; 'all-units': boolean },
): string | null {
  const unknown = words.find((word) => !templateFormIds.some((id) => id === word))
  if (unknown !== undefined) return `没有可填报的表“${unknown}”，可以是 ${templateFormIds.join('、')}。`
  if (words.length === 0 || !out) return '请写 template F01 --out 文件.xlsx。'
  if (unit !== undefined && allUnits) return '--unit 和 --all-units 只能写一个。'
  if (unit === undefined && !allUnits && words.length > 1) return '空白模板一次一张表；多张表请加 --unit 或 --all-units。'
  return null
}
