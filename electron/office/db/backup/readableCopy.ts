import { closeSync, copyFileSync, existsSync, openSync, readSync, statSync, truncateSync } from 'node:fs'
import { saltOf } from '../encryption/ledgerSalt'
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
  const { size } = statSync(target)
  // The header of an encrypted file cannot be read here: it is made longer than it can have been.
  const length = saltOf(target) ? 2 * size + roundedTo : statedLength(target)
  if (length > size && length < longest) truncateSync(target, Math.ceil(length / roundedTo) * roundedTo)
}

/** The largest page there is. */
const roundedTo = 65_536
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
