import type { Rekeyed } from '../../../shared/contract/password'
import { isLongEnough, leastPasswordSigns } from '../../../shared/domain/ledgerPassword'
import { readPasswordFile } from '../readPasswordFile'
import { Refused } from '../typedCalls'
import type { Command } from './command'

/** 设置、更改、取消口令, as `password set|change|remove`. */
export const password: Command = async (call, args) => {
  const [way] = args.words
  const { operator } = args
  const chosen = (): string => {
    const text = readPasswordFile(args.from, args.newPasswordFile ?? '')
    if (isLongEnough(text)) return text
    throw new Refused({ code: 'invalid', details: { reason: 'short-password', limit: leastPasswordSigns } })
  }
  const present = (): { password: string } => ({ password: readPasswordFile(args.from, args.passwordFile ?? '') })
  switch (way) {
    case 'set':
      return answer('已设置口令', await call('password.set', { password: chosen(), operator }))
    case 'change':
      return answer('已更改口令', await call('password.change', { present: present(), password: chosen(), operator }))
    default:
      return answer('已取消口令', await call('password.remove', { present: present(), operator }))
  }
}

function answer(done: string, { copies, left }: Rekeyed): Awaited<ReturnType<Command>> {
  const lines = [
    `${done}，一并改了 ${copies} 份备份。`,
    ...left.map((name) => `  没有改：${name}`),
    '拷到别的盘上的备份仍是原来的样子，请用 backup --out 另存新的。',
  ]
  return { value: { copies, left }, text: lines.join('\n'), problems: left.length > 0 }
}
