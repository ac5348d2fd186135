import { expect, it } from 'vitest'
import type { Field } from '../../../shared/record/field'
import { definitionOf, recordKinds } from '../../../shared/record/recordKind'
import { createDataSource } from './dataSource'
import { recordTables } from './recordTables'

const types: Record<Field['type'], string> = {
  text: 'text',
  phone: 'text',
  creditCode: 'text',
  count: 'integer',
  number: 'double precision',
  money: 'bigint',
  date: 'text',
  quarter: 'text',
  flag: 'boolean',
  choice: 'text',
  list: 'simple-json',
  yearCounts: 'simple-json',
  ref: 'integer',
}

it('has a column for every field of every kind, of its type, and null exactly where the field may be blank', async () => {
  const source = createDataSource({ file: ':memory:' })
  await source.initialize()
  const differences: string[] = []
  for (const kind of recordKinds) {
    const { columns } = source.getMetadata(recordTables[kind])
    for (const [name, field] of Object.entries(definitionOf(kind).fields)) {
      const column = columns.find(({ propertyName }) => propertyName === name)
      const blank = !field.required && field.type !== 'list' && field.type !== 'yearCounts'
      if (column?.type !== types[field.type]) differences.push(`${kind}.${name} is ${String(column?.type)}`)
      else if (column.isNullable !== blank) differences.push(`${kind}.${name} nullable ${String(column.isNullable)}`)
    }
  }
  await source.destroy()
  expect(differences).toEqual([])
})
