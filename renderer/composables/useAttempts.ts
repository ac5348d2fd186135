import { onScopeDispose, ref, type Ref } from 'vue'
import type { LedgerProof } from '../../shared/contract/password'
import type { Failure } from '../../shared/contract/reply'
import { failureSentence } from '../../shared/text/failureSentence'
import { CallFailure } from '../api/callFailure'
import { passwordText as text } from '../text/password'
import { failureNotice } from './failureNotice'

export interface Attempts {
  /** What to say beside the field; '' when there is nothing to say. */
  fault: Ref<string>
  /** Seconds until the office looks at another attempt; 0: now. */
  pause: Ref<number>
  /** Counts down from `seconds`. */
  wait(seconds: number): void
  /** Takes what an attempt with `proof` threw. True for a wrong proof or a pause, whose words are in `fault`. */
  refuse(error: unknown, proof?: LedgerProof | null): boolean
}

/** Attempts at a 口令 or 恢复码: how many were wrong, and the pause after some of them. */
export function useAttempts(): Attempts {
  const fault = ref('')
  const pause = ref(0)
  let ticking: ReturnType<typeof setInterval> | undefined

  function wait(seconds: number): void {
    clearInterval(ticking)
    pause.value = Math.max(seconds, 0)
    if (pause.value === 0) return
    // By the clock: a tab that is not seen, or a computer asleep, ticks more slowly.
    const end = Date.now() + seconds * 1000
    ticking = setInterval(() => {
      pause.value = Math.max(Math.ceil((end - Date.now()) / 1000), 0)
      if (pause.value === 0) clearInterval(ticking)
    }, 250)
  }

  function refuse(error: unknown, proof: LedgerProof | null = null): boolean {
    const failure = error instanceof CallFailure ? error.failure : undefined
    if (failure?.code !== 'wrong-password') {
      fault.value = failureNotice(error).sentence
      return false
    }
    fault.value = wrongSentence(failure, proof)
    wait(Number(failure.details['seconds'] ?? 0))
    return true
  }

  onScopeDispose(() => clearInterval(ticking))
  return { fault, pause, wait, refuse }
}

/** Without the seconds, which are counted down elsewhere. */
function wrongSentence(failure: Failure, proof: LedgerProof | null): string {
  const { wrong, reason, seconds: _, ...details } = failure.details
  if (reason === 'too-soon') return text.tooSoon
  // A code without a slip of the pen, of another ledger or of an earlier 口令.
  const sentence =
    reason === 'ledger' && proof && 'recoveryCode' in proof ? text.otherCode : failureSentence({ ...failure, details: { ...details, reason: reason ?? null } })
  return Number(wrong) > 1 ? text.again(Number(wrong), sentence) : sentence
}
