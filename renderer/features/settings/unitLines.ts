import type { RecordChange, RecordRow } from '../../../shared/contract/record'
import { unitRecord } from '../../../shared/record/unit'
import { unitKinds, type UnitKind } from '../../../shared/domain/valueDomain'
import { guessUnitKind } from '../../composables/unitKind'
import { settingsText } from '../../text/settings'

const text = settingsText.units

/** A unit as it is kept. */
export interface KeptUnit {
  id: number
  version: number
  name: string
  kind: UnitKind
  aliases: string[]
  sortNo: number
  active: boolean
}

/** What a person typed over it. A new unit has a negative id and no kept one. */
export interface UnitEdit {
  name?: string
  kind?: UnitKind
  /** Divided by 、 or commas. */
  aliases?: string
  active?: boolean
}
export type UnitField = keyof UnitEdit

export interface UnitEdits {
  edits: Readonly<Record<number, UnitEdit>>
  /** What the fields held when the person began, to see whether somebody else changed them since. */
  seen: Readonly<Record<number, UnitEdit>>
  /** Ids in the order of the table; null keeps the order of `sortNo`. */
  order: readonly number[] | null
}

/** One line of the table. */
export interface UnitLine extends Required<UnitEdit> {
  id: number
  isNew: boolean
  changed: boolean
  /** By field what somebody else made of it meanwhile. */
  overtaken: Partial<Record<UnitField, string>>
}

export function keptUnit({ id, version, values }: RecordRow): KeptUnit {
  const { name, kind, aliases, sortNo, active } = values
  return {
    id,
    version,
    name: String(name ?? ''),
    kind: unitKinds.find((known) => known === kind) ?? '其他',
    aliases: Array.isArray(aliases) ? aliases.map(String) : [],
    sortNo: Number(sortNo ?? 0),
    active: active === true,
  }
}

export function fieldsOf({ name, kind, aliases, active }: KeptUnit): Required<UnitEdit> {
  return { name, kind, aliases: aliases.join('、'), active }
}

export function aliasList(typed: string): string[] {
  return [...new Set(typed.split(/[、,，;；\s]+/).map((alias) => alias.trim()).filter((alias) => alias !== ''))]
}

/** The units with what was typed over them, in the order of the table. */
export function unitLines(kept: readonly KeptUnit[], { edits, seen, order }: UnitEdits): UnitLine[] {
  const known = new Map(kept.map((unit) => [unit.id, unit]))
  const newIds = Object.keys(edits).map(Number).filter((id) => id < 0).sort((a, b) => b - a)
  const natural = [...kept].sort((a, b) => a.sortNo - b.sortNo || a.id - b.id).map(({ id }) => id)
  const all = [...natural, ...newIds]
  const chosen = (order ?? []).filter((id) => all.includes(id))
  return [...chosen, ...all.filter((id) => !chosen.includes(id))].map((id) => {
    const unit = known.get(id)
    const edit = edits[id] ?? {}
    if (!unit) {
      const name = edit.name ?? ''
      return { name, kind: guessUnitKind(name), aliases: '', active: true, ...edit, id, isNew: true, changed: true, overtaken: {} }
    }
    const now = fieldsOf(unit)
    return { ...now, ...edit, id, isNew: false, changed: differs(unit, edit), overtaken: overtakenFields(now, edit, seen[id] ?? {}) }
  })
}

function differs(unit: KeptUnit, edit: UnitEdit): boolean {
  return Object.keys(changedValues(unit, edit)).length > 0
}

function changedValues(unit: KeptUnit, edit: UnitEdit): Record<string, string | boolean | string[]> {
  const values: Record<string, string | boolean | string[]> = {}
  if (edit.name !== undefined && edit.name.trim() !== unit.name) values.name = edit.name.trim()
  if (edit.kind !== undefined && edit.kind !== unit.kind) values.kind = edit.kind
  if (edit.active !== undefined && edit.active !== unit.active) values.active = edit.active
  if (edit.aliases !== undefined && aliasList(edit.aliases).join('、') !== unit.aliases.join('、')) {
    values.aliases = aliasList(edit.aliases)
  }
  return values
}

function overtakenFields(now: Required<UnitEdit>, edit: UnitEdit, seen: UnitEdit): UnitLine['overtaken'] {
  const fields: readonly UnitField[] = ['name', 'kind', 'aliases', 'active']
  const overtaken = fields.filter((field) => field in edit && field in seen && seen[field] !== now[field] && edit[field] !== now[field])
  return Object.fromEntries(overtaken.map((field) => [field, shown(now[field])]))
}

function shown(value: string | boolean): string {
  if (typeof value === 'string') return value
  return value ? settingsText.yes : settingsText.no
}

/** `order` with one unit moved to a place counted from 1; places beyond the ends are the ends. */
export function movedTo(order: readonly number[], id: number, place: number): number[] {
  const rest = order.filter((other) => other !== id)
  const at = Math.min(Math.max(place - 1, 0), rest.length)
  return [...rest.slice(0, at), id, ...rest.slice(at)]
}

/** What is to be written: only what differs, and the order only of units that move. */
export function unitChanges(kept: readonly KeptUnit[], lines: readonly UnitLine[], edits: UnitEdits['edits']): RecordChange[] {
  const known = new Map(kept.map((unit) => [unit.id, unit]))
  const isMoved = isReordered(kept, lines)
  return lines.flatMap((line, i): RecordChange[] => {
    const unit = known.get(line.id)
    const sortNo = i + 1
    if (!unit) {
      const { name, kind, aliases, active } = line
      const values = { name: name.trim(), kind, aliases: aliasList(aliases), active, sortNo: isMoved ? sortNo : sortNoAfter(kept, line, lines) }
      return [{ kind: 'unit', id: line.id, values }]
    }
    const values = { ...changedValues(unit, edits[line.id] ?? {}), ...(isMoved && unit.sortNo !== sortNo ? { sortNo } : {}) }
    return Object.keys(values).length > 0 ? [{ kind: 'unit', id: line.id, version: unit.version, values }] : []
  })
}

/** New units at the end leave the numbers of the others alone. */
function isReordered(kept: readonly KeptUnit[], lines: readonly UnitLine[]): boolean {
  const natural = [...kept].sort((a, b) => a.sortNo - b.sortNo || a.id - b.id).map(({ id }) => id)
  return lines.some(({ id }, i) => (i < natural.length ? id !== natural[i] : id > 0))
}

function sortNoAfter(kept: readonly KeptUnit[], line: UnitLine, lines: readonly UnitLine[]): number {
  const last = Math.max(0, ...kept.map(({ sortNo }) => sortNo))
  return last + lines.filter(({ isNew }) => isNew).indexOf(line) + 1
}

/** What keeps a line from being saved: its name, or a name or alias that answers to another unit. */
export function unitFaults(lines: readonly UnitLine[]): Map<number, { field: UnitField; message: string }> {
  const faults = new Map<number, { field: UnitField; message: string }>()
  const owners = new Map<string, UnitLine>()
  for (const line of lines) {
    const name = line.name.trim()
    const aliases = aliasList(line.aliases)
    if (name === '') faults.set(line.id, { field: 'name', message: text.blank })
    const long = aliases.find((alias) => alias.length > unitRecord.fields.aliases.max)
    if (long !== undefined) faults.set(line.id, { field: 'aliases', message: text.long(unitRecord.fields.aliases.max) })
    for (const word of new Set([name, ...aliases])) {
      if (word === '') continue
      const owner = owners.get(word)
      if (owner) faults.set(line.id, { field: word === name ? 'name' : 'aliases', message: text.taken(word, owner.name.trim()) })
      else owners.set(word, line)
    }
  }
  return faults
}
