import { readInputFile } from '../readInputFile'
import type { Arguments } from '../readArguments'
import type { Call } from '../typedCalls'
import type { Command } from './command'
import { countsText } from './countsText'

/** A listed copy, or a file brought from another disk, takes the place of the ledger. */
export const restore: Command = async (call, args) => {
  const [wanted = ''] = args.words
  const name = await listedName(call, wanted, args)
  const { restored, before, kept } = await call('backup.restore', { name, operator: args.operator, ...proofOf(args) })
  const lines = [
    `已恢复 ${restored.name}：${countsText(restored.counts)}`,
    ...(before ? [`原来的台账备份为 ${before.name}，可以再恢复回来。`] : []),
    ...(kept ? [`损坏的文件保留为 ${kept}。`] : []),
  ]
  return { value: { restored, before, kept }, text: lines.join('\n'), problems: false }
}

/** Opens a copy that has another password than the ledger. */
const proofOf = ({ password }: Arguments) => (password === undefined ? {} : { proof: { password } })

async function listedName(call: Call, wanted: string, args: Arguments): Promise<string> {
  const { copies } = await call('backup.list', {})
  if (copies.some(({ name }) => name === wanted)) return wanted
  const { name: fileName, bytes } = await readInputFile(args.from, wanted)
  const added = await call('backup.add', { fileName, bytes, ...proofOf(args) })
  return added.name
}
