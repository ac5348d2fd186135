import { randomBytes } from 'node:crypto'
import { open, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Refused } from './typedCalls'

/** Writes a whole file or none: beside its place, flushed, then renamed. Refuses when the place cannot be written. */
export async function saveFile(path: string, bytes: Uint8Array): Promise<void> {
  const draft = join(dirname(path), `.${randomBytes(6).toString('hex')}.tmp`)
  try {
    const file = await open(draft, 'wx')
    try {
      await file.writeFile(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(draft, path)
  } catch (error) {
    await rm(draft, { force: true })
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (code === 'ENOSPC') throw new Refused({ code: 'disk-full', details: { path } })
    throw new Refused({ code: 'read-only', details: { path, reason: 'output' } })
  }
}
