import { expect, it } from 'vitest'
import { verifyLog } from './verifyLog'
import { testFolders } from '../../db/testing/testFolder'
import { auditRepository, type NewEntry } from '../../db/repositories/auditRepository'

const folders = testFolders()
const at = '2026-06-30T08:00:00.000Z'

it('seals and checks 50,000 entries in little more than a breath', async () => {
  const { gate } = await folders.open()
  const entries = Array.from({ length: 50_000 }, (_, i): NewEntry => {
    const changes = [{ field: 'community', before: null, after: `东村${i}` }]
    return { at, operator: '张三', action: '修改', entity: 'enterprise', entityId: i + 1, label: `示范${i}号机械制造有限公司`, changes }
  })
  const written = await timed(() => gate.write((manager) => auditRepository.append(manager, entries, at)))
  const read = await timed(async () => expect(await gate.read((manager) => verifyLog(manager, []))).toMatchObject({ entries: 50_000, faults: [] }))
  expect(written).toBeLessThan(10_000)
  expect(read).toBeLessThan(10_000)
})

async function timed(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now()
  await work()
  return performance.now() - from
}
