import type { CallName, Input, Output } from '../../shared/contract/index'
import type { Failure, Reply } from '../../shared/contract/reply'

/** A failure that came back as a reply. */
export class Refused extends Error {
  readonly failure: Failure

  constructor(failure: Failure) {
    super(failure.code)
    this.name = 'Refused'
    this.failure = failure
  }
}

export type Call = <N extends CallName>(name: N, input: Input<N>) => Promise<Output<N>>

/** The contract as a function that answers values and throws Refused. */
export function typedCalls(dispatch: (name: string, input: unknown) => Promise<Reply<unknown>>): Call {
  return async <N extends CallName>(name: N, input: Input<N>): Promise<Output<N>> => {
    const reply = await dispatch(name, input)
    if (!reply.ok) throw new Refused(reply.failure)
    return reply.value as Output<N>
  }
}
