import type { LocationQuery, LocationQueryRaw } from 'vue-router'
import type { RecordFilter } from '../../shared/contract/record'
import { isCalendarDate } from '../../shared/domain/calendarDate'
import type { Field } from '../../shared/record/field'

/** What the address of a ledger page holds, so that a list can be linked to and gone back to. */
export interface RecordQuery {
  filter: RecordFilter
  /** The record in the drawer. */
  open: number | 'new' | undefined
}

type Is = NonNullable<RecordFilter['is']>
type IsValue = Is[string][number]

/** Before the names of fields, to keep them apart from the words of the page. */
const prefix = 'f.'
const owners = ['enterpriseId', 'partyOrgId', 'liaisonId'] as const

export function writeRecordQuery({ filter, open }: RecordQuery): LocationQueryRaw {
  const query: LocationQueryRaw = {}
  if (filter.search) query.q = filter.search
  if (filter.unitIds?.length) query.unit = filter.unitIds.join(',')
  for (const owner of owners) if (filter[owner] !== undefined) query[owner] = String(filter[owner])
  for (const [field, values] of Object.entries(filter.is ?? {})) {
    if (values.length > 0) query[prefix + field] = values.map(String).join(',')
  }
  if (filter.from) query.from = filter.from
  if (filter.to) query.to = filter.to
  if (open !== undefined) query.id = String(open)
  return query
}

/** Reads an address back; what it does not understand it leaves out. */
export function readRecordQuery(query: LocationQuery, fields: Readonly<Record<string, Field>>): RecordQuery {
  const filter: RecordFilter = {}
  const search = text(query.q)
  if (search) filter.search = search.slice(0, 100)
  const unitIds = list(query.unit).map(Number).filter(isId)
  if (unitIds.length > 0) filter.unitIds = unitIds
  for (const owner of owners) {
    const id = Number(text(query[owner]))
    if (isId(id)) filter[owner] = id
  }
  const is: Is = {}
  for (const key of Object.keys(query)) {
    if (!key.startsWith(prefix)) continue
    const name = key.slice(prefix.length)
    const values = list(query[key]).flatMap((word) => valueOf(fields[name], word))
    if (values.length > 0) is[name] = values
  }
  if (Object.keys(is).length > 0) filter.is = is
  for (const edge of ['from', 'to'] as const) {
    const date = text(query[edge])
    if (isCalendarDate(date)) filter[edge] = date
  }
  const id = text(query.id)
  return { filter, open: id === 'new' ? 'new' : isId(Number(id)) ? Number(id) : undefined }
}

/** A word of the address as the value of a field; computed facts have no field and stay words. */
function valueOf(field: Field | undefined, word: string): IsValue[] {
  if (field?.type === 'flag') return word === 'true' ? [true] : word === 'false' ? [false] : []
  if (field?.type === 'choice') return field.options.includes(word) ? [word] : []
  if (field?.type === 'ref' || field?.type === 'count') return Number.isInteger(Number(word)) ? [Number(word)] : []
  return [word]
}

function isId(id: number): boolean {
  return Number.isInteger(id) && id > 0
}

function text(value: LocationQuery[string] | undefined): string {
  return (Array.isArray(value) ? value[0] : value) ?? ''
}

function list(value: LocationQuery[string] | undefined): string[] {
  return text(value).split(',').filter(Boolean)
}
