import type { Arguments } from './readArguments'
import { readPasswordFile } from './readPasswordFile'
import { Refused, type Call } from './typedCalls'

/** Gives the password of a ledger that has one. Refuses with `password-needed` where none was named, or `wrong-password`. */
export async function openLedger(call: Call, { from, passwordFile }: Pick<Arguments, 'from' | 'passwordFile'>): Promise<void> {
  const { failure } = await call('recovery.state', {})
  if (failure?.code !== 'password-needed') return
  if (passwordFile === undefined) throw new Refused({ ...failure, details: { reason: 'command-line' } })
  await call('password.unlock', { proof: { password: readPasswordFile(from, passwordFile) } })
}
