import type { CallName, Input, Output } from '../../shared/contract/index'
import { CallFailure } from './callFailure'
import { office } from './office'
import { isShutFailure, whenOpened } from './shutLedger'

/**
 * One call of the contract. Throws `CallFailure` when the office refuses, `ConnectionLost` when it does not answer. A
 * call that finds the ledger shut was not looked at by the office: it waits until somebody opens the ledger and is asked
 * again then, so that nothing that was on its way is lost. To lock what is locked has nothing to wait for.
 */
export async function call<N extends CallName>(name: N, input: Input<N>): Promise<Output<N>> {
  for (;;) {
    const reply = await office().call(name, input)
    if (reply.ok) return reply.value as Output<N>
    if (name === 'password.lock' || !isShutFailure(reply.failure)) throw new CallFailure(name, reply.failure)
    await whenOpened()
  }
}
