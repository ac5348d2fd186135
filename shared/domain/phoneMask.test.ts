import { describe, expect, it } from 'vitest'
import { isPhoneMask, maskMobiles, maskPhone, namesPhone } from './phoneMask'

describe('a telephone field', () => {
  it.each([
    ['13800000000', '138****0000'],
    ['138 0000 1234', '138****1234'],
    ['+8613800000000', '138****0000'],
    ['0571-88888888', '0571-****8888'],
    ['010-66668888', '010-****8888'],
    ['88887777', '****7777'],
    ['400-123-4567', '400****4567'],
    ['13800000000、0571-88888888', '138****0000、0571-****8888'],
    ['0571-88888888转801', '0571-****8888转801'],
    ['无', '无'],
    ['', ''],
  ])('shows %s as %s', (phone, masked) => {
    expect(maskPhone(phone)).toBe(masked)
  })

  it('is told from its mask, and a mask stays what it is', () => {
    expect(isPhoneMask('138****0000')).toBe(true)
    expect(isPhoneMask('****7777')).toBe(true)
    expect(isPhoneMask('13800000000')).toBe(false)
    expect(maskPhone('138****0000')).toBe('138****0000')
  })
})

it('hides mobile numbers in a text and nothing else', () => {
  expect(maskMobiles('电话“13800000000”有误，代码 91330100MA13800001，2026-06-30，注册资本 13800000000.5')).toBe(
    '电话“138****0000”有误，代码 91330100MA13800001，2026-06-30，注册资本 138****0000.5',
  )
})

it('knows the names of telephone fields', () => {
  expect(['contactPhone', 'phone', '书记联系电话', '手机', '联系方式'].map(namesPhone)).toEqual([true, true, true, true, true])
  expect(['name', '联系人', 'phones'].map(namesPhone)).toEqual([false, false, false])
})
