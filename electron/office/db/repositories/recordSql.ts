import type { EntityManager } from 'typeorm'
import type { RecordDefinition } from '../../../../shared/record/field'
import { definitionOf, type RecordKind } from '../../../../shared/record/recordKind'
import { recordTables } from '../recordTables'
import { tableShape } from '../tableShape'
import { join, oneOf, raw, sql, type Sql } from './sql'

/** Escaped name of a kind's table. */
export function tableOf(manager: EntityManager, kind: RecordKind): Sql {
  return raw(tableShape(manager, recordTables[kind]).table)
}

/** `alias.column` of a field of the definition. Throws RangeError for a field the kind does not have. */
export function columnOf(manager: EntityManager, kind: RecordKind, field: string, alias: string): Sql {
  const known = Object.hasOwn(definitionOf(kind).fields, field)
  const column = tableShape(manager, recordTables[kind]).columns.find(({ property }) => property === field)
  if (!known || !column) throw new RangeError(`${kind} has no field ${field}`)
  return raw(`${alias}.${column.name}`)
}

/** What a record is called: the shown values of its title fields, divided by blanks, in the words of `definition`. */
export function nameSql(
  manager: EntityManager,
  kind: RecordKind,
  alias: string,
  definition: RecordDefinition = definitionOf(kind),
): Sql {
  const { title, fields } = definition
  const parts = title.map((name) => {
    const field = fields[name]
    const column = columnOf(manager, kind, name, alias)
    if (field?.type === 'ref') return refNameSql(manager, field.to as RecordKind, column, `${alias}n`)
    if (field?.type === 'choice' && field.shown) return shownSql(column, field.shown)
    return sql`coalesce(${column}, '')`
  })
  return parts.reduce((all, part) => sql`${all} || ' ' || ${part}`)
}

/** The name of the record an id column points at. */
export function refNameSql(manager: EntityManager, kind: RecordKind, idColumn: Sql, alias: string): Sql {
  const name = nameSql(manager, kind, alias)
  return sql`coalesce((SELECT ${name} FROM ${tableOf(manager, kind)} ${raw(alias)} WHERE ${raw(alias)}.id = ${idColumn}), '')`
}

/** A value of a closed list as `shown` calls it. */
export function shownSql(column: Sql, shown: Readonly<Record<string, string>>): Sql {
  const cases = Object.entries(shown).map(([value, words]) => sql`WHEN ${value} THEN ${words}`)
  return sql`CASE ${column} ${cases.reduce((all, part) => sql`${all} ${part}`)} ELSE ${column} END`
}

/** Id of the unit a record belongs to: its own, else its enterprise's, else its organisation's; null without any. */
export function unitIdSql(manager: EntityManager, kind: RecordKind, alias: string): Sql {
  const own = ownUnitSql(manager, kind, alias)
  if (own) return own
  const parents = parentsOf(manager, kind, alias).map(({ table, id }) => sql`(SELECT p.unit_id FROM ${table} p WHERE p.id = ${id})`)
  if (parents.length === 0) return raw('NULL')
  return parents.length === 1 && parents[0] ? parents[0] : sql`coalesce(${join(parents, ', ')})`
}

/** The record belongs to one of the units: the same question, asked once of the parents and not of every record. */
export function ofUnitsSql(manager: EntityManager, kind: RecordKind, alias: string, unitIds: readonly number[]): Sql {
  const own = ownUnitSql(manager, kind, alias)
  if (own) return oneOf(own, unitIds)
  const [first, second] = parentsOf(manager, kind, alias).map(({ table, id }) => ({
    id,
    found: sql`${id} IN (SELECT p.id FROM ${table} p WHERE ${oneOf(raw('p.unit_id'), unitIds)})`,
  }))
  if (!first) return raw('FALSE')
  return second ? sql`${first.found} OR (${first.id} IS NULL AND ${second.found})` : first.found
}

function ownUnitSql(manager: EntityManager, kind: RecordKind, alias: string): Sql | null {
  if (kind === 'unit') return raw(`${alias}.id`)
  return 'unitId' in definitionOf(kind).fields ? columnOf(manager, kind, 'unitId', alias) : null
}

function parentsOf(manager: EntityManager, kind: RecordKind, alias: string): { table: Sql; id: Sql }[] {
  const { fields } = definitionOf(kind)
  return (['enterprise', 'partyOrg'] as const).flatMap((parent) => {
    const field = `${parent}Id`
    return field in fields ? [{ table: tableOf(manager, parent), id: columnOf(manager, kind, field, alias) }] : []
  })
}
