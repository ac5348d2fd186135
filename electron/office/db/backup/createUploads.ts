import { randomBytes } from 'node:crypto'
import { appendFileSync, statfsSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ensureFolder } from '../../ensureFolder'
import { OfficeError } from '../../officeError'
import { toOfficeError } from '../toOfficeError'
import { discard } from './discard'

/** A ledger of 100,000 enterprises with ten years of visits takes a tenth of it; FAT sticks hold no larger file. */
const mostBytes = 4 * 1024 ** 3

/** Pages of one office that bring a copy at once; the oldest upload goes for another. */
const mostUploads = 4

export interface UploadPiece {
  /** Id of the upload; a new one is begun where it is left out. */
  upload?: string | undefined
  /** Bytes of the whole file. */
  size: number
  /** Bytes that came before this piece. */
  position: number
  bytes: Uint8Array
}

/** Files brought from another disk, on their way into the data folder piece by piece. */
export interface Uploads {
  /**
   * Answers the id of the upload. Throws OfficeError `too-large` {reason: 'copy'}, `not-found` {reason: 'no-such-upload'},
   * `disk-full`, `read-only`; nothing is left of one that is refused.
   */
  receive(piece: UploadPiece): string
  /** Path of the whole file; whoever takes it discards it. Throws `not-found` {reason: 'no-such-upload'}. */
  take(upload: string): string
}

/** They lie in `folder` under names that are cleared away when an office opens the ledger. `limit` in bytes. */
export function createUploads(folder: string, limit = mostBytes): Uploads {
  const sizes = new Map<string, number>()
  const fileOf = (upload: string): string => join(folder, `upload-${upload}.unfinished`)
  const gone = (): OfficeError => new OfficeError('not-found', { reason: 'no-such-upload' })

  function drop(upload: string): void {
    sizes.delete(upload)
    discard(fileOf(upload))
  }

  function begin(size: number): string {
    if (size > limit) throw new OfficeError('too-large', { reason: 'copy', limit: `${Math.floor(limit / 1024 ** 2)} MB` })
    ensureFolder(folder)
    const { bavail, bsize } = statfsSync(folder)
    if (size > bavail * bsize) throw new OfficeError('disk-full', { folder })
    const upload = randomBytes(8).toString('hex')
    sizes.set(upload, size)
    const [oldest] = sizes.keys()
    if (sizes.size > mostUploads && oldest !== undefined) drop(oldest)
    writeFileSync(fileOf(upload), '', { flag: 'wx', mode: 0o600 })
    return upload
  }

  /** Throws unless the upload is one of these and `length` bytes of it are there. */
  function requireLength(upload: string, length: number): void {
    if (!sizes.has(upload) || statSync(fileOf(upload), { throwIfNoEntry: false })?.size !== length) throw gone()
  }

  return {
    receive(piece) {
      let upload = piece.upload
      try {
        upload ??= begin(piece.size)
        requireLength(upload, piece.position)
        if (piece.position + piece.bytes.byteLength > (sizes.get(upload) ?? 0)) throw gone()
        appendFileSync(fileOf(upload), piece.bytes)
        return upload
      } catch (error) {
        if (upload !== undefined && sizes.has(upload)) drop(upload)
        throw toOfficeError(error, { folder })
      }
    },
    take(upload) {
      requireLength(upload, sizes.get(upload) ?? 0)
      sizes.delete(upload)
      return fileOf(upload)
    },
  }
}
