import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { CallName, Input, Output } from '../../shared/contract/index'
import { chromiumPrinter } from '../host/chromiumPrinter'
import { forkReader } from '../host/forkReader'
import { createOffice } from '../office/createOffice'
import { openConnection, type Connection } from '../office/db/dataSource'
import { ledgerFiles } from '../office/db/ledgerFiles'
import { fillFolder } from './fillFolder'

export const enterprises = 100_000

export type Call = <N extends CallName>(name: N, input: Input<N>) => Promise<Output<N>>

export interface FullOffice {
  /** Throws where the office refuses. */
  call: Call
  /** The same ledger, without the office. */
  bare: Connection
  close(): Promise<void>
}

/** An office over a full ledger, founded once for all sections that measure it, and a bare connection to its file. */
export async function openFullOffice(folder: string): Promise<FullOffice> {
  const dataFolder = join(folder, 'data-full')
  if (!existsSync(dataFolder)) await fillFolder(dataFolder, enterprises)
  return openOffice(dataFolder)
}

/** An office over a filled ledger, and a bare connection to its file. */
export async function openOffice(dataFolder: string): Promise<FullOffice> {
  const office = await openOfficeAlone(dataFolder)
  const bare = openConnection(ledgerFiles(dataFolder).ledger)
  bare.pragma('journal_mode = WAL')
  bare.pragma('synchronous = FULL')
  return {
    ...office,
    bare,
    async close() {
      bare.close()
      await office.close()
    },
  }
}

/** An office over a filled ledger, plain or not; without the copies made before great changes, which have a section of their own. */
export async function openOfficeAlone(dataFolder: string): Promise<Omit<FullOffice, 'bare'>> {
  const office = await createOffice({
    dataFolder,
    clock: { today: () => '2026-06-30', now: () => new Date().toISOString() },
    log: ({ message }) => process.stderr.write(`${message}\n`),
    emit: () => undefined,
    startReader: forkReader,
    printer: chromiumPrinter,
    version: 'bench',
    demo: true,
  })
  return {
    close: office.close,
    async call<N extends CallName>(name: N, input: Input<N>) {
      const reply = await office.dispatch(name, input)
      if (!reply.ok) throw new Error(`${name}: ${JSON.stringify(reply.failure)}`)
      return reply.value as Output<N>
    },
  }
}
