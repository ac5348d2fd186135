import { expect, it } from 'vitest'
import { shortcutOf } from './shortcuts'

function press(keys: Partial<Parameters<typeof shortcutOf>[0]>): ReturnType<typeof shortcutOf> {
  return shortcutOf({
    key: '', code: '', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, isComposing: false, keyCode: 0,
    ...keys,
  })
}

it('goes to the pages in the order of the navigation, with Ctrl or with Alt', () => {
  expect(press({ code: 'Digit1', key: '1', ctrlKey: true })).toEqual({ does: 'go', page: 'home' })
  expect(press({ code: 'Digit4', key: '4', altKey: true })).toEqual({ does: 'go', page: 'statistics' })
})

it('leaves digits without a modifier, with both and beyond the pages alone', () => {
  expect(press({ code: 'Digit1', key: '1' })).toBeUndefined()
  expect(press({ code: 'Digit1', key: '1', ctrlKey: true, altKey: true })).toBeUndefined()
  expect(press({ code: 'Digit5', key: '5', ctrlKey: true })).toBeUndefined()
})

it('knows search, print and help', () => {
  expect(press({ key: 'p', ctrlKey: true })).toEqual({ does: 'print' })
  expect(press({ key: 'f', ctrlKey: true })).toEqual({ does: 'search' })
  expect(press({ key: 'F1' })).toEqual({ does: 'help' })
})

it('takes nothing from an input method', () => {
  expect(press({ key: 'f', ctrlKey: true, isComposing: true })).toBeUndefined()
  expect(press({ key: 'F1', keyCode: 229 })).toBeUndefined()
})

it('locks with Ctrl, Alt and L together', () => {
  expect(press({ key: 'l', code: 'KeyL', ctrlKey: true, altKey: true })).toEqual({ does: 'lock' })
  expect(press({ key: 'l', code: 'KeyL', ctrlKey: true })).toBeUndefined()
})
