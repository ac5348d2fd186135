import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CallName, Input, Output } from '../../../shared/contract/index'
import type { OfficeEvent } from '../../../shared/contract/events'
import type { Failure, Reply } from '../../../shared/contract/reply'
import { chromiumPrinter } from '../../host/chromiumPrinter'
import { forkReader } from '../../host/forkReader'
import { createOffice } from '../createOffice'
import type { OfficePorts, PrinterPort } from '../ports'

export interface TestOffice {
  folder: string
  dispatch(name: string, input: unknown): Promise<Reply<unknown>>
  events: OfficeEvent[]
  logs: Parameters<OfficePorts['log']>[0][]
  /** The value of a call that must succeed. */
  call<N extends CallName>(name: N, input: Input<N>): Promise<Output<N>>
  /** The failure of a call that must fail. */
  failure(name: string, input: unknown): Promise<Failure>
  close(): Promise<void>
}

export interface TestOfficeOptions {
  today?: string | (() => string)
  /** The data folder, which stays. */
  folder?: string
  /** A data folder to begin with a copy of. */
  copyOf?: string
  printer?: PrinterPort
  /** Makes no copy before a work: for tests of very many works that are not about copies. */
  demo?: boolean
}

/** A real office on a real file in a folder of its own, on a fixed day or on days as told. `close` removes the folder. */
export async function createTestOffice(options: TestOfficeOptions = {}): Promise<TestOffice> {
  const folder = options.folder ?? mkdtempSync(join(tmpdir(), 'ledger-test-'))
  if (options.copyOf !== undefined) cpSync(options.copyOf, folder, { recursive: true })
  const events: OfficeEvent[] = []
  const logs: TestOffice['logs'] = []
  const { today: day = '2026-06-30' } = options
  const today = typeof day === 'string' ? () => day : day
  const office = await createOffice({
    dataFolder: folder,
    clock: { today, now: () => `${today()}T08:00:00.000Z` },
    log: (entry) => void logs.push(entry),
    emit: (event) => void events.push(event),
    startReader: forkReader,
    printer: options.printer ?? chromiumPrinter,
    version: 'test',
    demo: options.demo ?? false,
  })
  return {
    folder,
    dispatch: office.dispatch,
    events,
    logs,
    async call<N extends CallName>(name: N, input: Input<N>): Promise<Output<N>> {
      const reply = await office.dispatch(name, input)
      if (!reply.ok) throw new Error(`${name} failed: ${JSON.stringify(reply.failure)} ${JSON.stringify(logs)}`)
      return reply.value as Output<N>
    },
    async failure(name, input) {
      const reply = await office.dispatch(name, input)
      if (reply.ok) throw new Error(`${name} should have failed`)
      return reply.failure
    },
    async close() {
      await office.close()
      if (options.folder === undefined) rmSync(folder, { recursive: true, force: true })
    },
  }
}
