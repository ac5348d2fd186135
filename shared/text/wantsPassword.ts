import type { Failure } from '../contract/reply'

/** Whether a file could be read with a password, or with another one than was given. */
export function wantsPassword(failure: Failure | null): boolean {
  return failure?.code === 'wrong-password' || failure?.details.reason === 'password-needed'
}
