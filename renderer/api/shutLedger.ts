import { ref } from 'vue'
import type { Failure } from '../../shared/contract/reply'

/** Whether nobody gets at the ledger before they prove to know its 口令: pages are covered while it is. */
export const isLedgerShut = ref(false)

const waiting = new Set<() => void>()

export function noteShut(): void {
  isLedgerShut.value = true
}

/** Lets the calls go on that found the ledger shut. */
export function noteOpened(): void {
  isLedgerShut.value = false
  const waiters = [...waiting]
  waiting.clear()
  for (const goOn of waiters) goOn()
}

/** Settles once the ledger was opened after this. */
export function whenOpened(): Promise<void> {
  noteShut()
  return new Promise((resolve) => waiting.add(resolve))
}

/** The ledger itself is shut; a `password-needed` that names a file is about a copy. */
export function isShutFailure({ code, details }: Failure): boolean {
  return code === 'password-needed' && details['file'] === undefined
}
