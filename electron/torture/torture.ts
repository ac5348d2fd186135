import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { ledgerFiles } from '../office/db/ledgerFiles'
import { writeOldLedger } from '../office/db/testing/oldLedger'
import { createRandom } from './createRandom'
import { tortureRounds } from './tortureRounds'

/**
 * `npm run torture [-- --kills N] [--seed S]`: an office on a real file is killed at random moments and must have kept
 * every change it acknowledged, row by row, whole. The seed is printed and does the same again.
 */
const { values } = parseArgs({ options: { kills: { type: 'string', default: '200' }, seed: { type: 'string' } } })
const kills = Number(values.kills)
const seed = Number(values.seed ?? Date.now() % 1_000_000)
const folder = mkdtempSync(join(tmpdir(), 'ledger-torture-'))
const fixture = join(folder, 'old.sqlite')
const begun = Date.now()

await writeOldLedger(fixture, 1)

/** An empty folder, or one with a ledger of the first version. */
function prepare(round: number, isOld: boolean): string {
  const files = ledgerFiles(join(folder, `round-${round}`))
  mkdirSync(files.folder)
  if (isOld) {
    copyFileSync(fixture, files.ledger)
    writeFileSync(files.founded, '2026-01-01T00:00:00.000Z\n')
  }
  return files.folder
}

try {
  const figures = await tortureRounds({ kills, random: createRandom(seed), prepare, fixture, wait: setTimeout })
  const seconds = Math.round((Date.now() - begun) / 1000)
  process.stdout.write(`${figures}\nseed ${seed}, ${seconds} s\n`)
  rmSync(folder, { recursive: true, force: true })
} catch (error) {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\nseed ${seed}, folder ${folder}\n`)
  process.exitCode = 1
}
