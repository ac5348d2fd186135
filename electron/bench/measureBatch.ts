import type { Connection } from '../office/db/dataSource'
import { openFullOffice } from './fullOffice'
import { sayRatio, timed } from './timed'

const batch = 10_000
const rounds = 7

/** Prints what a batch change and its undo cost beside one bare UPDATE each way that writes the same history rows. */
export async function measureBatch(folder: string): Promise<void> {
  const { call, bare, close } = await openFullOffice(folder)
  const ids = Array.from({ length: batch }, (_, index) => index * 3 + 1)
  const theirs: number[] = []
  const ours: number[] = []
  for (let round = 0; round <= rounds; round++) {
    const a = await timed(() => {
      bareBatch(bare, ids, null, `东村${round}`)
      bareBatch(bare, ids, `东村${round}`, null)
    })
    const b = await timed(async () => {
      const changes = ids.map((id) => ({ kind: 'enterprise' as const, id, values: { community: `西村${round}` } }))
      const { editId } = await call('record.save', { changes })
      await call('edit.undo', { editId: editId ?? 0 })
    })
    if (round === 0) continue
    theirs.push(a)
    ours.push(b)
  }
  await close()
  sayRatio(`a batch change of ${batch} enterprises with its undo`, ours, theirs, 'one bare UPDATE each way with the same history rows')
}

function bareBatch(bare: Connection, ids: readonly number[], before: string | null, after: string | null): void {
  const at = new Date().toISOString()
  const insert = bare.prepare(
    `INSERT INTO audit_entry (created_at, updated_at, version, at, operator, action, entity, entity_id, label, changes)
     VALUES (?, ?, 1, ?, '', '修改', 'enterprise', ?, ?, ?)`,
  )
  bare.exec('BEGIN IMMEDIATE')
  bare
    .prepare(
      `UPDATE enterprise SET community = ?, updated_at = ?, version = version + 1
       WHERE id IN (SELECT value FROM json_each(?))`,
    )
    .run(after, at, JSON.stringify(ids))
  const changes = JSON.stringify([{ field: 'community', before, after }])
  for (const id of ids) insert.run(at, at, at, id, `示范${id}号机械制造有限公司`, changes)
  bare.exec('COMMIT')
}
