import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { peakFile, readerPeak } from './measuredReader'
import { median } from './median'
import { inOwnProcess, type Measured } from './part'

const rounds = 3

/** Prints what an import of so many workbooks of `each` rows × 24 columns costs beside the bare parse of the same files. */
export async function measureImport(folder: string, each: number, workbooks = 1): Promise<void> {
  const rows = each * workbooks
  const files = Array.from({ length: workbooks }, (_, i) => join(folder, `township-${each}-${i + 1}.xlsx`))
  for (const [i, file] of files.entries()) await inOwnProcess('write', [file, String(each), String(i * each)])
  const parses: Measured[] = []
  const imports: Measured[] = []
  const readers: number[] = []
  for (let round = 0; round < rounds; round++) {
    parses.push(await inOwnProcess('parse', files))
    const dataFolder = join(folder, `data-${rows}-${round}`)
    imports.push(await inOwnProcess('import', [dataFolder, ...files]))
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
    `import ${workbooks === 1 ? '' : `${workbooks} workbooks × `}${each} rows × 24 columns (read → plan → commit): ` +
      `${seconds(imports).toFixed(2)} s against ${seconds(parses).toFixed(2)} s bare parse, ratio ${timeRatio.toFixed(2)}; ` +
      `peak ${memory(imports).toFixed(0)} MB and ${median(readers).toFixed(0)} MB in the reader against ` +
      `${memory(parses).toFixed(0)} MB, ratio ${memoryRatio.toFixed(2)}\n`,
  )
}
