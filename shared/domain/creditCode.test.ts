import { describe, expect, it } from 'vitest'
import { creditCodeVerdict, isOldCode } from './creditCode'
import { isPhone } from './phone'

describe('creditCodeVerdict', () => {
  it.each(['91000000MA00000157', '91000000MA00000232', '91000000MA0000031W', '91000000MA000004XL', '91440300708461136T', '91330100799655058B'])(
    '%s is good',
    (code) => expect(creditCodeVerdict(code)).toBe('good'),
  )
  it('a wrong check digit is not a wrong shape', () => {
    expect(creditCodeVerdict('91000000MA00000158')).toBe('check-digit')
    expect(creditCodeVerdict('91350211M0000XUF46')).toBe('check-digit')
  })
  it.each(['9100000MA00000157', '91000000MA0000015I', '', '91000000ma00000157'])('%s has the wrong shape', (code) =>
    expect(creditCodeVerdict(code)).toBe('shape'),
  )
  it('knows codes from before 2015', () => {
    expect(isOldCode('110108001234567')).toBe(true)
    expect(isOldCode('70846113-6')).toBe(true)
    expect(isOldCode('91000000MA00000157')).toBe(false)
  })
})

describe('isPhone', () => {
  it.each(['13800138000', '024-96863222', '02496863222', '96863222', '8686322', '024—96863222', '(024)96863222', '024-96863222-801', '+8613800138000', '13800138000、024-96863222', '138-0013-8000', '400-800-1234'])(
    '%s',
    (text) => expect(isPhone(text)).toBe(true),
  )
  it.each(['1380013800', '138001380001', '电话', '12', ''])('not %s', (text) => expect(isPhone(text)).toBe(false))
})
