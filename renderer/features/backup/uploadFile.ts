import { call } from '../../api/call'

/** Far below what a call may bring, and few enough calls for a file of gigabytes. */
const pieceBytes = 16 * 1024 * 1024

/**
 * Brings a file of any size to the office piece by piece, so that it is never whole in memory. `progress` hears of every
 * further tenth of a file that takes more than one piece, in percent. Throws what `call` throws.
 */
export async function uploadFile(file: File, progress: (percent: number) => void): Promise<{ upload: string }> {
  let sent: { upload: string } | undefined
  let told = 0
  let position = 0
  do {
    const bytes = new Uint8Array(await file.slice(position, position + pieceBytes).arrayBuffer())
    sent = await call('backup.upload', { upload: sent?.upload, size: file.size, position, bytes })
    position += bytes.byteLength
    const tenths = Math.floor((position / file.size) * 10)
    if (tenths > told && position < file.size) progress((told = tenths) * 10)
  } while (position < file.size)
  return sent
}
