import { createKeyRing, type KeyRing } from '../office/db/encryption/keyRing'
import { ledgerFiles, type LedgerFiles } from '../office/db/ledgerFiles'
import { checkCopies, checkLedgerFile, damagedFiles, withLedger } from './checkFolder'
import type { Random } from './createRandom'
import { explainDifference, type UnderWay } from './explainDifference'
import type { Said } from './message'
import { readState, stateOf, type LedgerState } from './readState'
import { startTortured } from './startTortured'

export interface Torture {
  kills: number
  random: Random
  /** Makes a data folder, empty or with a ledger of the first version; answers its path. */
  prepare(round: number, isOld: boolean): string
  /** The ledger of the first version. */
  fixture: string
  wait(milliseconds: number): Promise<unknown>
}

/** Rounds in one folder before the next one; every other folder begins with an old ledger. */
const roundsPerFolder = 8
/** Milliseconds within which an office that opens is killed. */
const openingLimit = 900
/** One that works does some works, and is killed so soon after the last of them was begun. */
const mostWorks = 8
const workingLimit = 60

/** What is known of the ledger in one folder. */
interface Known {
  files: LedgerFiles
  /** Null until it was first seen: then it must hold `old`. */
  acknowledged: LedgerState | null
  old: LedgerState | null
  underWay: UnderWay | null
  copies: Set<string>
}

/** Kills the office so often and checks after each start what it kept; answers the figures, throws at the first loss. */
export async function tortureRounds({ kills, random, prepare, fixture, wait }: Torture): Promise<string> {
  const killed = new Map<string, number>()
  let changes = 0
  let copies = 0
  let known: Known | null = null
  const keys = createKeyRing()
  for (let round = 0; round < kills; round++) {
    if (round % roundsPerFolder === 0 || !known) {
      const isOld = (round / roundsPerFolder) % 2 === 1
      const files = ledgerFiles(prepare(round, isOld))
      known = { files, acknowledged: null, old: isOld ? await readState(fixture) : null, underWay: null, copies: new Set() }
    }
    const office = startTortured(known.files.folder, random.below(2 ** 31))
    const isMigrating = known.old !== null && known.acknowledged === null
    const isEarly = random.next() < (isMigrating ? 0.7 : 0.2)
    const early = isEarly ? wait(random.below(openingLimit)).then(() => null) : new Promise<never>(() => undefined)
    const opened = await Promise.race([office.opened, early])
    if (!opened) {
      office.kill()
      await office.gone
      count(killed, isMigrating ? 'migrating' : 'opening')
      continue
    }
    try {
      if (opened.failure !== null) throw new Error(`not open: ${opened.failure}`)
      if (opened.broken.length > 0) throw new Error(`identities: ${opened.broken.join('; ')}`)
      known.acknowledged = await check(known, keys)
    } catch (error) {
      office.kill()
      throw new Error(`after ${round} kills: ${error instanceof Error ? error.message : String(error)}`, { cause: error })
    }
    copies += await newCopies(known, keys)
    office.go()
    await office.begun(1 + random.below(mostWorks))
    await wait(random.below(workingLimit))
    office.kill()
    const said = await office.gone
    changes += apply(known, said)
    count(killed, known.underWay?.work ?? 'between works')
  }
  const moments = [...killed].sort((a, b) => b[1] - a[1]).map(([moment, times]) => `${moment} ${times}`)
  return `${kills} kills survived (${moments.join(', ')}); ${changes} acknowledged works checked row by row; ${copies} copies whole`
}

/** Looks at the ledger beside the office that has just opened it; answers what it holds. Throws what was lost. */
function check({ files, acknowledged, old, underWay }: Known, keys: KeyRing): Promise<LedgerState> {
  return withLedger(files, keys, (ledger) => {
    const wrong = checkLedgerFile(ledger)
    if (wrong) throw new Error(wrong)
    if (damagedFiles(files).length > 0) throw new Error('a sound ledger was taken for a damaged one')
    const found = stateOf(ledger)
    const unexplained = acknowledged ? explainDifference(acknowledged, found, underWay, ledger) : missing(old, found)
    if (unexplained) throw new Error(`${unexplained} (under way: ${underWay?.work ?? 'nothing'})`)
    return found
  })
}

/** A migration may add columns, and must keep every value there was. */
function missing(old: LedgerState | null, found: LedgerState): string | null {
  for (const [key, row] of old ?? []) {
    const before = JSON.parse(row) as Record<string, unknown>
    const after = JSON.parse(found.get(key) ?? '{}') as Record<string, unknown>
    const lost = Object.keys(before).filter((column) => before[column] !== after[column])
    if (lost.length > 0) return `the migration changed ${key}: ${lost.join(', ')}`
  }
  return null
}

async function newCopies({ files, copies }: Known, keys: KeyRing): Promise<number> {
  const before = copies.size
  await checkCopies(files, keys, copies)
  return copies.size - before
}

/** Takes what was acknowledged into what is known; answers how many works that were. */
function apply(known: Known, said: readonly Said[]): number {
  let works = 0
  known.underWay = null
  for (const message of said) {
    if (message.type === 'begin') known.underWay = { work: message.work, becomes: message.becomes ? new Map(message.becomes) : null }
    if (message.type !== 'done') continue
    if (message.refused !== null && message.changed.length > 0) throw new Error(`refused, and yet changed: ${message.refused}`)
    for (const [key, row] of message.changed) {
      if (row === null) known.acknowledged?.delete(key)
      else known.acknowledged?.set(key, row)
    }
    known.underWay = null
    works++
  }
  return works
}

function count(killed: Map<string, number>, moment: string): void {
  killed.set(moment, (killed.get(moment) ?? 0) + 1)
}
