import { expect, it } from 'vitest'
import { connectionOf, createDataSource, openConnection } from '../dataSource'
import { testFolders } from '../testing/testFolder'
import { migrationNames, migrations } from './migrations'

const folders = testFolders()

it('leaves nothing for TypeORM to change: the entities and the migrated tables agree', async () => {
  const database = await folders.open()
  const source = createDataSource({ file: database.file })
  await source.initialize()
  const { upQueries } = await source.driver.createSchemaBuilder().log()
  await source.destroy()
  expect(upQueries.map(({ query }) => query)).toEqual([])
})

it('has every foreign key the entities name', async () => {
  const database = await folders.open()
  const source = createDataSource({ file: database.file })
  await source.initialize()
  const connection = connectionOf(source)
  for (const { tableName, foreignKeys } of source.entityMetadatas) {
    const stored = connection
      .prepare<[], { from: string; table: string; on_delete: string }>(`PRAGMA foreign_key_list("${tableName}")`)
      .all()
      .map((key) => `${key.from} ${key.table} ${key.on_delete}`)
    const named = foreignKeys.map(
      (key) => `${key.columns[0]?.databaseName} ${key.referencedEntityMetadata.tableName} ${key.onDelete}`,
    )
    expect(stored.sort(), tableName).toEqual(named.sort())
  }
  await source.destroy()
})

it('uses only column types that PostgreSQL has too', async () => {
  const source = createDataSource({ file: ':memory:' })
  await source.initialize()
  const types = source.entityMetadatas.flatMap(({ columns }) => columns.map((column) => String(column.type)))
  const portable = ['bigint', 'boolean', 'double precision', 'integer', 'simple-json', 'text']
  expect([...new Set(types)].sort()).toEqual(portable)
  await source.destroy()
})

it('numbers the ledger by its last migration', async () => {
  const database = await folders.open()
  const connection = openConnection(database.file, { readonly: true })
  expect(connection.pragma('user_version', { simple: true })).toBe(migrations.length)
  expect(connection.pragma('foreign_key_check')).toEqual([])
  connection.close()
  expect(new Set(migrationNames).size).toBe(migrations.length)
})
