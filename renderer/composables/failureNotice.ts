import { failureSentence } from '../../shared/text/failureSentence'
import { CallFailure } from '../api/callFailure'
import { ConnectionLost } from '../api/connectionLost'
import { failureText } from '../text/failure'

export interface FailureNotice {
  sentence: string
  /** What whoever supports the program needs, as name and value; only where something unexpected happened. */
  facts?: [string, string][]
}

/** What to tell people about something thrown. A lost connection has its own banner as well. */
export function failureNotice(error: unknown): FailureNotice {
  if (error instanceof ConnectionLost) return { sentence: failureText.connectionLost }
  if (error instanceof CallFailure) {
    const { failure } = error
    const sentence = failureSentence(failure)
    if (failure.code !== 'unexpected') return { sentence }
    return {
      sentence,
      facts: [
        ['call', error.call],
        ['reference', failure.reference ?? ''],
        ['details', JSON.stringify(failure.details)],
      ],
    }
  }
  const { name, message, stack } = error instanceof Error ? error : new Error(String(error))
  return {
    sentence: failureText.screen,
    facts: [
      ['error', `${name}: ${message}`],
      ['stack', stack ?? ''],
    ],
  }
}
