import type { WordList } from '../domain/ownWords'
import type { Goal } from '../domain/valueDomain'

/**
 * How one field of a record is named, kept and checked. The same description feeds the form, the grid, the history,
 * the block paste and the office's checks, so that they cannot disagree. Values are kept as in the tables: null means
 * "not stated" (never 0, false or ""), dates are YYYY-MM-DD, money is integer 分.
 */
export type Field = FieldBase & FieldType

interface FieldBase {
  label: string
  required?: boolean
  /** One line for who fills it in. */
  help?: string
  /** Shown behind a number: 人, ㎡. */
  unit?: string
  /** The label begins with the name of this goal, for which a district may have its own (ownDefinition). */
  goal?: Goal
}

export type FieldType =
  | { type: 'text'; max: number; multiline?: boolean; suggestions?: readonly string[]; suggestedBy?: SettingList }
  | { type: 'phone' }
  | { type: 'creditCode' }
  /** Whole number, 0 or more. */
  | { type: 'count'; min?: number; max?: number }
  /** Number, 0 or more. */
  | { type: 'number'; max?: number }
  /** Integer 分, typed and shown in 元 or 万元. */
  | { type: 'money'; per: '元' | '万元' }
  /** `past`: not after today. `precision`: the value beside it that says 'day' or 'month', where a month can be stated. */
  | { type: 'date'; past?: boolean; precision?: string }
  | { type: 'quarter' }
  | { type: 'flag' }
  /** `shown`: what an option is called where that differs; `wordedBy`: what a district calls them says ownDefinition. */
  | { type: 'choice'; options: readonly string[]; shown?: Readonly<Record<string, string>>; wordedBy?: WordedBy }
  | { type: 'list'; max: number }
  | { type: 'yearCounts' }
  | { type: 'ref'; to: string }

/** What in the settings decides how the options of a field are called. */
export type WordedBy = WordList | 'deliveryItems' | 'followUpSteps'

/** Lists a district writes itself (设置). */
export type SettingList = 'carriers' | 'fundSources' | 'localIndustries' | 'grades'

/** A value as it is kept and sent. */
export type FieldValue = string | number | boolean | null | string[] | YearCount[]

export interface YearCount {
  year: number
  count: number
}

export interface RecordDefinition {
  /** What one record is called: 走访记录. */
  label: string
  /** In the order of the form. */
  fields: Readonly<Record<string, Field>>
  /** Fields that name a record in lists, messages and the history. */
  title: readonly string[]
  /** Through which field a record belongs to a 填报单位; null when it belongs to the office. */
  /** The order of its ledger until a person chooses another. */
  order: { field: string; descending: boolean }
  /** The field a period (from, to) is asked of. */
  date?: string
  /** Fields that together hold for one living record only; of open ones only where `whileBlank` names the end. */
  unique?: { fields: readonly string[]; whileBlank?: string; at: string; message: string }
}

/** Keeps the literal types of a definition. */
export function defineRecord<const D extends RecordDefinition>(definition: D): D {
  return definition
}

/** Whether two values say the same; lists by their items. */
export function isSameValue(a: FieldValue, b: FieldValue): boolean {
  return a === b || (typeof a === 'object' && typeof b === 'object' && JSON.stringify(a) === JSON.stringify(b))
}
