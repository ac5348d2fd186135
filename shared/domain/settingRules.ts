import { settingGroups, type GradeBand, type OfficeSettings, type SettingGroup } from './officeSettings'
import { checkOwnWords } from './ownWords'
import { settingFields, type SettingField } from './settingFields'

/** What keeps a setting from being saved, in a sentence to stand beside it. */
export interface SettingFinding {
  group: SettingGroup
  name: string
  message: string
}

/** The rules of all settings; the same beside the input and in the office. Empty when everything is good. */
export function checkSettings(settings: OfficeSettings): SettingFinding[] {
  const findings = settingGroups.flatMap((group) => {
    const values: Readonly<Record<string, unknown>> = { ...settings[group] }
    return Object.entries<SettingField>(settingFields[group]).flatMap(([name, field]) => {
      const message = checkSetting(field, values[name])
      return message === null ? [] : [{ group, name, message }]
    })
  })
  return [...findings, ...checkTogether(settings)]
}

function checkTogether({ reminders, assessment, goalLabels, deliveryLabels }: OfficeSettings): SettingFinding[] {
  const findings: SettingFinding[] = []
  if (reminders.electionLastMonths >= reminders.electionMonths) {
    findings.push({ group: 'reminders', name: 'electionLastMonths', message: '再次提醒应晚于首次提醒，月数要更少' })
  }
  if (reminders.followUpSecondDays <= reminders.followUpFirstDays) {
    findings.push({ group: 'reminders', name: 'followUpSecondDays', message: '再次跟踪应晚于首次跟踪，天数要更多' })
  }
  const highest = assessment.grades[0]
  if (highest && highest.from > assessment.total) {
    findings.push({ group: 'assessment', name: 'grades', message: `“${highest.name}”的起始分超过满分 ${assessment.total} 分` })
  }
  return [...findings, ...repeatedLabels('goalLabels', goalLabels), ...repeatedLabels('deliveryLabels', deliveryLabels)]
}

function repeatedLabels(group: SettingGroup, labels: Readonly<Record<string, string>>): SettingFinding[] {
  const seen = new Set<string>()
  return Object.entries(labels).flatMap(([name, label]) => {
    const isRepeated = label !== '' && seen.has(label)
    seen.add(label)
    return isRepeated ? [{ group, name, message: `“${label}”已用作另一项的名称` }] : []
  })
}

/** The rule of one setting alone; null when the value is good. */
export function checkSetting(field: SettingField, value: unknown): string | null {
  switch (field.type) {
    case 'text':
      if (typeof value !== 'string' || value.trim() === '') return `请填写${field.label}`
      return value.length > field.max ? `不能超过 ${field.max} 个字` : null
    case 'count':
      if (typeof value !== 'number' || !Number.isInteger(value)) return '请填整数'
      return value < field.min || value > field.max ? `应在 ${field.min} 到 ${field.max} 之间` : null
    case 'flag':
      return typeof value === 'boolean' ? null : '请选择是或否'
    case 'choice':
      return typeof value === 'string' && field.options.includes(value) ? null : '请从列出的各项中选择'
    case 'statuses':
      return Array.isArray(value) && value.length > 0 ? null : '请至少选择一种经营状态'
    case 'bounds':
      return checkBounds(value)
    case 'wording':
      return isWording(value) ? checkOwnWords(value, field.list) : '请从列出的各项中选择'
    case 'words':
      return checkWords(value, field.max)
    case 'grades':
      return checkGrades(value)
    case 'picks':
      return Array.isArray(value) && value.every((one) => field.options.includes(String(one))) ? null : '请从列出的各项中选择'
  }
}

function isWording(value: unknown): value is Record<string, string> {
  return typeof value === 'object' && value !== null && Object.values(value).every((called) => typeof called === 'string')
}

const mostBounds = 12
const mostWords = 60
const mostGrades = 8

function checkBounds(value: unknown): string | null {
  if (!Array.isArray(value) || value.length === 0) return '请至少填一个界限'
  const bounds: unknown[] = value
  if (bounds.length > mostBounds) return `最多 ${mostBounds} 个界限`
  let last = 0
  for (const bound of bounds) {
    if (typeof bound !== 'number' || !Number.isInteger(bound) || bound < 1) return '界限应是大于 0 的整数，用、隔开'
    if (bound <= last) return '界限应从小到大，不能重复'
    last = bound
  }
  return null
}

function checkWords(value: unknown, max: number): string | null {
  if (!Array.isArray(value) || value.length === 0) return '请至少填一项'
  const words: unknown[] = value
  if (words.length > mostWords) return `最多 ${mostWords} 项`
  const repeated = words.find((word, i) => words.indexOf(word) !== i)
  if (repeated !== undefined) return `“${String(repeated)}”重复了`
  const long = words.find((word) => typeof word !== 'string' || word.length > max)
  return long === undefined ? null : `每一项不能超过 ${max} 个字`
}

function checkGrades(value: unknown): string | null {
  if (!Array.isArray(value) || value.length < 2) return '请至少填两个等次'
  const grades: GradeBand[] = value
  if (grades.length > mostGrades) return `最多 ${mostGrades} 个等次`
  for (const [i, { name, from }] of grades.entries()) {
    const above = grades[i - 1]
    if (name.trim() === '') return `第 ${i + 1} 个等次没有名称`
    if (name.length > 20) return '等次名称不能超过 20 个字'
    if (!Number.isInteger(from) || from < 0) return `“${name}”的起始分应是整数`
    if (above && from >= above.from) return `“${name}”的起始分应低于“${above.name}”`
  }
  const names = grades.map((grade) => grade.name)
  const repeated = names.find((name, i) => names.indexOf(name) !== i)
  if (repeated !== undefined) return `等次“${repeated}”重复了`
  return grades.at(-1)?.from === 0 ? null : '最后一个等次应从 0 分起'
}
