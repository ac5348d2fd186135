import type { CallName } from '../../shared/contract/index'
import type { Failure } from '../../shared/contract/reply'

/** The office refused a call, for the reason in `failure`. */
export class CallFailure extends Error {
  readonly call: CallName
  readonly failure: Failure

  constructor(call: CallName, failure: Failure) {
    super(`${call}: ${failure.code}`)
    this.name = 'CallFailure'
    this.call = call
    this.failure = failure
  }
}
