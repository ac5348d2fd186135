import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { belongsToInputMethod, imeSafeInput } from './imeSafeInput'

describe('imeSafeInput', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('reports once, after a pause, what was typed last', () => {
    const report = vi.fn()
    const box = imeSafeInput(report)
    box.input('q')
    vi.advanceTimersByTime(150)
    box.input('qt')
    vi.advanceTimersByTime(199)
    expect(report).not.toHaveBeenCalled()
    vi.advanceTimersByTime(1)
    expect(report.mock.calls).toEqual([['qt']])
  })

  it('says nothing while an input method is composing, however long it takes', () => {
    const report = vi.fn()
    const box = imeSafeInput(report)
    box.compositionStart()
    box.input('qiao')
    vi.advanceTimersByTime(5000)
    box.submit('qiao')
    expect(report).not.toHaveBeenCalled()
    box.compositionEnd('桥')
    vi.advanceTimersByTime(200)
    expect(report.mock.calls).toEqual([['桥']])
  })

  it('forgets what was typed before when a composition begins', () => {
    const report = vi.fn()
    const box = imeSafeInput(report)
    box.input('桥')
    box.compositionStart()
    vi.advanceTimersByTime(1000)
    expect(report).not.toHaveBeenCalled()
  })

  it('reports at once on submit, and not again', () => {
    const report = vi.fn()
    const box = imeSafeInput(report)
    box.input('桥头')
    box.submit('桥头')
    vi.advanceTimersByTime(1000)
    expect(report.mock.calls).toEqual([['桥头']])
  })
})

describe('belongsToInputMethod', () => {
  it('knows both signs of a composing key press', () => {
    expect(belongsToInputMethod({ isComposing: true, keyCode: 13 })).toBe(true)
    expect(belongsToInputMethod({ isComposing: false, keyCode: 229 })).toBe(true)
    expect(belongsToInputMethod({ isComposing: false, keyCode: 13 })).toBe(false)
  })
})
