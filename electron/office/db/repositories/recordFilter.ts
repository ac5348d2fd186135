import type { EntityManager } from 'typeorm'
import type { RecordFilter } from '../../../../shared/contract/record'
import { ownFields, type OwnWording } from '../../../../shared/record/ownDefinition'
import { definitionOf, fieldsOf, type RecordKind } from '../../../../shared/record/recordKind'
import { enterprisesFoundBy } from './ledgerFilter'
import { columnOf, nameSql, ofUnitsSql, refNameSql, shownSql, tableOf } from './recordSql'
import { all, amongIds, join, oneOf, raw, sql, type Sql } from './sql'

/** A word of a search: as typed, in lower case, and folded as the names of enterprises are kept (office/text). */
export interface SearchWord {
  typed: string
  folded: string
}

/** A filter as far as the tables answer it. */
export type StoredFilter = Omit<RecordFilter, 'search'> & {
  words: readonly SearchWord[]
  /** No others. */
  ids?: readonly number[]
  /** In the order of `ids` where no sort is asked for. */
  ranked?: boolean
}

/**
 * The filter over the living records of a kind, whose table is called `r`. Words are looked for in the `wording` of the
 * district, in that of the definitions when it is left out.
 */
export function recordFilterSql(manager: EntityManager, kind: RecordKind, filter: StoredFilter, wording?: OwnWording): Sql {
  const { fields, date } = definitionOf(kind)
  const conditions: Sql[] = [raw('r.deleted_at IS NULL')]
  if (filter.ids) conditions.push(amongIds(raw('r.id'), filter.ids))
  if (filter.unitIds?.length) conditions.push(ofUnitsSql(manager, kind, 'r', filter.unitIds))
  for (const name of ['enterpriseId', 'partyOrgId', 'liaisonId'] as const) {
    const id = filter[name]
    if (id === undefined) continue
    conditions.push(name in fields ? sql`${columnOf(manager, kind, name, 'r')} = ${id}` : raw('FALSE'))
  }
  for (const [name, values] of Object.entries(filter.is ?? {})) {
    if (values.length === 0) continue
    const column = columnOf(manager, kind, name, 'r')
    const bound = values.map((value) => (typeof value === 'boolean' ? Number(value) : value))
    const stated = bound.filter((value) => value !== null)
    const either = [...(stated.length > 0 ? [oneOf(column, stated)] : [])]
    if (stated.length < bound.length) either.push(sql`${column} IS NULL`)
    conditions.push(join(either, ' OR '))
  }
  if (date && filter.from !== undefined) conditions.push(sql`${columnOf(manager, kind, date, 'r')} >= ${filter.from}`)
  if (date && filter.to !== undefined) conditions.push(sql`${columnOf(manager, kind, date, 'r')} <= ${filter.to}`)
  for (const word of filter.words) conditions.push(wordSql(manager, kind, word, wording))
  return all(conditions)
}

/** A word occurs in a text of the record, in the name of one it points at, or in what its enterprise is found by. */
function wordSql(manager: EntityManager, kind: RecordKind, word: SearchWord, wording?: OwnWording): Sql {
  if (kind === 'enterprise') return sql`r.id IN (${enterprisesFoundBy([word.folded])})`
  const fields = wording ? ownFields(kind, wording) : fieldsOf(kind)
  const hits = fields.flatMap(([name, field]) => {
    const column = columnOf(manager, kind, name, 'r')
    if (field.type === 'ref') return [pointsAtSql(manager, { kind, column, to: field.to as RecordKind }, word)]
    if (field.type === 'choice' && field.shown) return [occursSql(shownSql(column, field.shown), word)]
    const isText = field.type === 'text' || field.type === 'phone' || field.type === 'choice'
    return isText ? [occursSql(column, word)] : []
  })
  return join(hits, ' OR ')
}

/**
 * The names are gone through once, not once for each record that points at them; of the few records that follow one of
 * their own kind each looks for its own.
 */
function pointsAtSql(manager: EntityManager, { kind, column, to }: { kind: RecordKind; column: Sql; to: RecordKind }, word: SearchWord): Sql {
  if (to === 'enterprise') return sql`${column} IN (${enterprisesFoundBy([word.folded])})`
  if (to === kind) return sql`${column} IS NOT NULL AND (${occursSql(refNameSql(manager, to, column, 'n'), word)})`
  return sql`${column} IN (SELECT n.id FROM ${tableOf(manager, to)} n WHERE ${occursSql(nameSql(manager, to, 'n'), word)})`
}

/** SQLite knows lower case only of the letters a to z: a word without any is looked up as it is. */
function occursSql(text: Sql, { typed, folded }: SearchWord): Sql {
  const spellings = typed === folded ? [typed] : [typed, folded]
  return join(
    spellings.map((word) => sql`instr(${/[a-z]/.test(word) ? sql`lower(${text})` : text}, ${word}) > 0`),
    ' OR ',
  )
}
