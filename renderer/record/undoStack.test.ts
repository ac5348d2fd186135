import { describe, expect, it } from 'vitest'
import { afterRedo, afterUndo, emptyStacks, longestStack, parseStacks, pushEdit, withoutEdit } from './undoStack'

const place = { page: '经费', address: '/funds?id=3' }
const edit = (editId: number) => ({ editId, label: `改${editId}`, place })
const three = [1, 2, 3].reduce((stacks, editId) => pushEdit(stacks, edit(editId)), emptyStacks)

describe('edits of a window', () => {
  it('takes the latest back first and puts it back again under its new number', () => {
    const undone = afterUndo(three, edit(3), 4)
    expect(undone.made.map(({ editId }) => editId)).toEqual([1, 2])
    expect(undone.undone).toEqual([{ ...edit(3), editId: 4 }])
    const redone = afterRedo(undone, { ...edit(3), editId: 4 }, 5)
    expect(redone.made.at(-1)).toEqual({ ...edit(3), editId: 5 })
    expect(redone.undone).toEqual([])
  })

  it('forgets what could be redone once something new is made', () => {
    expect(pushEdit(afterUndo(three, edit(3), 4), { editId: 5, label: '新' }).undone).toEqual([])
  })

  it('takes back what it was asked to, not what was made while it was under way', () => {
    expect(afterUndo(pushEdit(three, edit(4)), edit(3), 5)).toEqual({ made: [edit(1), edit(2), edit(4)], undone: [] })
  })

  it('drops an edit whose taking back changed nothing', () => {
    expect(afterUndo(three, edit(3), null)).toEqual({ made: three.made.slice(0, 2), undone: [] })
    expect(withoutEdit(three, 2).made.map(({ editId }) => editId)).toEqual([1, 3])
  })

  it('keeps the latest only', () => {
    let stacks = emptyStacks
    for (let editId = 1; editId <= longestStack + 5; editId++) stacks = pushEdit(stacks, { editId, label: '' })
    expect(stacks.made).toHaveLength(longestStack)
    expect(stacks.made[0]?.editId).toBe(6)
  })

  it('comes back after a reload, and as nothing when it is unreadable', () => {
    expect(parseStacks(JSON.stringify(three))).toEqual(three)
    const asking = pushEdit(three, { ...edit(4), asks: true })
    expect(parseStacks(JSON.stringify(asking))).toEqual(asking)
    for (const text of [null, '', '{', '[]', '{"made":[{"editId":"x"}]}']) expect(parseStacks(text)).toEqual(emptyStacks)
  })
})
