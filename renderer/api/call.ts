import type { CallName, Input, Output } from '../../shared/contract/index'
import { CallFailure } from './callFailure'
import { office } from './office'

/** One call of the contract. Throws `CallFailure` when the office refuses, `ConnectionLost` when it does not answer. */
export async function call<N extends CallName>(name: N, input: Input<N>): Promise<Output<N>> {
  const reply = await office().call(name, input)
  if (!reply.ok) throw new CallFailure(name, reply.failure)
  return reply.value as Output<N>
}
