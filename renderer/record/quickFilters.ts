import type { RecordFilter } from '../../shared/contract/record'
import type { Unit } from '../../shared/contract/unit'
import type { RecordKind } from '../../shared/record/recordKind'
import { figureRefWords } from '../text/figureRef'
import { recordPageText as text } from '../text/recordPage'
import { ownDefinitionOf } from './ownDefinitionOf'

type IsValue = NonNullable<RecordFilter['is']>[string][number]

/** A filter of the toolbar: `unit`, `period`, the name of a field with few values, or one with its own choices. */
export type QuickFilter = string | { field: string; label?: string; options: readonly { value: string | number; label: string }[] }

/** A filter by the values of one field, with the choices as texts that BaseFilter can hold. */
export interface FieldFilter {
  field: string
  label: string
  options: { value: string; label: string; kept: IsValue }[]
}

export function fieldFilters(kind: RecordKind, filters: readonly QuickFilter[]): FieldFilter[] {
  return filters.flatMap((filter): FieldFilter[] => {
    if (filter === 'unit' || filter === 'period') return []
    const name = typeof filter === 'string' ? filter : filter.field
    const field = ownDefinitionOf(kind).fields[name]
    const label = (typeof filter === 'string' ? undefined : filter.label) ?? field?.label ?? name
    if (typeof filter !== 'string') {
      return [{ field: name, label, options: filter.options.map(({ value, label: words }) => ({ value: String(value), label: words, kept: value })) }]
    }
    if (field?.type === 'flag') {
      const options = [
        { value: 'true', label: text.yes, kept: true },
        { value: 'false', label: text.no, kept: false },
      ]
      return [{ field: name, label, options }]
    }
    if (field?.type !== 'choice') return []
    return [{ field: name, label, options: field.options.map((option) => ({ value: option, label: field.shown?.[option] ?? option, kept: option })) }]
  })
}

export interface FilterTag {
  key: string
  label: string
  /** The question without this condition. */
  without: RecordFilter
}

/** The conditions in force, each as words and as the question without it. `owners`: names of the records asked for. */
export function recordTags(
  kind: RecordKind,
  filter: RecordFilter,
  filters: readonly FieldFilter[],
  units: readonly Pick<Unit, 'id' | 'name'>[],
  owners: Readonly<Partial<Record<keyof typeof text.owners, string>>>,
): FilterTag[] {
  const tags: FilterTag[] = []
  const add = (key: keyof RecordFilter, label: string): void => {
    const { [key]: _gone, ...without } = filter
    tags.push({ key, label, without })
  }
  if (filter.search) add('search', text.tags.condition(text.tags.search, filter.search))
  if (filter.unitIds?.length) {
    const names = filter.unitIds.map((id) => units.find((unit) => unit.id === id)?.name ?? `#${id}`)
    add('unitIds', text.tags.condition(text.unit, names.join('、')))
  }
  for (const [name, values] of Object.entries(filter.is ?? {})) {
    const known = filters.find(({ field }) => field === name)
    const field = ownDefinitionOf(kind).fields[name]
    const { [name]: _gone, ...rest } = filter.is ?? {}
    if (name === 'countedIn') {
      tags.push({ key: `is.${name}`, label: figureRefWords(String(values[0])), without: { ...filter, is: rest } })
      continue
    }
    const label = known?.label ?? field?.label ?? name
    const shown = (value: IsValue): string => (field?.type === 'choice' ? field.shown?.[String(value)] : undefined) ?? String(value)
    const words = values.map((value) => known?.options.find(({ kept }) => kept === value)?.label ?? shown(value))
    tags.push({ key: `is.${name}`, label: text.tags.condition(label, words.join('、')), without: { ...filter, is: rest } })
  }
  if (filter.from || filter.to) {
    const { from: _from, to: _to, ...without } = filter
    tags.push({ key: 'period', label: text.period.open(text.period.between(filter.from ?? '', filter.to ?? '')), without })
  }
  for (const owner of Object.keys(text.owners) as (keyof typeof text.owners)[]) {
    if (filter[owner] !== undefined) add(owner, text.tags.condition(text.owners[owner], owners[owner] ?? `#${filter[owner]}`))
  }
  return tags
}
