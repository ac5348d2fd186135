import { definitionOf, type RecordKind } from '../../shared/record/recordKind'
import { call } from '../api/call'
import { recordText } from '../text/record'
import { kindOf } from './fieldOptions'
import type { CellWrite, RefIndex, RefReading } from './planCells'

/** Names asked of the office at the same time. */
const abreast = 8

/** Looks up every name written into a reference: the one record that bears exactly this name. */
export async function lookUpNames(kind: RecordKind, writes: readonly CellWrite[]): Promise<RefIndex> {
  const { fields } = definitionOf(kind)
  const wanted = new Map<string, { to: string; name: string; label: string }>()
  for (const { field: fieldName, typed, value } of writes) {
    const field = fields[fieldName]
    const name = typed.trim()
    if (field?.type !== 'ref' || value !== undefined || name === '') continue
    wanted.set(`${field.to} ${name}`, { to: field.to, name, label: field.label })
  }
  const index = new Map<string, Map<string, RefReading>>()
  const queue = [...wanted.values()]
  await Promise.all(
    Array.from({ length: Math.min(abreast, queue.length) }, async () => {
      for (let next = queue.pop(); next; next = queue.pop()) {
        const names = index.get(next.to) ?? new Map<string, RefReading>()
        index.set(next.to, names)
        names.set(next.name, await lookUp(next.to, next.name, next.label))
      }
    }),
  )
  return index
}

async function lookUp(to: string, name: string, label: string): Promise<RefReading> {
  const choices = await call('record.choices', { kind: kindOf(to), search: name.slice(0, 100), limit: 100 })
  const exact = choices.filter((choice) => choice.name === name)
  const [only] = exact
  if (only && exact.length === 1) return { ok: true, id: only.id }
  const message = only ? recordText.refs.several(label, name, exact.length) : recordText.refs.none(label, name)
  return { ok: false, message }
}
