import type { CallName, Input, Output } from '../../../shared/contract/index'
import type { Failure, Reply } from '../../../shared/contract/reply'

/** The value of a call; throws `Refused` with the failure. */
export type SampleCall = <N extends CallName>(name: N, input: Input<N>) => Promise<Output<N>>

export class Refused extends Error {
  constructor(readonly failure: Failure) {
    super(failure.code)
  }
}

export function sampleCall(dispatch: (name: string, input: unknown) => Promise<Reply<unknown>>): SampleCall {
  return async <N extends CallName>(name: N, input: Input<N>) => {
    const reply = await dispatch(name, input)
    if (!reply.ok) throw new Refused(reply.failure)
    return reply.value as Output<N>
  }
}
