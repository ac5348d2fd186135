import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { peakFile, readerPeak } from './measuredReader'
import { median } from './median'
import { inOwnProcess, type Measured } from './part'

const rounds = 3

/** Prints what an import of `rows` rows × 24 columns costs beside the bare parse of the same file. */
export async function measureImport(folder: string, rows: number): Promise<void> {
  const file = join(folder, `township-${rows}.xlsx`)
  await inOwnProcess('write', [file, String(rows)])
  const parses: Measured[] = []
  const imports: Measured[] = []
  const readers: number[] = []
  for (let round = 0; round < rounds; round++) {
    parses.push(await inOwnProcess('parse', [file]))
    const dataFolder = join(folder, `data-${rows}-${round}`)
    imports.push(await inOwnProcess('import', [file, dataFolder]))
    readers.push(readerPeak(peakFile(dataFolder)))
    rmSync(dataFolder, { recursive: true, force: true })
  }
  if (imports.some((run) => run.rows !== rows)) throw new Error('an import lost rows')
  const seconds = (runs: readonly Measured[]): number => median(runs.map((run) => run.seconds))
  const memory = (runs: readonly Measured[]): number => median(runs.map((run) => run.megabytes))
  const timeRatio = median(imports.map((run, i) => run.seconds / (parses[i]?.seconds ?? Number.NaN)))
  const memoryRatio = median(
    imports.map((run, i) => (run.megabytes + (readers[i] ?? Number.NaN)) / (parses[i]?.megabytes ?? Number.NaN)),
  )
  process.stdout.write(
    `import ${rows} rows × 24 columns (read → plan → commit): ` +
      `${seconds(imports).toFixed(2)} s against ${seconds(parses).toFixed(2)} s bare parse, ratio ${timeRatio.toFixed(2)}; ` +
      `peak ${memory(imports).toFixed(0)} MB and ${median(readers).toFixed(0)} MB in the reader against ` +
      `${memory(parses).toFixed(0)} MB, ratio ${memoryRatio.toFixed(2)}\n`,
  )
}
