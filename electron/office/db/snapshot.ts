import type { DataSource, EntityManager } from 'typeorm'

/** A committed state of the ledger: the same version of the same source says that nothing was written in between. */
export interface Snapshot {
  source: DataSource
  version: number
}

/** The state a read sees; null inside a write, which changes what it sees without a new version. */
export async function snapshotOf({ dataSource }: EntityManager): Promise<Snapshot | null> {
  if (!('readonly' in dataSource.options && dataSource.options.readonly === true)) return null
  const rows = await dataSource.query<{ data_version: number }[]>('PRAGMA data_version')
  return { source: dataSource, version: rows[0]?.data_version ?? 0 }
}
