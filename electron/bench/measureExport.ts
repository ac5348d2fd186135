import { performance } from 'node:perf_hooks'
import { join } from 'node:path'
import { nationalSettings } from '../../shared/domain/officeSettings'
import { chromiumPrinter } from '../host/chromiumPrinter'
import { forkReader } from '../host/forkReader'
import { createOffice } from '../office/createOffice'
import { openDatabase } from '../office/db/openDatabase'
import { fillBigLedger } from '../office/db/testing/bigLedger'
import { bareWrite } from '../office/excel/testing/plainTable'
import { formWorkbook } from '../office/forms/formWorkbook'
import { findForm } from '../office/forms/standardForms'
import { formRows } from '../office/services/formRows/formRows'
import { median } from './median'

const enterprises = 50_000
const rounds = 3
const today = '2026-06-30'

/** Prints what the master ledger F01 costs as a workbook beside exceljs' own streaming writer given the same cells. */
export async function measureExport(folder: string): Promise<void> {
  const dataFolder = join(folder, 'data-export')
  const database = await openDatabase(dataFolder)
  await database.gate.write((manager) => fillBigLedger(manager, enterprises))
  const scene = { today, asOf: today, from: null, year: 2026, unitId: null, settings: nationalSettings }
  const rows = await database.gate.read((manager) => formRows.F01(manager, scene))
  await database.close()
  const form = findForm('F01')
  const [sheet] = formWorkbook({ form, regionName: '', year: 2026, filledOn: today, parts: [{ filledBy: '', rows }] }).sheets
  if (!sheet) throw new Error('F01 has no sheet')
  const office = await createOffice({
    dataFolder,
    clock: { today: () => today, now: () => new Date().toISOString() },
    log: ({ message }) => process.stderr.write(`${message}\n`),
    emit: () => undefined,
    startReader: forkReader,
    printer: chromiumPrinter,
    version: 'bench',
    demo: false,
  })
  const ours: number[] = []
  const theirs: number[] = []
  for (let round = 0; round < rounds; round++) {
    theirs.push(await timed(() => bareWrite(sheet)))
    ours.push(
      await timed(async () => {
        const reply = await office.dispatch('form.export', { form: 'F01' })
        if (!reply.ok) throw new Error(`form.export: ${JSON.stringify(reply.failure)}`)
      }),
    )
  }
  await office.close()
  const ratio = median(ours.map((time, i) => time / (theirs[i] ?? Number.NaN)))
  process.stdout.write(
    `export of ${enterprises} rows of F01, read and written: ${median(ours).toFixed(1)} s against ` +
      `${median(theirs).toFixed(1)} s for exceljs' streaming writer given the same cells, ratio ${ratio.toFixed(2)}\n`,
  )
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await work()
  return (performance.now() - started) / 1000
}
