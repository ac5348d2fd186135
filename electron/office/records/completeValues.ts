import type { OfficeSettings } from '../../../shared/domain/officeSettings'
import { deliveryItems } from '../../../shared/domain/valueDomain'
import type { Field, FieldValue } from '../../../shared/record/field'
import { definitionOf, precisionsOf, type RecordKind } from '../../../shared/record/recordKind'

type Values = Record<string, FieldValue>

/** What a new record starts with where nothing is said (docs/domain.md 9). */
const defaults: Partial<Record<RecordKind, Values>> = {
  unit: { active: true },
  enterprise: { sector: '非公企业', isLegalPerson: true, operatingStatus: '正常经营' },
  partyOrg: { unverified: false },
  liaison: { fullTime: false, active: true },
  decision: { state: '未启动' },
  proposal: { state: '待答复' },
}

/**
 * The values to be written of what a person changed: trimmed, blanks as null, a new record's defaults filled in, and
 * what follows from a change of the same record (a rename is remembered, a changed status begins today).
 */
export function completeValues(kind: RecordKind, before: Readonly<Values> | null, typed: Readonly<Values>, scene: { today: string; settings: OfficeSettings }): Values {
  const values: Values = before ? {} : startingValues(kind, typed, scene.settings)
  const { fields } = definitionOf(kind)
  for (const [name, value] of Object.entries(typed)) values[name] = tidied(value, fields[name])
  followPrecision(kind, before, values)
  if (kind === 'enterprise' && before) followEnterprise(before, values, scene.today)
  if (kind === 'unit' && before) keepOldName(before, values)
  if (kind === 'schemeItem') followFormula(values)
  if (kind === 'distinction' && !before) putInOrder(values)
  return values
}

function startingValues(kind: RecordKind, typed: Readonly<Values>, settings: OfficeSettings): Values {
  const values: Values = {}
  for (const [name, field] of Object.entries(definitionOf(kind).fields)) {
    values[name] = field.type === 'list' || field.type === 'yearCounts' ? [] : null
  }
  Object.assign(values, defaults[kind])
  if (kind === 'scheme') values['total'] = settings.assessment.total
  if (kind === 'assignment') {
    values['frequencyTimes'] = settings.work.visitTimes
    values['frequencyUnit'] = settings.work.visitUnit
  }
  if (kind === 'delivery') {
    values['unitLabel'] = deliveryItems.find((item) => item.key === typed['item'])?.unit ?? null
  }
  return values
}

/** Texts without blanks around them, nothing as null; a list that says nothing is an empty one. */
function tidied(value: FieldValue, field: Field | undefined): FieldValue {
  const plain = typeof value === 'string' ? cleanText(value) || null : value
  if (field?.type !== 'list' && field?.type !== 'yearCounts') return plain
  if (plain === null) return []
  if (!Array.isArray(plain) || !plain.every((part) => typeof part === 'string')) return plain
  return [...new Set(plain.map(cleanText))].filter((part) => part !== '')
}

/** Control characters and halves of characters come along from the clipboard; no workbook can hold them. */
function cleanText(text: string): string {
  return text.replace(/(?![\t\n\r])\p{Cc}/gu, '').replace(/\p{Surrogate}/gu, '\ufffd').trim()
}

/** A date that is typed is a day, unless it is said to be a month. */
function followPrecision(kind: RecordKind, before: Readonly<Values> | null, values: Values): void {
  for (const [date, precision] of precisionsOf(kind)) {
    if (values[date] === undefined || values[precision] !== undefined || values[date] === (before?.[date] ?? null)) continue
    values[precision] = values[date] === null ? null : 'day'
  }
}

function followEnterprise(before: Readonly<Values>, values: Values, today: string): void {
  const oldName = before['name']
  if (typeof oldName === 'string' && typeof values['name'] === 'string' && values['name'] !== oldName) {
    const former = (values['formerNames'] ?? before['formerNames'] ?? []) as readonly string[]
    const kept = former.filter((name) => name !== values['name'])
    values['formerNames'] = kept.includes(oldName) ? kept : [...kept, oldName]
  }
  const status = values['operatingStatus']
  if (status !== undefined && status !== before['operatingStatus']) values['statusSince'] ??= today
}

/** A formula that is chosen makes the item a computed one, and the other way round: a cell alone can be changed. */
function followFormula(values: Values): void {
  if (values['method'] === '人工评分') values['formula'] = null
  else if (values['formula']) values['method'] = '系统计算'
  else if (values['formula'] === null && values['method'] === undefined) values['method'] = '人工评分'
}

/** A pair is one pair, whichever of the two was named first. */
function putInOrder(values: Values): void {
  const { oneId, otherId, oneAs, otherAs } = values
  if (typeof oneId !== 'number' || typeof otherId !== 'number' || oneId <= otherId) return
  Object.assign(values, { oneId: otherId, otherId: oneId, oneAs: otherAs, otherAs: oneAs })
}

/** Sheets go on using a unit's old name, so it stays as an alias. */
function keepOldName(before: Readonly<Values>, values: Values): void {
  const oldName = before['name']
  if (typeof oldName !== 'string' || values['name'] === undefined || values['name'] === oldName) return
  const aliases = ((values['aliases'] ?? before['aliases'] ?? []) as readonly string[]).filter((name) => name !== values['name'])
  values['aliases'] = aliases.includes(oldName) ? aliases : [...aliases, oldName]
}
