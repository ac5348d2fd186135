import type { FieldValue } from '../../../../shared/record/field'
import { nameKey } from '../../text/nameKey'
import { orgKey } from '../../text/orgKey'
import type { KnownUnit } from '../unitIndex'
import { textOf, type DraftLedger, type DraftRecord } from './draftLedger'

/** What a name leads to: one record, none, or several that it cannot tell apart. */
export type Found = { record: DraftRecord } | { record: null; namesakes: number }

const none: Found = { record: null, namesakes: 0 }

/** Records by a key of their name; new ones are added as they come. */
interface NameIndex {
  add(record: DraftRecord, names: readonly string[]): void
  /** Of several, the only one of the unit. */
  find(name: string, unit: KnownUnit | null): Found
}

function nameIndex(keyOf: (name: string) => string): NameIndex {
  const byKey = new Map<string, DraftRecord[]>()
  return {
    add(record, names) {
      for (const key of new Set(names.map(keyOf))) {
        const known = byKey.get(key)
        if (known) known.push(record)
        else byKey.set(key, [record])
      }
    },
    find(name, unit) {
      const found = byKey.get(keyOf(name)) ?? []
      const own = found.length > 1 && unit ? found.filter(({ values }) => values['unitId'] === unit.id) : found
      const [first] = own.length > 0 ? own : found
      if (first && own.length === 1) return { record: first }
      return found.length === 0 ? none : { record: null, namesakes: found.length }
    },
  }
}

/** Enterprises by credit code, name, then a former name (docs/domain.md 11.7). */
export function enterpriseFinder(ledger: DraftLedger) {
  const byName = nameIndex(nameKey)
  const byFormer = nameIndex(nameKey)
  const byCode = new Map<FieldValue, DraftRecord>()
  for (const record of ledger.list('enterprise')) {
    byName.add(record, [textOf(record, 'name') ?? ''])
    const former = record.values['formerNames']
    if (Array.isArray(former)) byFormer.add(record, former.filter((name) => typeof name === 'string'))
    if (record.values['creditCode']) byCode.set(record.values['creditCode'], record)
  }
  return function find(name: string, unit: KnownUnit | null, creditCode?: string): Found {
    const ofCode = creditCode === undefined ? undefined : byCode.get(creditCode)
    if (ofCode) return { record: ofCode }
    const named = byName.find(name, unit)
    return named.record || named.namesakes > 0 ? named : byFormer.find(name, unit)
  }
}

/** Organisations by their name without 中共, the ending folded to the type. */
export function orgFinder(ledger: DraftLedger) {
  const exact = nameIndex(nameKey)
  const folded = nameIndex(orgKey)
  const add = (record: DraftRecord): void => {
    const names = [textOf(record, 'name') ?? '']
    exact.add(record, names)
    folded.add(record, names)
  }
  for (const record of ledger.list('partyOrg')) add(record)
  return {
    add,
    find(name: string, unit: KnownUnit | null): Found {
      const named = exact.find(name, unit)
      return named.record ? named : folded.find(name, unit)
    },
  }
}

/** People by name. */
export function liaisonIndex(ledger: DraftLedger) {
  const byName = new Map<string, DraftRecord[]>()
  const add = (record: DraftRecord): void => {
    const key = nameKey(textOf(record, 'name') ?? '')
    byName.set(key, [...(byName.get(key) ?? []), record])
  }
  for (const record of ledger.list('liaison')) add(record)
  return { add, namesakes: (name: string): readonly DraftRecord[] => byName.get(nameKey(name)) ?? [] }
}

/** Why a name leads to nothing, for the row that bears it (V-46). */
export function notFound(what: string, name: string, found: Extract<Found, { record: null }>, where: string): string {
  if (found.namesakes > 0) return `台账中有 ${found.namesakes} 个${what}叫“${name}”，分不清是哪一个，本行未导入；请写明所属乡镇(街道)`
  return `台账中没有${what}“${name}”，本行未导入；请先${where}`
}
