import { shallowRef, type ShallowRef } from 'vue'
import { CallFailure } from '../../api/callFailure'
import type { LedgerProof } from '../../../shared/contract/password'

/** A question for the 口令 of a copy. */
export interface AskedProof {
  fileName: string
  /** What the attempt with the last answer threw; undefined for the first. */
  refused: unknown
  /** While an answer is looked at. */
  working: boolean
  answer(proof: LedgerProof): void
  cancel(): void
}

export interface CopyProof {
  asked: ShallowRef<AskedProof | undefined>
  /** Works with a copy, asking for its 口令 where the office does and until it is right; undefined when people give up. */
  withProof<T>(fileName: string, work: (proof?: LedgerProof) => Promise<T>): Promise<T | undefined>
}

/** Copies may be under another 口令 than the ledger: it is asked for only where it is needed (CopyProofDialog). */
export function useCopyProof(): CopyProof {
  const asked = shallowRef<AskedProof>()

  function ask(fileName: string, refused: unknown): Promise<LedgerProof | undefined> {
    return new Promise((resolve) => {
      asked.value = {
        fileName,
        refused,
        working: false,
        answer(proof) {
          if (asked.value) asked.value = { ...asked.value, working: true }
          resolve(proof)
        },
        cancel: () => resolve(undefined),
      }
    })
  }

  async function withProof<T>(fileName: string, work: (proof?: LedgerProof) => Promise<T>): Promise<T | undefined> {
    try {
      for (let proof: LedgerProof | undefined; ; ) {
        try {
          return await work(proof)
        } catch (error) {
          const code = error instanceof CallFailure ? error.failure.code : undefined
          if (code !== 'password-needed' && code !== 'wrong-password') throw error
          proof = await ask(fileName, code === 'wrong-password' ? error : undefined)
          if (!proof) return undefined
        }
      }
    } finally {
      asked.value = undefined
    }
  }

  return { asked, withProof }
}
