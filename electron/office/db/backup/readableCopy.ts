import { closeSync, copyFileSync, existsSync, openSync, readSync, statSync, truncateSync } from 'node:fs'
import { companions } from '../ledgerFiles'

/**
 * Copies a damaged ledger, with what SQLite left beside it, to where it may be opened without touching the damaged one.
 * One that was cut off is as long again as its header says: SQLite reads nothing at all of a shorter one.
 */
export function readableCopy(damaged: string, target: string): void {
  copyFileSync(damaged, target)
  for (const [i, file] of companions(damaged).entries()) {
    const to = companions(target)[i]
    if (to !== undefined && !file.endsWith('-shm') && existsSync(file)) copyFileSync(file, to)
  }
  const length = statedLength(target)
  if (length > statSync(target).size && length < longest) truncateSync(target, length)
}

/** A stated length beyond this is damage itself. */
const longest = 8 * 1024 ** 3

/** Page size times number of pages, from the header (https://www.sqlite.org/fileformat2.html, 1.3). */
function statedLength(file: string): number {
  const header = Buffer.alloc(100)
  const descriptor = openSync(file, 'r')
  try {
    if (readSync(descriptor, header) < header.length) return 0
  } finally {
    closeSync(descriptor)
  }
  const stated = header.readUInt16BE(16)
  return (stated === 1 ? 65_536 : stated) * header.readUInt32BE(28)
}
