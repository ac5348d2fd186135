import { execFile } from 'node:child_process'
import { performance } from 'node:perf_hooks'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

/** What a part reports on its last line. */
export interface Measured {
  seconds: number
  /** Peak resident memory of the whole process. */
  megabytes: number
  rows: number
}

/** Each loads what it needs: the office does without the spreadsheet library, which its readers load. */
const parts: Record<string, (args: readonly string[]) => Promise<number>> = {
  write: async ([file, rows, first]) => (await import('./townshipFile')).writeTownshipFile(file ?? '', Number(rows), Number(first)),
  parse: async (files) => (await import('./townshipFile')).bareParse(files),
  import: async ([folder, ...files]) => (await import('./importEndToEnd')).importEndToEnd(files, folder ?? ''),
  fill: async ([folder, enterprises]) => (await import('./fillFolder')).fillFolder(folder ?? '', Number(enterprises)),
}

/** Runs one part in this process and prints what it took as JSON. */
export async function runPart(name: string, args: readonly string[]): Promise<void> {
  const part = parts[name]
  if (!part) throw new RangeError(`no bench part ${name}`)
  const started = performance.now()
  const rows = await part(args)
  const seconds = (performance.now() - started) / 1000
  const measured: Measured = { seconds, megabytes: process.resourceUsage().maxRSS / 1024, rows }
  process.stdout.write(`${JSON.stringify(measured)}\n`)
}

/** Runs one part in a fresh process of the same runtime. */
export async function inOwnProcess(name: string, args: readonly string[]): Promise<Measured> {
  const script = fileURLToPath(import.meta.url).replace(/[^/\\]+$/, 'bench.js')
  const { stdout } = await promisify(execFile)(process.execPath, [script, name, ...args], { maxBuffer: 1 << 24 })
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '{}') as Measured
}
