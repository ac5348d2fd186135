import type { Field, FieldValue, SettingList } from '../../shared/record/field'
import { recordKinds, type RecordKind } from '../../shared/record/recordKind'
import { call } from '../api/call'
import { useOffice } from '../composables/useOffice'
import { recordText } from '../text/record'

/** One thing a field may be set to. */
export interface FieldOption {
  value: FieldValue
  label: string
  note: string
}

/** Whether a field has a list to choose from. */
export function offersOptions(field: Field): boolean {
  if (field.type === 'text') return field.suggestions !== undefined || field.suggestedBy !== undefined
  return ['choice', 'flag', 'ref', 'quarter'].includes(field.type)
}

/** Whether only what is in the list may be set. */
export function isClosed(field: Field): boolean {
  return field.type === 'choice' || field.type === 'flag' || field.type === 'ref'
}

/** What matches the words, as a person types them; everything for none. */
export async function findOptions(field: Field, words: string): Promise<FieldOption[]> {
  const search = words.trim()
  if (field.type === 'ref') return await choicesOf(kindOf(field.to), search)
  return (await allOptions(field)).filter(({ label }) => label.includes(search))
}

async function allOptions(field: Field): Promise<FieldOption[]> {
  switch (field.type) {
    case 'choice':
      return field.options.map((option) => ({ value: option, label: field.shown?.[option] ?? option, note: '' }))
    case 'flag':
      return [
        { value: true, label: recordText.yes, note: '' },
        { value: false, label: recordText.no, note: '' },
      ]
    case 'quarter':
      return words(quartersUpTo(useOffice().status?.today ?? ''))
    case 'text':
      return words([...(field.suggestions ?? []), ...(field.suggestedBy ? await settingWords(field.suggestedBy) : [])])
    default:
      return []
  }
}

async function choicesOf(kind: RecordKind, search: string): Promise<FieldOption[]> {
  const choices = await call('record.choices', { kind, search, limit: 20 })
  return choices.map(({ id, name, note }) => ({ value: id, label: name, note }))
}

async function settingWords(list: SettingList): Promise<readonly string[]> {
  const { lists, assessment } = await call('setting.get', {})
  return list === 'grades' ? assessment.grades.map(({ name }) => name) : lists[list]
}

/** The quarter of a date and the seven before it, the latest first. */
function quartersUpTo(today: string): string[] {
  const last = Number(today.slice(0, 4)) * 4 + Math.floor((Number(today.slice(5, 7)) - 1) / 3)
  return Array.from({ length: 8 }, (_, back) => `${Math.floor((last - back) / 4)}年第${((last - back) % 4) + 1}季度`)
}

function words(list: readonly string[]): FieldOption[] {
  return list.map((word) => ({ value: word, label: word, note: '' }))
}

export function kindOf(to: string): RecordKind {
  const kind = recordKinds.find((known) => known === to)
  if (!kind) throw new TypeError(`no such kind of record: ${to}`)
  return kind
}
