import { describe, expect, it } from 'vitest'
import { CallFailure } from '../api/callFailure'
import { ConnectionLost } from '../api/connectionLost'
import { failureText } from '../text/failure'
import { failureNotice } from './failureNotice'

describe('failureNotice', () => {
  it('offers no diagnosis for what people can put right', () => {
    const notice = failureNotice(new CallFailure('import.commit', { code: 'conflict', details: {} }))
    expect(notice.sentence).not.toBe('')
    expect(notice.facts).toBeUndefined()
  })

  it('hands over call and reference of a bug', () => {
    const failure = { code: 'unexpected', details: {}, reference: 'a1b2c3d4' } as const
    const notice = failureNotice(new CallFailure('enterprise.page', failure))
    expect(notice.sentence).toContain('a1b2c3d4')
    expect(notice.facts).toContainEqual(['call', 'enterprise.page'])
    expect(notice.facts).toContainEqual(['reference', 'a1b2c3d4'])
  })

  it('has words for an error of the screen itself and keeps its stack for support', () => {
    const notice = failureNotice(new TypeError('x is undefined'))
    expect(notice.sentence).toBe(failureText.screen)
    expect(notice.facts?.[0]).toEqual(['error', 'TypeError: x is undefined'])
  })

  it('says that the connection is lost', () => {
    expect(failureNotice(new ConnectionLost())).toEqual({ sentence: failureText.connectionLost })
  })
})
