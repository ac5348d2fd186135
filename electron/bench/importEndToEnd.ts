import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import type { Input, Output, CallName } from '../../shared/contract/index'
import { chromiumPrinter } from '../host/chromiumPrinter'
import { systemClock } from '../host/systemClock'
import { createOffice } from '../office/createOffice'
import { measuredReaders, peakFile } from './measuredReader'
import { unitCount, unitName } from './townshipUnits'

/** read → plan → commit of one run through the contract, into a fresh data folder. Returns the number of enterprises added. */
export async function importEndToEnd(files: readonly string[], dataFolder: string): Promise<number> {
  const office = await createOffice({
    dataFolder, clock: systemClock, log: () => undefined, emit: () => undefined,
    startReader: measuredReaders(peakFile(dataFolder)), printer: chromiumPrinter, version: 'bench', demo: false,
  })
  async function call<N extends CallName>(name: N, input: Input<N>): Promise<Output<N>> {
    const reply = await office.dispatch(name, input)
    if (!reply.ok) throw new Error(`${name}: ${reply.failure.code}`)
    return reply.value as Output<N>
  }
  const units = Array.from({ length: unitCount }, (_, i) => ({ name: unitName(i), kind: '街道' as const, aliases: [], sortNo: i + 1 }))
  await call('office.setup', { regionName: '测速区', officeName: '测速区委非公工委', units })
  const readings = await Promise.all(files.map((file) => call('import.read', { name: basename(file), bytes: readFileSync(file) })))
  const plan = await call('import.plan', { fileIds: readings.map(({ fileId }) => fileId), policy: 'replace' })
  const { totals } = await call('import.commit', { planId: plan.planId })
  await office.close()
  return totals.add
}
