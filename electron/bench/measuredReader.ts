import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { forkReader } from '../host/forkReader'
import type { StartReader } from '../host/message'

/** Where the reader of an import into that folder notes its peak memory. */
export function peakFile(dataFolder: string): string {
  return `${dataFolder}.peak`
}

/** Starts readers that note their peak memory in `file`: they are processes beside the one that is measured. */
export function measuredReaders(file: string): StartReader {
  const script = fileURLToPath(import.meta.url).replace(/[^/\\]+$/, 'benchReader.js')
  return () => forkReader({ script, args: [file] })
}

/** Peak resident memory of the last reader that noted it, in MB. */
export function readerPeak(file: string): number {
  return Number(readFileSync(file, 'utf8'))
}
