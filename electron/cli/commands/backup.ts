import { readFile } from 'node:fs/promises'
import { saveFile } from '../saveFile'
import { Refused } from '../typedCalls'
import type { Command } from './command'
import { countsText } from './countsText'

/** A copy among those of the data folder; with `--out` also one on another disk, read back and verified. */
export const backup: Command = async (call, args) => {
  if (args.out === undefined) {
    const copy = await call('backup.make', {})
    return { value: copy, text: `已备份 ${copy.name}：${countsText(copy.counts)}`, problems: false }
  }
  const { bytes, fileName, copy, sha256 } = await call('backup.copyOut', {})
  await saveFile(args.out, bytes)
  const written = await readFile(args.out).catch(() => null)
  if (!written) throw new Refused({ code: 'read-only', details: { path: args.out, reason: 'output' } })
  const { counts, isLast } = await call('backup.verify', { fileName, bytes: new Uint8Array(written) })
  return {
    value: { ...copy, file: args.out, sha256, verified: isLast },
    text: `已另存 ${args.out}，读回核对无误：${countsText(counts)}`,
    problems: false,
  }
}
