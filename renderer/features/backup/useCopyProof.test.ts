import { describe, expect, it, vi } from 'vitest'
import type { LedgerProof } from '../../../shared/contract/password'
import { CallFailure } from '../../api/callFailure'
import { useCopyProof } from './useCopyProof'

const needed = new CallFailure('backup.restore', { code: 'password-needed', details: { file: 'daily.sqlite' } })
const wrong = new CallFailure('backup.restore', { code: 'wrong-password', details: { reason: 'copy', file: 'daily.sqlite' } })

/** Opens to '对的口令' alone. */
function copyOf(given: (LedgerProof | undefined)[]): (proof?: LedgerProof) => Promise<string> {
  return (proof) => {
    given.push(proof)
    if (!proof) return Promise.reject(needed)
    return 'password' in proof && proof.password === '对的口令' ? Promise.resolve('restored') : Promise.reject(wrong)
  }
}

describe('useCopyProof', () => {
  it('asks only where the office does, and until the answer is right', async () => {
    const { asked, withProof } = useCopyProof()
    const given: (LedgerProof | undefined)[] = []
    const done = withProof('daily.sqlite', copyOf(given))
    await vi.waitFor(() => expect(asked.value?.fileName).toBe('daily.sqlite'))
    expect(asked.value?.refused).toBeUndefined()
    asked.value?.answer({ password: '错的口令' })
    expect(asked.value?.working).toBe(true)
    await vi.waitFor(() => expect(asked.value?.refused).toBe(wrong))
    expect(asked.value?.working).toBe(false)
    asked.value?.answer({ password: '对的口令' })
    expect(await done).toBe('restored')
    expect(asked.value).toBeUndefined()
    expect(given).toEqual([undefined, { password: '错的口令' }, { password: '对的口令' }])
  })

  it('ends without an outcome when people give up, and with what else was thrown', async () => {
    const { asked, withProof } = useCopyProof()
    const done = withProof('daily.sqlite', copyOf([]))
    await vi.waitFor(() => expect(asked.value).toBeDefined())
    asked.value?.cancel()
    expect(await done).toBeUndefined()
    const full = new CallFailure('backup.restore', { code: 'disk-full', details: {} })
    await expect(withProof('daily.sqlite', () => Promise.reject(full))).rejects.toBe(full)
    expect(asked.value).toBeUndefined()
  })
})
