import { join } from 'node:path'
import { fillFolder } from './fillFolder'
import { openOfficeAlone, type Call } from './fullOffice'
import { sayRatio, timed } from './timed'

const rounds = 7
const password = '东山台账 2026'

/** What the same works cost under a password, against the same ledger without one; and what giving and setting it take. */
export async function measurePassword(folder: string, enterprises = 50_000): Promise<void> {
  const folders = { plain: join(folder, 'data-plain'), sealed: join(folder, 'data-sealed') }
  await fillFolder(folders.plain, enterprises)
  await fillFolder(folders.sealed, enterprises)
  const plain = await openOfficeAlone(folders.plain)
  const before = await openOfficeAlone(folders.sealed)
  const setting = await timed(() => before.call('password.set', { password }))
  await before.close()
  const sealed = await openOfficeAlone(folders.sealed)
  const unlocking = await timed(() => sealed.call('password.unlock', { proof: { password } }))
  for (const [title, work] of Object.entries(works)) {
    const ours: number[] = []
    const theirs: number[] = []
    for (let round = 0; round <= rounds; round++) {
      const a = await timed(() => work(plain.call, round))
      const b = await timed(() => work(sealed.call, round))
      if (round === 0) continue
      theirs.push(a)
      ours.push(b)
    }
    sayRatio(`under a password: ${title}`, ours, theirs, 'the same without')
  }
  process.stdout.write(`of ${enterprises} enterprises: the password is set in ${setting.toFixed(1)} s and opens in ${unlocking.toFixed(2)} s\n`)
  await plain.close()
  await sealed.close()
}

const works: Record<string, (call: Call, round: number) => Promise<unknown>> = {
  'a filtered, sorted page of 100': (call) =>
    call('record.page', { kind: 'enterprise', filter: { unitIds: [3] }, sort: { field: 'employees', descending: true } }),
  'table S1': (call, round) => call('statistics.table', { table: 'S1', asOf: `2026-06-${10 + round}` }),
  'a change of 500 enterprises': (call, round) =>
    call('record.save', { changes: Array.from({ length: 500 }, (_, i) => ({ kind: 'enterprise' as const, id: i + 1, values: { note: `${round}` } })) }),
  'a checked copy': (call) => call('backup.make', {}),
}
