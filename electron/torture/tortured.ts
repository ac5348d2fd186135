import { writeSync } from 'node:fs'
import { join } from 'node:path'
import { once } from 'node:events'
import type { CallName, Input, Output } from '../../shared/contract/index'
import type { Reply } from '../../shared/contract/reply'
import { chromiumPrinter } from '../host/chromiumPrinter'
import { forkReader } from '../host/forkReader'
import { systemClock } from '../host/systemClock'
import { createOffice } from '../office/createOffice'
import { createKeyRing } from '../office/db/encryption/keyRing'
import { ledgerFiles } from '../office/db/ledgerFiles'
import { createRandom } from './createRandom'
import { tortureWords } from './learnKey'
import type { Said } from './message'
import { Refused, randomWork, setUp, type Call, type Work } from './randomWork'
import { differingKeys, readState } from './readState'

/** An office that works at random until it is killed: `tortured.js FOLDER SEED`. */
const [dataFolder = '', seed = '0'] = process.argv.slice(2)
const files = ledgerFiles(dataFolder)

/** Straight into the pipe: what was written there outlives the process. */
function say(said: Said): void {
  const line = Buffer.from(`${JSON.stringify(said)}\n`)
  for (let from = 0; from < line.length; ) {
    try {
      from += writeSync(1, line, from)
    } catch (error) {
      // The pipe is full for a moment.
      if (!(error instanceof Error && 'code' in error && error.code === 'EAGAIN')) throw error
    }
  }
}

const office = await createOffice({
  dataFolder,
  clock: systemClock,
  log: () => undefined,
  emit: () => undefined,
  startReader: () => forkReader(),
  printer: chromiumPrinter,
  version: 'torture',
  demo: false,
})

const call: Call = async <N extends CallName>(name: N, input: Input<N>): Promise<Output<N>> => {
  const reply: Reply<unknown> = await office.dispatch(name, input)
  if (!reply.ok) throw new Refused(name, reply.failure)
  return reply.value as Output<N>
}

await unlock()
const { failure } = await call('recovery.state', {})
const broken = failure ? [] : (await call('statistics.table', { table: 'S1' })).parts.flatMap((part) => part.broken)
say({ type: 'opened', failure: failure ? JSON.stringify(failure) : null, broken })
await once(process.stdin, 'data')

const random = createRandom(Number(seed))
const keys = createKeyRing()
let state = await readState(files.ledger, keys)
const hasUnits = [...state.keys()].some((key) => key.startsWith('unit:'))
if (!hasUnits) await carryOut(setUp(call))
for (;;) await carryOut(await randomWork(call, random))

async function unlock(): Promise<void> {
  if (!(await call('password.state', {})).isShut) return
  for (const password of tortureWords) {
    const reply = await office.dispatch('password.unlock', { proof: { password } })
    if (reply.ok) return
  }
}

async function carryOut({ name, becomes, perform }: Work): Promise<void> {
  say({ type: 'begin', work: name, ...(becomes ? { becomes: [...(await readState(join(files.backups, becomes), keys))] } : {}) })
  let refused: string | null = null
  try {
    await perform()
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    refused = error.message
  }
  const after = await readState(files.ledger, keys)
  const changed = differingKeys(state, after).map((key): [string, string | null] => [key, after.get(key) ?? null])
  state = after
  say({ type: 'done', work: name, refused, changed })
}
