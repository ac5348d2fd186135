import { followUpSteps, shownStep } from '../domain/followUpStanding'
import type { OfficeSettings } from '../domain/officeSettings'
import { ownWord } from '../domain/ownWords'
import { goals } from '../domain/valueDomain'
import type { Field, RecordDefinition, WordedBy } from './field'
import { definitionOf, type RecordKind } from './recordKind'

/** What decides how a district words its records. */
export type OwnWording = Pick<OfficeSettings, 'words' | 'deliveryLabels' | 'goalLabels' | 'reminders'>

interface Worded {
  definition: RecordDefinition
  fields: readonly (readonly [name: string, field: Field])[]
}

const known = new WeakMap<OwnWording, Map<RecordKind, Worded>>()

/** The definition of a kind as a district words it: its items, goals, words of closed lists, days of its looks. */
export function ownDefinition(kind: RecordKind, wording: OwnWording): RecordDefinition {
  return wordedOf(kind, wording).definition
}

/** Its fields with their names, in the order of the form. */
export function ownFields(kind: RecordKind, wording: OwnWording): Worded['fields'] {
  return wordedOf(kind, wording).fields
}

function wordedOf(kind: RecordKind, wording: OwnWording): Worded {
  const made = known.get(wording) ?? new Map<RecordKind, Worded>()
  known.set(wording, made)
  let worded = made.get(kind)
  if (!worded) {
    const { fields: plain, ...rest } = definitionOf(kind)
    const fields = Object.entries(plain).map(([name, field]) => [name, ownField(field, wording)] as const)
    worded = { definition: { ...rest, fields: Object.fromEntries(fields) }, fields }
    made.set(kind, worded)
  }
  return worded
}

function ownField(field: Field, wording: OwnWording): Field {
  const label = ownLabel(field, wording)
  if (field.type !== 'choice' || field.wordedBy === undefined) return label === field.label ? field : { ...field, label }
  return { ...field, label, shown: ownShown(field.wordedBy, field.options, wording) }
}

function ownLabel({ label, goal: key }: Field, { goalLabels }: OwnWording): string {
  const goal = goals.find((one) => one.key === key)
  return goal ? goalLabels[goal.key] + label.slice(goal.label.length) : label
}

function ownShown(by: WordedBy, options: readonly string[], wording: OwnWording): Readonly<Record<string, string>> {
  if (by === 'deliveryItems') return wording.deliveryLabels
  if (by === 'followUpSteps') return Object.fromEntries(followUpSteps.map((step) => [step, shownStep(step, wording.reminders)]))
  return Object.fromEntries(options.map((word) => [word, ownWord(wording.words, by, word)]))
}
