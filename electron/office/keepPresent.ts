import { OfficeError } from './officeError'
import type { OpenOffice } from './openOffice'
import type { OfficePorts } from './ports'
import type { PresentLedger } from './services/folderContext'
import { readSettings } from './services/settings'
import { framesOf, withoutValues } from './withoutValues'

export interface PresentOffice extends PresentLedger {
  /** Opens the ledger; that it is damaged, or that its 口令 is asked for, is remembered instead of thrown. */
  open(): Promise<void>
  /** Works with the open office; waits while it is being replaced. Throws why it is not open. */
  inside<T>(work: (open: OpenOffice) => Promise<T>): Promise<T>
  /** Another text after every write, and after every opening. */
  state(): string
  close(): Promise<void>
}

/** The office that is open now, or why none is; another ledger may take the place of the one below it. */
export function keepPresent(openOffice: () => Promise<OpenOffice>, ports: Pick<OfficePorts, 'log'>): PresentOffice {
  let office: OpenOffice | null = null
  let refusal: OfficeError | null = null
  let openings = 0
  /** While the ledger is replaced, whoever comes waits for it. */
  let replaced: Promise<unknown> = Promise.resolve()
  const underWay = new Set<Promise<unknown>>()

  async function open(): Promise<void> {
    openings++
    try {
      office = await openOffice()
      refusal = null
    } catch (error) {
      if (!(error instanceof OfficeError)) throw error
      refusal = error
      ports.log({ level: 'error', message: `the ledger is not open: ${JSON.stringify(error.toFailure())}` })
    }
  }

  /** A ledger that cannot be opened for a reason nobody foresaw must not keep people from restoring another. */
  async function openAgain(): Promise<void> {
    try {
      await open()
    } catch (error) {
      refusal = new OfficeError('unexpected')
      const { message, stack } = error instanceof Error ? error : new Error(String(error))
      ports.log({ level: 'error', message: `opening again: ${withoutValues(message)}`, ...(stack ? { stack: framesOf(stack) } : {}) })
    }
  }

  async function closeOffice(): Promise<void> {
    const closing = office
    office = null
    await closing?.close()
  }

  async function replace<T>(change: () => Promise<T>): Promise<T> {
    await Promise.allSettled(underWay)
    await closeOffice()
    try {
      return await change()
    } finally {
      await openAgain()
    }
  }

  return {
    async open() {
      await open()
      if (refusal && refusal.code !== 'damaged-database' && refusal.code !== 'password-needed') throw refusal
    },
    async inside(work) {
      await replaced
      if (!office) throw refusal ?? new OfficeError('cancelled')
      const working = work(office)
      underWay.add(working)
      try {
        return await working
      } finally {
        underWay.delete(working)
      }
    },
    failure: () => refusal?.toFailure() ?? null,
    settings: async () => (office ? office.database.gate.read(readSettings) : null),
    gate: () => office?.database.gate ?? null,
    state: () => `${openings}:${office?.database.gate.commits() ?? 0}`,
    replace(change) {
      const result = replaced.then(() => replace(change))
      replaced = result.catch(() => undefined)
      return result
    },
    async close() {
      await replaced
      await closeOffice()
    },
  }
}
