import type { GradeBand } from '../../../shared/domain/officeSettings'
import type { SettingField } from '../../../shared/domain/settingFields'

/** A grade as it stands in the form. */
export interface TypedGrade {
  name: string
  from: string
}

/** A word of a closed list and what it is called, as it stands in the form. */
export interface TypedWord {
  word: string
  called: string
}

/** What an input of the form holds: text as typed, a tick, ticks, rows. */
export type Typed = string | boolean | string[] | TypedGrade[] | TypedWord[]

/** A value as it is put into the form. */
export function typedOf(field: SettingField, value: unknown): Typed {
  switch (field.type) {
    case 'flag':
      return value === true
    case 'statuses':
    case 'picks':
      return texts(value)
    case 'grades':
      return Array.isArray(value) ? value.map((grade: GradeBand) => ({ name: grade.name, from: String(grade.from) })) : []
    case 'wording':
      return typedWords(field.list, value)
    case 'words':
      return texts(value).join('\n')
    case 'bounds':
      return texts(value).join('、')
    default:
      return String(value ?? '')
  }
}

/** What the form means; a number that is none is NaN, for the rule to refuse. */
export function readTyped(field: SettingField, typed: Typed): unknown {
  switch (field.type) {
    case 'count':
      return wholeNumber(typed)
    case 'bounds':
      return parts(typed, /[、,，;；\s]+/).map(wholeNumber)
    case 'words':
      return parts(typed, /[\n、;；]+/)
    case 'wording':
      return Object.fromEntries(wordsOf(typed).map(({ word, called }) => [word, called.trim()]).filter(([word, called]) => word !== called))
    case 'grades':
      return Array.isArray(typed) ? typed.filter(isGrade).map(({ name, from }) => ({ name: name.trim(), from: wholeNumber(from) })) : []
    case 'text':
    case 'choice':
      return String(typed).trim()
    default:
      return typed
  }
}

/** Every word of the list; one that is called as everywhere stands as it is. */
function typedWords(list: readonly string[], value: unknown): TypedWord[] {
  const own = new Map(Object.entries(typeof value === 'object' && value !== null ? value : {}))
  return list.map((word) => ({ word, called: String(own.get(word) ?? word) }))
}

/** The rows of what was typed; none where it is something else. */
export function wordsOf(typed: Typed): TypedWord[] {
  return Array.isArray(typed) ? typed.flatMap((row) => (typeof row === 'object' && 'called' in row ? [row] : [])) : []
}

function isGrade(grade: string | TypedGrade | TypedWord): grade is TypedGrade {
  return typeof grade === 'object' && 'from' in grade && (grade.name.trim() !== '' || grade.from.trim() !== '')
}

function texts(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : []
}

function parts(typed: Typed, divider: RegExp): string[] {
  return String(typed).split(divider).map((part) => part.trim()).filter((part) => part !== '')
}

/** Digits as people type them, full-width ones too; NaN for anything else. */
function wholeNumber(typed: Typed): number {
  const digits = String(typed).normalize('NFKC').trim()
  return /^\d+$/.test(digits) ? Number(digits) : Number.NaN
}
