import { effectScope, type EffectScope } from 'vue'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Failure } from '../../shared/contract/reply'
import { CallFailure } from '../api/callFailure'
import { ConnectionLost } from '../api/connectionLost'
import { useAttempts } from './useAttempts'

const refusal = (details: Failure['details']): CallFailure => new CallFailure('password.unlock', { code: 'wrong-password', details })

describe('useAttempts', () => {
  let scope: EffectScope
  beforeEach(() => {
    vi.useFakeTimers()
    scope = effectScope()
  })
  afterEach(() => {
    scope.stop()
    vi.useRealTimers()
  })
  const start = (): ReturnType<typeof useAttempts> => scope.run(useAttempts) ?? expect.fail('no scope')

  it('counts wrong ones from the second, and counts the pause down by the clock', () => {
    const { fault, pause, refuse } = start()
    expect(refuse(refusal({ reason: 'ledger', wrong: 1, seconds: 0 }))).toBe(true)
    expect(fault.value).toMatch(/^口令不对/)
    expect(pause.value).toBe(0)
    refuse(refusal({ reason: 'ledger', wrong: 3, seconds: 4 }))
    expect(fault.value).toMatch(/^第 3 次输错。口令不对/)
    // The seconds stand on the button, where they go down.
    expect(fault.value).not.toContain('秒')
    expect(pause.value).toBe(4)
    vi.advanceTimersByTime(2500)
    expect(pause.value).toBe(2)
    vi.advanceTimersByTime(2000)
    expect(pause.value).toBe(0)
  })

  it('says of a code without a slip that it belongs to something else', () => {
    const { fault, refuse } = start()
    refuse(refusal({ reason: 'ledger', wrong: 1, seconds: 0 }), { recoveryCode: 'A' })
    expect(fault.value).toContain('恢复码没有抄错')
    refuse(refusal({ reason: 'recovery-code' }), { recoveryCode: 'A' })
    expect(fault.value).toContain('恢复码抄写有误')
  })

  it('tells anything else as it is, and that it was no wrong attempt', () => {
    const { fault, pause, refuse } = start()
    expect(refuse(new ConnectionLost())).toBe(false)
    expect(fault.value).toContain('连接已断开')
    refuse(refusal({ reason: 'too-soon', seconds: 9 }))
    expect(fault.value).toContain('等一会儿')
    expect(pause.value).toBe(9)
  })
})
