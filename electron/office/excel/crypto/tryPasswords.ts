import { Refusal } from '../refusal'

/** Excel itself protects the windows of an old workbook and marks files as final with this one: nobody is asked. */
const silentPassword = 'VelvetSweatshop'

/**
 * What `open` makes of the first password that fits: the person's, then the silent one. `open` answers null where a
 * password is wrong. Throws Refusal `password-needed` or `wrong-password`.
 */
export function tryPasswords<T>(password: string | undefined, open: (password: string) => T | null): T {
  const given = password === undefined || password === '' ? [] : [password]
  for (const candidate of [...given, silentPassword]) {
    const opened = open(candidate)
    if (opened !== null) return opened
  }
  throw new Refusal(given.length > 0 ? 'wrong-password' : 'password-needed')
}
