import { rmSync } from 'node:fs'
import { performance } from 'node:perf_hooks'
import { setTimeout } from 'node:timers/promises'
import { join } from 'node:path'
import { fillFolder } from './fillFolder'
import { openOffice } from './fullOffice'
import { median } from './median'
import { sayRatio, timed } from './timed'

const rounds = 5

/** A whole checked copy against SQLite's bare one, and what reads and saves wait for meanwhile. */
export async function measureBackup(folder: string, enterprises = 50_000): Promise<void> {
  const dataFolder = join(folder, 'data-backup')
  await fillFolder(dataFolder, enterprises)
  const office = await openOffice(dataFolder)
  const bareCopy = join(folder, 'bare.sqlite')
  const ours: number[] = []
  const theirs: number[] = []
  const reads: number[] = []
  const saves: number[] = []
  let bytes = 0
  for (let round = 0; round < rounds; round++) {
    theirs.push(await timed(() => office.bare.prepare('VACUUM INTO ?').run(bareCopy)))
    rmSync(bareCopy)
    let isDone = false
    const begun = performance.now()
    const copying = office.call('backup.make', {}).then((copy) => {
      isDone = true
      bytes = copy.bytes
    })
    for (let turn = 0; !isDone; turn++) {
      reads.push(await timed(() => office.call('record.page', { kind: 'enterprise', limit: 50 })))
      saves.push(
        await timed(() => office.call('record.save', { changes: [{ kind: 'enterprise', id: 1 + turn, values: { note: `${round}-${turn}` } }] })),
      )
      await setTimeout(20)
    }
    await copying
    ours.push((performance.now() - begun) / 1000)
  }
  await office.close()
  sayRatio(`backup of ${enterprises} enterprises (${(bytes / 1024 / 1024).toFixed(0)} MB)`, ours, theirs, 'a bare VACUUM INTO')
  const worst = (times: readonly number[]): string => `median ${(median(times) * 1000).toFixed(1)} ms, longest ${(Math.max(...times) * 1000).toFixed(0)} ms`
  process.stdout.write(`meanwhile a page of 50: ${worst(reads)}; a save: ${worst(saves)}\n`)
}
