import type { TestOffice } from './createTestOffice'

/** Adds enterprises of the first unit in one save. */
export async function addEnterprises(office: TestOffice, names: readonly string[]): Promise<void> {
  const changes = names.map((name, i) => ({ kind: 'enterprise' as const, id: -1 - i, values: { name, unitId: 1 } }))
  await office.call('record.save', { changes })
}

/** By pinyin. */
export async function enterpriseNames(office: TestOffice): Promise<unknown[]> {
  const { rows } = await office.call('record.page', { kind: 'enterprise', sort: { field: 'name', descending: false } })
  return rows.map(({ values }) => values['name'])
}
