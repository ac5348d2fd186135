import { definitionOf, recordKinds } from '../../../../shared/record/recordKind'
import type { AuditChange } from '../../db/entities/auditEntry'
import type { KnownUnit } from '../../import/unitIndex'

/** What of a question says of which records, or of which time, something was handed out; the rest is layout. */
const words: Readonly<Record<string, string>> = {
  form: '表',
  forms: '表',
  table: '统计表',
  title: '表名',
  grouping: '分行',
  asOf: '截至',
  year: '年度',
  period: '季度',
  from: '起',
  to: '止',
  search: '搜索',
  operator: '经办人',
  actions: '动作',
  operatingStatuses: '经营状态',
  coverage: '覆盖状态',
  states: '落实状态',
  standings: '评定',
  prefilled: '预填',
}

/** Conditions nobody reads as they are kept. */
const unread = new Set(['sort', 'columns', 'headers', 'rows', 'files', 'operator', 'hidePhones', 'blankRows', 'planId', 'offset', 'limit'])

/**
 * What a call was asked, as lines of the log: units by name, conditions of a filter by what they are called, others only
 * counted. Names of enterprises and people come into it only where somebody searched for them.
 */
export function describeQuestion(question: Readonly<Record<string, unknown>>, units: readonly KnownUnit[]): AuditChange[] {
  const { filter, ...direct } = question
  const conditions = { ...direct, ...(isPlain(filter) ? filter : {}) }
  const told: AuditChange[] = []
  let others = 0
  for (const [name, value] of Object.entries(conditions)) {
    if (unread.has(name) || isEmpty(value)) continue
    if (name === 'unitId' || name === 'unitIds') told.push(line('单位', unitNames(value, units)))
    else if (name === 'kind') told.push(line('台账', kindLabel(value)))
    else if (name in words) told.push(line(words[name] ?? name, shown(value)))
    else others++
  }
  return others === 0 ? told : [...told, line('其他条件', `${others} 项`)]
}

/** A fact of an entry that was no change: it stands where a change has its new value. */
export function line(field: string, after: string | number): AuditChange {
  return { field, before: null, after }
}

function unitNames(value: unknown, units: readonly KnownUnit[]): string {
  const ids = Array.isArray(value) ? value : [value]
  return ids.map((id) => units.find((unit) => unit.id === id)?.name ?? String(id)).join('、')
}

function kindLabel(value: unknown): string {
  const kind = recordKinds.find((known) => known === value)
  return kind === undefined ? String(value) : definitionOf(kind).label
}

function shown(value: unknown): string {
  if (typeof value === 'boolean') return value ? '是' : '否'
  return (Array.isArray(value) ? value.map(String).join('、') : String(value)).slice(0, 200)
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null || value === '') return true
  return Array.isArray(value) ? value.length === 0 : isPlain(value) && Object.keys(value).length === 0
}
