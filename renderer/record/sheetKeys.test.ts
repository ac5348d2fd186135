import { expect, it } from 'vitest'
import { sheetAction, type PressedKey } from './sheetKeys'

function press(key: string, more: Partial<PressedKey> = {}): ReturnType<typeof sheetAction> {
  const plain = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, isComposing: false, keyCode: 0 }
  return sheetAction({ key, ...plain, ...more }, 20)
}

it('knows the keys of a sheet', () => {
  expect(press('F2')).toEqual({ does: 'edit', blank: false })
  expect(press('Backspace')).toEqual({ does: 'edit', blank: true })
  expect(press('Enter')).toEqual({ does: 'enter', up: false })
  expect(press('Tab', { shiftKey: true })).toEqual({ does: 'tab', back: true })
  expect(press('Delete')).toEqual({ does: 'clear' })
  expect(press('d', { ctrlKey: true })).toEqual({ does: 'fillDown' })
  expect(press('D', { ctrlKey: true })).toEqual({ does: 'fillDown' })
  expect(press('a', { ctrlKey: true })).toEqual({ does: 'selectAll' })
  expect(press('Enter', { ctrlKey: true })).toEqual({ does: 'open' })
  expect(press(' ', { shiftKey: true })).toEqual({ does: 'mark' })
})

it('steps by cell, page and edge, extending with Shift', () => {
  expect(press('ArrowDown')).toMatchObject({ step: { rows: 1, columns: 0, extend: false, far: false } })
  expect(press('ArrowLeft', { ctrlKey: true, shiftKey: true })).toMatchObject({
    step: { rows: 0, columns: -1, extend: true, far: true },
  })
  expect(press('PageDown')).toMatchObject({ step: { rows: 20, far: false } })
  expect(press('Home')).toMatchObject({ step: { rows: 0, columns: -1, far: true } })
  expect(press('End', { ctrlKey: true })).toMatchObject({ step: { rows: 1, columns: 1, far: true } })
})

it('leaves letters, the clipboard keys, undo and the input method alone', () => {
  for (const key of ['a', '1', ' ', 'Process', 'F5']) expect(press(key)).toBeUndefined()
  for (const key of ['c', 'v', 'x', 'z', 'y', 'f', 's']) expect(press(key, { ctrlKey: true })).toBeUndefined()
  expect(press('Enter', { isComposing: true })).toBeUndefined()
  expect(press('ArrowDown', { keyCode: 229 })).toBeUndefined()
  expect(press('ArrowDown', { altKey: true })).toBeUndefined()
})
