import { chromiumPrinter } from '../host/chromiumPrinter'
import { forkReader } from '../host/forkReader'
import { createOffice } from '../office/createOffice'
import { openDatabase } from '../office/db/openDatabase'
import { fillBigLedger } from '../office/db/testing/bigLedger'
import { fillBigWork } from '../office/db/testing/bigWork'

/** Founds an office with a full ledger, for what is measured from outside (build/benchWindow.mjs); answers its size. */
export async function fillFolder(dataFolder: string, enterprises: number): Promise<number> {
  const database = await openDatabase(dataFolder)
  await database.gate.write(async (manager) => {
    await fillBigLedger(manager, enterprises)
    await fillBigWork(manager, enterprises)
  })
  await database.close()
  const office = await createOffice({
    dataFolder,
    clock: { today: () => '2026-06-30', now: () => new Date().toISOString() },
    log: ({ message }) => process.stderr.write(`${message}\n`),
    emit: () => undefined,
    startReader: forkReader,
    printer: chromiumPrinter,
    version: 'bench',
    demo: false,
  })
  await office.dispatch('office.setup', { regionName: '某区', officeName: '某区委两新工委', units: [] })
  await office.close()
  return enterprises
}
