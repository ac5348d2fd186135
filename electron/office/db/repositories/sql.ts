import type { EntityManager } from 'typeorm'
import type { BoundValue } from '../tableShape'

/** A piece of SQL with the values its question marks stand for. */
export interface Sql {
  readonly text: string
  readonly values: readonly BoundValue[]
}

/** Template tag: pieces of SQL are spliced in, everything else becomes a bound value. */
export function sql(strings: TemplateStringsArray, ...parts: readonly (Sql | BoundValue)[]): Sql {
  const values: BoundValue[] = []
  let text = strings[0] ?? ''
  parts.forEach((part, index) => {
    if (part !== null && typeof part === 'object') {
      text += part.text
      values.push(...part.values)
    } else {
      text += '?'
      values.push(part)
    }
    text += strings[index + 1] ?? ''
  })
  return { text, values }
}

/** SQL text as written in the code: never anything a person typed. */
export function raw(text: string): Sql {
  return { text, values: [] }
}

export function join(parts: readonly Sql[], separator: string): Sql {
  return { text: parts.map((part) => part.text).join(separator), values: parts.flatMap((part) => part.values) }
}

/** All of the conditions; true when there are none. */
export function all(conditions: readonly Sql[]): Sql {
  if (conditions.length === 0) return raw('TRUE')
  return join(conditions.map((condition) => sql`(${condition})`), ' AND ')
}

/** `column IN (…)`; false for an empty list. */
export function oneOf(column: Sql, values: readonly BoundValue[]): Sql {
  if (values.length === 0) return raw('FALSE')
  return sql`${column} IN (${join(values.map((value) => sql`${value}`), ', ')})`
}

/** `column IN` a list of ids of any length, as one bound value. */
export function amongIds(column: Sql, ids: readonly number[]): Sql {
  return sql`${column} IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`
}

/** `WITH …`; nothing without tables. */
export function withTables(tables: readonly Sql[]): Sql {
  return tables.length === 0 ? raw('') : sql`WITH ${join(tables, ', ')}`
}

export async function select<Row>(manager: EntityManager, query: Sql): Promise<Row[]> {
  return manager.query<Row[]>(query.text, [...query.values])
}
