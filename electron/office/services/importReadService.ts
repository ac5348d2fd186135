import type { CorrectedCell, Correction } from '../../../shared/contract/correction'
import { importRepository } from '../db/repositories/importRepository'
import type { Services } from '../dispatch'
import { placeKey } from '../import/placeKey'
import { unitIndex } from '../import/unitIndex'
import { groupBy } from './groupBy'
import { readImportFile } from './importReading'
import { findLedgerId } from './ledgerId'
import type { ReadingStore } from './readingStore'
import { rememberedTables } from './rememberedTables'
import { entriesOf, fileProblems } from './runPlan'
import type { ServiceContext } from './serviceContext'
import { readingWords } from './synonymService'

/** Reading files; one that is read again keeps its id, and what was found at cells corrected since. */
export function createImportReadService(context: ServiceContext, store: ReadingStore): Pick<Services, 'import.read' | 'import.cancelRead'> {
  const { gate, ports } = context
  /** Readings under way that may be cancelled, by the caller's ticket. */
  const tickets = new Map<string, AbortController>()

  return {
    async 'import.read'({ name, bytes, password, ticket, fileId: replaced, corrections }) {
      const isKnown = replaced !== undefined && (store.readings.has(replaced) || store.looks.has(replaced))
      const fileId = isKnown ? replaced : store.nextId()
      const cancelling = new AbortController()
      if (ticket !== undefined) tickets.set(ticket, cancelling)
      try {
        const { units, ledgerId } = await gate.read(async (manager) => {
          return { units: await context.units(manager), ledgerId: await findLedgerId(manager) }
        })
        const own = await readingWords(context)
        const { summary, reading: read, sheets, look } = await readImportFile({
          fileId, name, bytes, password, signal: cancelling.signal, readers: context.readers, units: unitIndex(units),
          ledgerId, today: ports.clock.today(), own, corrections, foundAt: findingsBefore(store, fileId),
          answersOf: (unit) => gate.read((manager) => rememberedTables(manager, unit)),
          importedBefore: (sha256) => gate.read(async (manager) => (await importRepository.findBySha256(manager, sha256)) !== null),
        })
        if (look) store.looks.set(fileId, look)
        else store.looks.delete(fileId)
        if (read) store.readings.set(fileId, { fileId, name, sha256: summary.sha256, reading: read, sheets, corrected: summary.corrected })
        else store.readings.delete(fileId)
        if (store.plan?.fileIds.includes(fileId)) store.plan = { ...store.plan, outdated: true }
        return summary
      } finally {
        if (ticket !== undefined && tickets.get(ticket) === cancelling) tickets.delete(ticket)
      }
    },

    async 'import.cancelRead'({ tickets: cancelled }) {
      const found = cancelled.flatMap((ticket) => tickets.get(ticket) ?? [])
      for (const cancelling of found) cancelling.abort()
      return { cancelled: found.length }
    },
  }
}

/** What is found at the cells of a file that is read again: of one corrected earlier, what was found before that. */
function findingsBefore(store: ReadingStore, fileId: string): (cell: Correction) => CorrectedCell['found'] {
  const known = store.readings.get(fileId)
  if (!known) return () => []
  const { plan, fileIds } = store.plan ?? { plan: null, fileIds: [] }
  const problems =
    plan && fileIds.includes(fileId)
      ? [...fileProblems(plan, fileId, known.reading.problems), ...entriesOf(plan).flatMap((entry) => (entry.file.fileId === fileId ? entry.problems : []))]
      : [...known.reading.problems, ...known.reading.rows.flatMap((row) => row.problems), ...known.reading.tables.flatMap((table) => table.rows.flatMap((row) => row.problems))]
  const found = groupBy(problems, placeKey)
  const earlier = new Map(known.corrected.map((cell) => [placeKey(cell), cell.found]))
  return (cell) => earlier.get(placeKey(cell)) ?? (found.get(placeKey(cell)) ?? []).map(({ code, level }) => ({ code, level }))
}
