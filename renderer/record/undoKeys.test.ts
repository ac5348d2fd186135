import { expect, it } from 'vitest'
import { undoKeyOf } from './undoKeys'

const plain = {
  key: 'z', ctrlKey: true, metaKey: false, altKey: false, shiftKey: false, isComposing: false, keyCode: 90,
}

it('knows undo and both keys of redo', () => {
  expect(undoKeyOf(plain)).toBe('undo')
  expect(undoKeyOf({ ...plain, key: 'Z', shiftKey: true })).toBe('redo')
  expect(undoKeyOf({ ...plain, key: 'y' })).toBe('redo')
})

it('leaves other keys and the input method alone', () => {
  expect(undoKeyOf({ ...plain, ctrlKey: false })).toBeUndefined()
  expect(undoKeyOf({ ...plain, altKey: true })).toBeUndefined()
  expect(undoKeyOf({ ...plain, keyCode: 229 })).toBeUndefined()
  expect(undoKeyOf({ ...plain, key: 'x' })).toBeUndefined()
})
