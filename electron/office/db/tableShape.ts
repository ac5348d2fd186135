import type { EntityManager } from 'typeorm'
import type { StoredRow } from './entities/storedRow'

export type EntityClass<T extends StoredRow> = new () => T

/** A value as the driver binds it. */
export type BoundValue = string | number | bigint | null

export interface ColumnShape {
  property: string
  /** Escaped for SQL. */
  name: string
  /** What is written when the property is left out. */
  fallback: BoundValue
  bind(value: unknown): BoundValue
}

export interface TableShape {
  /** Unescaped. */
  tableName: string
  /** Escaped for SQL. */
  table: string
  columns: ColumnShape[]
}

/** An entity's table as TypeORM's metadata describes it, reduced to what a prepared statement needs. */
export function tableShape<T extends StoredRow>(manager: EntityManager, entity: EntityClass<T>): TableShape {
  const { dataSource } = manager
  const metadata = dataSource.getMetadata(entity)
  const columns = metadata.columns.map((column): ColumnShape => {
    const bind = column.type === 'simple-json' ? bindJson : bindPlain
    return {
      property: column.propertyName,
      name: dataSource.driver.escape(column.databaseName),
      fallback: bindPlain(column.default ?? null),
      bind,
    }
  })
  return { tableName: metadata.tableName, table: dataSource.driver.escape(metadata.tableName), columns }
}

function bindPlain(value: unknown): BoundValue {
  switch (typeof value) {
    case 'string':
    case 'number':
    case 'bigint':
      return value
    case 'boolean':
      return value ? 1 : 0
    default:
      if (value === null) return null
      throw new TypeError(`a column cannot hold ${typeof value}`)
  }
}

function bindJson(value: unknown): BoundValue {
  return value === null ? null : JSON.stringify(value)
}
