import type { Failure } from '../../../shared/contract/reply'
import type { Answer } from '../answer'
import type { Arguments } from '../readArguments'
import type { Call } from '../typedCalls'

/** What a command may ask of its host beside the contract. */
export interface CommandHost {
  fillSample(): Promise<Failure | null>
}

export type Command = (call: Call, args: Arguments, host: CommandHost) => Promise<Answer>
