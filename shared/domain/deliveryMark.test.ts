import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readMark, showMark, valuesOfMark, type MarkedDelivery } from './deliveryMark'
import { nationalWords } from './ownWords'
import { deliveryStates } from './valueDomain'

const today = '2026-06-30'
const kept = (part: Partial<MarkedDelivery>): MarkedDelivery => ({
  state: '已落实',
  quantity: null,
  unitLabel: '面',
  doneOn: '2026-01-01',
  ...part,
})

describe('readMark', () => {
  it.each([
    ['√', '已落实'], ['✔', '已落实'], ['1', '已落实'], [' １ ', '已落实'], ['是', '已落实'], ['已', '已落实'], ['Y', '已落实'],
    ['○', '推进中'], ['o', '推进中'], ['〇', '推进中'], ['推', '推进中'], ['在建', '推进中'],
    ['×', '未落实'], ['x', '未落实'], ['X', '未落实'], ['0', '未落实'], ['无', '未落实'], ['未', '未落实'], ['0面', '未落实'],
    ['共用', '共用'], ['共', '共用'], ['联合党组织共用', '共用'],
    ['需更换', '需更换'], ['！', '需更换'], ['/', '不适用'], ['—', '不适用'], ['－', '不适用'], ['不', '不适用'],
  ])('reads %s as %s', (typed, state) => {
    expect(readMark(typed)).toEqual({ ok: true, mark: { state } })
  })

  it.each([
    ['20', 20], ['２０', 20], ['1面', 1], ['60㎡', 60], ['60.5 平方米', 60.5], ['√ 20面', 20], ['√20', 20], ['1,200册', 1200],
  ])('reads %s as done, %d of them', (typed, quantity) => {
    expect(readMark(typed)).toEqual({ ok: true, mark: { state: '已落实', quantity } })
  })

  it('empties a cell for nothing, which is not 未落实', () => {
    expect(readMark('  ')).toEqual({ ok: true, mark: null })
  })

  it.each(['abc', '20人', '-5', '√×', '12345678', '部分'])('says what it takes in the place of %s', (typed) => {
    expect(readMark(typed)).toEqual({ ok: false, message: expect.stringContaining(`“${typed}”`) })
  })

  it('reads back whatever a cell shows', () => {
    const cell = fc.record({
      state: fc.constantFrom(...deliveryStates),
      quantity: fc.option(fc.integer({ min: 1, max: 9_999_999 })),
      unitLabel: fc.option(fc.constantFrom('㎡', '个', '项', '块', '面', '册')),
    })
    fc.assert(
      fc.property(cell, (one) => {
        const quantity = one.state === '已落实' && one.quantity !== null ? { quantity: one.quantity } : {}
        expect(readMark(showMark(one))).toEqual({ ok: true, mark: { state: one.state, ...quantity } })
      }),
    )
  })
})

describe('the words of a district', () => {
  const own = { ...nationalWords, delivery: { 已落实: '到位', 共用: '合建', 推进中: '有序推进' } }

  it('are read beside those of the list, and shown where a state has no sign', () => {
    expect(readMark('到位', own)).toEqual({ ok: true, mark: { state: '已落实' } })
    expect(readMark('合', own)).toEqual({ ok: true, mark: { state: '共用' } })
    expect(readMark('共用', own)).toEqual({ ok: true, mark: { state: '共用' } })
    expect(readMark('有', own)).toEqual({ ok: true, mark: { state: '已落实' } })
    expect(readMark('abc', own)).toEqual({ ok: false, message: expect.stringContaining('填 √、○、×、合建，或数量') })
    expect(showMark(kept({ state: '共用' }), own)).toBe('合建')
    expect(showMark(kept({ state: '推进中' }), own)).toBe('○')
    expect(showMark(kept({ quantity: 2 }), own)).toBe('√ 2面')
  })
})

describe('valuesOfMark', () => {
  it('dates what is done, and leaves the date of what was done before', () => {
    expect(valuesOfMark(null, { state: '已落实', quantity: 2 }, today)).toEqual({ state: '已落实', quantity: 2, doneOn: today })
    expect(valuesOfMark(kept({ state: '未落实', doneOn: null }), { state: '已落实' }, today)).toMatchObject({ doneOn: today })
    expect(valuesOfMark(kept({}), { state: '已落实', quantity: 3 }, today)).toEqual({ state: '已落实', quantity: 3 })
    expect(valuesOfMark(kept({ doneOn: null }), { state: '已落实' }, today)).toEqual({ state: '已落实', doneOn: today })
  })

  it('changes nothing where all is said already', () => {
    expect(valuesOfMark(kept({}), { state: '已落实' }, today)).toBeNull()
    expect(valuesOfMark(kept({ quantity: 2 }), { state: '已落实', quantity: 2 }, today)).toBeNull()
    expect(valuesOfMark(kept({ state: '未落实', doneOn: null }), { state: '未落实' }, today)).toBeNull()
  })

  it('takes the date and the quantity back with the tick', () => {
    expect(valuesOfMark(kept({ quantity: 2 }), { state: '未落实' }, today)).toEqual({
      state: '未落实', quantity: null, doneOn: null, acceptedOn: null,
    })
    expect(valuesOfMark(kept({ quantity: 2 }), { state: '推进中' }, today)).toEqual({ state: '推进中', doneOn: null, acceptedOn: null })
  })

  it('remembers the day of a replacement', () => {
    expect(valuesOfMark(kept({}), { state: '需更换' }, today)).toEqual({ state: '需更换' })
    expect(valuesOfMark(kept({ state: '需更换' }), { state: '已落实' }, today)).toEqual({ state: '已落实', replacedOn: today })
  })

  it('says that a shared room is shared, and takes it back', () => {
    expect(valuesOfMark(null, { state: '共用' }, today)).toEqual({ state: '共用', sharedWithOrg: true })
    expect(valuesOfMark(kept({ state: '共用', doneOn: null }), { state: '已落实' }, today)).toEqual({
      state: '已落实', doneOn: today, sharedWithOrg: null,
    })
  })
})
