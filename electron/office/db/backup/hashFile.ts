import { createHash } from 'node:crypto'
import { closeSync, openSync, readSync } from 'node:fs'

/** Size and SHA-256 (hex) of a file, read piece by piece. */
export function hashFile(file: string): { bytes: number; sha256: string } {
  const hash = createHash('sha256')
  const piece = Buffer.allocUnsafe(1024 * 1024)
  const descriptor = openSync(file, 'r')
  let bytes = 0
  try {
    for (;;) {
      const read = readSync(descriptor, piece)
      if (read === 0) return { bytes, sha256: hash.digest('hex') }
      hash.update(piece.subarray(0, read))
      bytes += read
    }
  } finally {
    closeSync(descriptor)
  }
}
