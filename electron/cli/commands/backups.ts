import type { Command } from './command'
import { countsText } from './countsText'

/** The copies of the data folder, the latest first. */
export const backups: Command = async (call) => {
  const { copies, folder } = await call('backup.list', {})
  const lines = copies.map(({ name, bytes, counts }) => `${name}  ${Math.ceil(bytes / 1024)} KB  ${countsText(counts)}`)
  return { value: { folder, copies }, text: [...lines, `共 ${copies.length} 份，在 ${folder}`].join('\n'), problems: false }
}
